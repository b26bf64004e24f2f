/** The conversation: date lines, service notes, bubbles; only what changed is built anew. */
import { $, avatar, h, hueOf, icon } from "./dom.js";
import { formatted } from "./entities.js";
import { openUrl } from "./links.js";
import { pollCard } from "./poll.js";
import { act, isPrivate, nameOf, openChat, titleOf, view, world } from "./store.js";
import { currentLanguage, t } from "./texts.js";

const JOIN_WITHIN_S = 300;
const built = new Map();
const waiting = new Map();

const locale = () => (currentLanguage() === "ms" ? "ms-MY" : "en-MY");
export const clock = (seconds) =>
  new Date(seconds * 1000).toLocaleTimeString(locale(), { hour: "2-digit", minute: "2-digit", hour12: false });

export function renderLog() {
  const chat = openChat();
  const nodes = [];
  let before = null;
  for (const message of chat?.messages.values() ?? []) {
    if (!before || dayOf(before) !== dayOf(message)) nodes.push(keyed(`day ${dayOf(message)}`, [], () => dayLine(message)));
    const isJoined = Boolean(before) && !before.service && before.from.id === message.from.id
      && dayOf(before) === dayOf(message) && message.date - before.date < JOIN_WITHIN_S && !noteOf(before);
    nodes.push(keyed(`message ${chat.id} ${message.message_id}`, [message, isJoined, view.me], () => line(message, chat, isJoined)));
    before = message;
  }
  if (chat && view.typing.get(chat.id) > Date.now()) nodes.push(keyed(`typing ${chat.id}`, [], () => typingLine(chat)));
  place(nodes);
}

function keyed(key, parts, build) {
  const signature = JSON.stringify([parts, currentLanguage()]);
  if (built.get(key)?.signature !== signature) built.set(key, { signature, node: build() });
  return built.get(key).node;
}

function place(nodes) {
  const log = $("log");
  const scroll = $("scroll");
  const wasAtEnd = scroll.scrollHeight - scroll.scrollTop - scroll.clientHeight < 120;
  const kept = new Set(nodes);
  for (const child of [...log.children]) if (!kept.has(child)) child.remove();
  nodes.forEach((node, index) => {
    if (log.children[index] !== node) log.insertBefore(node, log.children[index] ?? null);
  });
  if (wasAtEnd) scrollToEnd();
}

export function scrollToEnd() {
  $("scroll").scrollTop = $("scroll").scrollHeight;
}

const dayOf = (message) => new Date(message.date * 1000).toDateString();

function dayLine(message) {
  const day = new Date(message.date * 1000);
  const ago = Math.round((new Date().setHours(0, 0, 0, 0) - new Date(day).setHours(0, 0, 0, 0)) / 86400000);
  const words = [t("today"), t("yesterday")][ago] ?? day.toLocaleDateString(locale(), { day: "numeric", month: "long" });
  return h("li", { class: "note" }, words);
}

function noteOf(message) {
  if (message.new_chat_members) return t("joined", { name: nameOf(message.from) });
  if (message.left_chat_member) return t("left");
  if (message.pinned_message) return t("pinnedNote");
  return "";
}

export function summary(message) {
  if (message.poll) return `${t(message.poll.type === "quiz" ? "quiz" : "poll")}: ${message.poll.question}`;
  const kind = message.photo ? t("photo") : message.document ? message.document.file_name || t("document") : "";
  const words = message.text || message.caption || "";
  return noteOf(message) || [kind, words].filter(Boolean).join(" · ") || t("unsupported");
}

const senderName = (user) => (user.id === view.me ? t("you") : nameOf(user));

function line(message, chat, isJoined) {
  const note = noteOf(message);
  if (note) return h("li", { class: "note" }, note);
  const isMine = message.from.id === view.me;
  const showsFace = !isMine && !isPrivate(chat);
  const more = h("button", { class: "round more", type: "button", "aria-label": t("messageActions"), "aria-haspopup": "menu" }, icon("more"));
  more.addEventListener("click", () =>
    document.dispatchEvent(new CustomEvent("message-menu", { detail: { message, anchor: more } })));
  return h("li", { class: `msg ${isMine ? "mine" : ""} ${isJoined ? "joined" : ""}`, "data-id": message.message_id },
    showsFace && avatar(nameOf(message.from), message.from.id, `small ${message.from.is_bot ? "bot" : ""}`),
    h("div", { class: "stack" }, bubble(message, showsFace && !isJoined), keys(message)),
    more);
}

function bubble(message, showsName) {
  const origin = message.forward_origin;
  const from = origin && (origin.sender_user_name ?? origin.chat?.title ?? nameOf(origin.sender_user));
  const words = message.text ?? message.caption;
  return h("div", { class: "bubble" },
    showsName && h("div", { class: "name", hue: hueOf(message.from.id) }, nameOf(message.from)),
    origin && h("div", { class: "origin" }, t("forwardedFrom", { name: from })),
    message.via_bot && h("div", { class: "origin" }, t("via", { name: world.bot.username })),
    message.reply_to_message && quote(message.reply_to_message),
    media(message),
    words && h("div", { class: "body" }, formatted(words, message.entities ?? message.caption_entities)),
    h("div", { class: "meta" }, message.edit_date && h("span", {}, t("edited")),
      h("time", { datetime: new Date(message.date * 1000).toISOString() }, clock(message.date))));
}

export function quote(message) {
  const show = () => {
    const node = $("log").querySelector(`[data-id="${message.message_id}"]`);
    node?.scrollIntoView({ block: "center", behavior: "smooth" });
    node?.classList.add("flash");
    setTimeout(() => node?.classList.remove("flash"), 1300);
  };
  return h("button", { class: "quote", type: "button", onclick: show },
    h("b", {}, senderName(message.from)), h("span", {}, summary(message)));
}

function media(message) {
  if (message.poll) return pollCard(message);
  if (message.photo) {
    const { width, height } = message.photo.at(-1);
    return h("img", { class: "photo", src: message.file_url, width, height, alt: message.caption ?? t("photo"), loading: "lazy" });
  }
  if (!message.document) return null;
  const size = `${Math.max(1, Math.round(message.document.file_size / 1024))} KB`;
  return h("a", { class: "file", href: message.file_url, download: message.document.file_name },
    h("span", { class: "round" }, icon("file")),
    h("span", {}, h("b", {}, message.document.file_name), h("small", {}, size)));
}

function keys(message) {
  const rows = message.reply_markup?.inline_keyboard;
  return rows && h("div", { class: "keys" }, ...rows.map((row) => h("div", {}, ...row.map((key) => button(message, key)))));
}

function button(message, key) {
  if (key.url) {
    const open = (event) => openUrl(key.url) && event.preventDefault();
    return h("a", { class: "key", href: key.url, target: "_blank", rel: "noopener noreferrer", onclick: open }, key.text, icon("link"));
  }
  const mark = key.copy_text ? icon("copy") : key.callback_data == null ? icon("share") : null;
  const node = h("button", { class: "key", type: "button" }, key.text, mark);
  node.addEventListener("click", () => press(message, key, node));
  return node;
}

async function press(message, key, node) {
  if (key.callback_data == null) {
    document.dispatchEvent(new CustomEvent("key", { detail: key }));
    return;
  }
  node.classList.add("busy");
  setTimeout(() => node.classList.remove("busy"), 10000);
  const answer = await act("press", { chat_id: message.chat.id, message_id: message.message_id, data: key.callback_data });
  if (answer) waiting.set(answer.query_id, node);
  else node.classList.remove("busy");
}

export function stopWaiting(queryId) {
  waiting.get(queryId)?.classList.remove("busy");
  waiting.delete(queryId);
}

function typingLine(chat) {
  return h("li", { class: "msg", "aria-hidden": "true" },
    !isPrivate(chat) && avatar(titleOf(chat), world.bot.id, "small bot"),
    h("div", { class: "bubble dots" }, h("i"), h("i"), h("i")));
}
