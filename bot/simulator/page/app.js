/** The page: which person and chat are open, and what each event changes. */
import { setContext, setText, showInline, wireComposer, renderContext } from "./composer.js";
import { askChat, askForward, askGroup, askPerson, showAlert, showMenu } from "./dialogs.js";
import { $, avatar, fillIcons, h, icon, toast } from "./dom.js";
import { openUrl } from "./links.js";
import { renderLog, scrollToEnd, stopWaiting, summary } from "./log.js";
import { renderChats, renderPeople } from "./sidebar.js";
import { act, apply, botText, isPrivate, listen, load, me, openChat, titleOf, unreadKey, view, world } from "./store.js";
import { currentLanguage, setLanguage, t, translatePage } from "./texts.js";

const isPhone = () => matchMedia("(max-width: 720px)").matches;
const isBlocked = (chat) => isPrivate(chat) && !chat.bot_inside;

function render() {
  renderPeople();
  renderChats(open);
  renderHeader();
  renderLog();
  renderDock();
  renderContext();
}

function renderHeader() {
  const chat = openChat();
  $("chat-menu").hidden = !chat || !isPrivate(chat);
  $("title").textContent = chat ? titleOf(chat) : t("pickChat");
  if (!chat) return;
  const isTyping = view.typing.get(chat.id) > Date.now();
  const usual = isPrivate(chat) ? t(isBlocked(chat) ? "blocked" : "bot") : t("members", { n: chat.members.length });
  $("status").textContent = isTyping ? t("typing") : usual;
  const face = avatar(titleOf(chat), chat.id, isPrivate(chat) ? "bot" : "");
  face.id = "avatar";
  $("avatar").replaceWith(face);
  const pinned = chat.messages.get(chat.pinned);
  $("pinned").hidden = !pinned;
  if (pinned) $("pinned").textContent = t("pinned", { text: summary(pinned) });
}

function renderDock() {
  const chat = openChat();
  const isNew = Boolean(chat) && isPrivate(chat) && !chat.messages.size;
  const isShut = Boolean(chat) && (isNew || isBlocked(chat));
  $("composer").hidden = !chat || isShut;
  $("big").hidden = !isShut;
  if (isShut) $("big").textContent = t(isBlocked(chat) ? "unblock" : "start");
  $("welcome").hidden = !isNew;
  if (isNew) {
    $("welcome").replaceChildren(h("img", { src: "/page/icon.svg", alt: "" }),
      h("h3", {}, t("whatCanItDo")), h("p", {}, botText("description") || world.bot.first_name));
  }
}

function open(chatId) {
  view.chat = chatId;
  view.unread.delete(unreadKey(view.me, chatId));
  localStorage.setItem("chat", chatId);
  document.body.dataset.pane = "chat";
  setContext(null);
  render();
  scrollToEnd();
  if (!isPhone()) ($("big").hidden ? $("text") : $("big")).focus();
}

function actAs(personId) {
  view.me = personId;
  localStorage.setItem("person", personId);
  if (!openChat()?.members.includes(personId)) view.chat = personId;
  if (isPhone()) render();
  else open(view.chat);
}

function onEvent(event) {
  const isHere = apply(event);
  if (event.kind === "callback") onAnswer(event);
  else if (event.kind === "inline") showInline(event);
  else if (event.kind === "typing") setTimeout(render, 5100);
  if (isHere && isPhone() && document.body.dataset.pane === "chat") view.unread.delete(unreadKey(view.me, view.chat));
  render();
}

function onAnswer(event) {
  stopWaiting(event.query_id);
  if (event.person.id !== view.me) return;
  if (event.alert) showAlert(event.text);
  else if (event.text) toast(event.text);
  if (event.url && !openUrl(event.url)) window.open(event.url, "_blank", "noopener,noreferrer");
}

function onMessageMenu({ detail: { message, anchor } }) {
  const words = message.text ?? message.caption;
  const isMine = message.from.id === view.me;
  const forward = async () => {
    const chat = await askForward(message);
    if (chat) open(chat);
  };
  showMenu(anchor, [
    [icon("reply"), t("reply"), () => setContext("reply", message)],
    [icon("forward"), t("forward"), forward],
    words && [icon("copy"), t("copy"), () => copy(words)],
    isMine && !message.forward_origin && !message.poll && [icon("edit"), t("edit"), () => setContext("edit", message)],
    (isMine || isPrivate(openChat())) && [icon("remove"), t("remove"), () => act("delete", { message_id: message.message_id })],
  ].filter(Boolean));
}

function copy(words) {
  navigator.clipboard.writeText(words).then(() => toast(t("copied")), () => toast(t("cannot")));
}

async function onKey({ detail: key }) {
  if (key.copy_text) copy(key.copy_text.text);
  else if (key.switch_inline_query_current_chat != null) setText(`@${world.bot.username} ${key.switch_inline_query_current_chat}`);
  else {
    const chat = await askChat();
    if (!chat) return;
    open(chat);
    setText(`@${world.bot.username} ${key.switch_inline_query}`);
  }
}

function translate() {
  translatePage();
  $("language").textContent = currentLanguage() === "ms" ? "English" : "Melayu";
}

function wire() {
  wireComposer();
  $("person").addEventListener("change", () => actAs(Number($("person").value)));
  $("add-person").addEventListener("click", () => askPerson().then((made) => made && settle(() => actAs(made.id))));
  $("add-group").addEventListener("click", () => askGroup().then((made) => made && settle(() => open(made.id))));
  $("back").addEventListener("click", () => {
    document.body.dataset.pane = "list";
    $("chats").querySelector("[aria-current]")?.focus();
  });
  $("language").addEventListener("click", () => {
    setLanguage(currentLanguage() === "ms" ? "en" : "ms");
    translate();
    render();
  });
  $("chat-menu").addEventListener("click", () => showMenu($("chat-menu"), [
    [icon("block"), t(isBlocked(openChat()) ? "unblock" : "block"), () => act("block")],
  ]));
  $("big").addEventListener("click", () => act(isBlocked(openChat()) ? "block" : "start"));
  $("pinned").addEventListener("click", () =>
    $("log").querySelector(`[data-id="${openChat().pinned}"]`)?.scrollIntoView({ block: "center" }));
  document.addEventListener("message-menu", onMessageMenu);
  document.addEventListener("key", onKey);
  document.addEventListener("open-chat", ({ detail }) => open(detail));
}

/** Runs once the event stream has told us about what was just made. */
async function settle(action) {
  await load();
  action();
}

async function start() {
  fillIcons();
  translate();
  await load();
  const saved = Number(localStorage.getItem("person"));
  view.me = world.people.has(saved) ? saved : [...world.people.keys()][0] ?? 0;
  const chat = world.chats.get(Number(localStorage.getItem("chat")));
  view.chat = chat?.members.includes(view.me) ? chat.id : view.me;
  wire();
  listen(onEvent, () => load().then(render));
  render();
  scrollToEnd();
  if (!me()) $("add-person").click();
  document.body.dataset.ready = "true";
}

start();
