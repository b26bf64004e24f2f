/** Writing: text, replies, edits, attachments, the command menu and inline results. */
import { $, h, icon, toast } from "./dom.js";
import { askAttachment, askForward } from "./dialogs.js";
import { quote, scrollToEnd } from "./log.js";
import { act, openChat, view, world } from "./store.js";
import { t } from "./texts.js";

const INLINE_PAUSE_MS = 250;
const MOST_BYTES = 50e6;
let context = null;
let choices = [];
let selected = 0;
let inlineTimer = 0;

const text = () => $("text");

export function setText(words) {
  text().value = words;
  grow();
  text().focus();
  onInput();
}

export function setContext(kind, message) {
  context = kind && { kind, message };
  renderContext();
  if (kind === "edit") setText(message.text ?? message.caption ?? "");
  if (kind) text().focus();
}

export function renderContext() {
  $("context").hidden = !context;
  if (!context) return;
  const close = h("button", { class: "round", type: "button", "aria-label": t("cancel"), onclick: () => setContext(null) }, icon("close"));
  const preview = quote(context.message);
  if (context.kind === "edit") preview.firstChild.textContent = t("editing");
  else preview.firstChild.textContent = t("replyingTo", { name: preview.firstChild.textContent });
  $("context").replaceChildren(icon(context.kind), preview, close);
}

function grow() {
  text().style.height = "auto";
  text().style.height = `${Math.min(160, text().scrollHeight + 2)}px`;
}

async function submit() {
  const words = text().value.trim();
  if (!words) return;
  const { kind, message } = context ?? {};
  setContext(null);
  setText("");
  const done = kind === "edit"
    ? await act("edit", { message_id: message.message_id, text: words })
    : await act("send", { text: words, ...(kind === "reply" && { reply_to: message.message_id }) });
  if (done) scrollToEnd();
  else setText(words);
}

async function attach(file) {
  if (!file) return;
  if (file.size > MOST_BYTES) {
    toast(t("tooBig"));
    return;
  }
  const fields = await askAttachment(file);
  if (fields) await act("send", fields);
  $("file").value = "";
  scrollToEnd();
}

async function toggleCommands() {
  if (!$("suggest").hidden) {
    offer([]);
    return;
  }
  const found = await commands("");
  if (!found.length) toast(t("noCommands"));
  offer(found);
  text().focus();
}

async function commands(start) {
  const answer = await act("commands");
  const send = (command) => () => {
    setText("");
    act("send", { text: `/${command}` });
  };
  return (answer?.commands ?? []).filter((item) => item.command.startsWith(start))
    .map((item) => ({ title: `/${item.command}`, detail: item.description, run: send(item.command) }));
}

function offer(items) {
  choices = items;
  selected = 0;
  $("suggest").hidden = !items.length;
  $("menu").setAttribute("aria-expanded", String(items.length > 0));
  $("suggest").replaceChildren(...items.map((item, index) => h("li",
    { role: "option", id: `choice-${index}`, "aria-selected": "false", onclick: () => choose(index) },
    h("b", {}, item.title), h("span", {}, item.detail))));
  mark();
}

function mark() {
  [...$("suggest").children].forEach((node, index) => node.setAttribute("aria-selected", String(index === selected)));
  $("suggest").children[selected]?.scrollIntoView({ block: "nearest" });
  if (choices.length) text().setAttribute("aria-activedescendant", `choice-${selected}`);
  else text().removeAttribute("aria-activedescendant");
}

function choose(index) {
  const { run } = choices[index];
  offer([]);
  run();
}

const inlineText = () => {
  const start = `@${world.bot.username} `;
  return text().value.toLowerCase().startsWith(start.toLowerCase()) ? text().value.slice(start.length) : null;
};

async function onInput() {
  grow();
  clearTimeout(inlineTimer);
  const query = inlineText();
  const command = /^\/(\w*)$/.exec(text().value);
  if (query !== null) inlineTimer = setTimeout(() => act("inline", { text: query }), INLINE_PAUSE_MS);
  else if (command) offer(await commands(command[1]));
  else offer([]);
}

export function showInline(event) {
  if (event.person.id !== view.me || inlineText()?.trim() !== event.query.trim()) return;
  const pick = (result) => () => {
    setText("");
    act("choose", { query_id: event.query_id, result_id: result.id });
  };
  const items = event.results.map((result) => ({ title: result.title, detail: result.description, run: pick(result) }));
  const { label, start } = event.button;
  if (label) items.unshift({ title: label, detail: "", run: () => act("start", { payload: start }) });
  offer(items.length ? items : [{ title: t("noResults"), detail: "", run: () => text().focus() }]);
}

function onKey(event) {
  if (event.isComposing) return;
  if (event.key === "Escape") {
    if (choices.length) offer([]);
    else setContext(null);
  } else if (event.key === "Enter" && !event.shiftKey) {
    event.preventDefault();
    if (choices.length) choose(selected);
    else submit();
  } else if (choices.length && ["ArrowDown", "ArrowUp"].includes(event.key)) {
    event.preventDefault();
    selected = (selected + (event.key === "ArrowDown" ? 1 : choices.length - 1)) % choices.length;
    mark();
  } else if (event.key === "ArrowUp" && !text().value) {
    event.preventDefault();
    editLast();
  }
}

function editLast() {
  const own = [...openChat().messages.values()].filter((item) => item.from.id === view.me && item.text && !item.forward_origin);
  if (own.length) setContext("edit", own.at(-1));
}

export function wireComposer() {
  $("composer").addEventListener("submit", (event) => {
    event.preventDefault();
    submit();
  });
  text().addEventListener("input", onInput);
  text().addEventListener("keydown", onKey);
  text().addEventListener("paste", (event) => event.clipboardData.files.length && attach(event.clipboardData.files[0]));
  $("attach").addEventListener("click", () => $("file").click());
  $("file").addEventListener("change", () => attach($("file").files[0]));
  $("menu").addEventListener("click", toggleCommands);
  $("forward-in").addEventListener("click", () => askForward(null).then(scrollToEnd));
}
