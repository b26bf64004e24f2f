/** The list of people and chats. */
import { $, avatar, h } from "./dom.js";
import { clock, summary } from "./log.js";
import { isPrivate, myChats, nameOf, titleOf, unreadKey, view, world } from "./store.js";
import { t } from "./texts.js";

export function renderPeople() {
  const options = [...world.people.values()].map((person) => {
    const others = [...view.unread].reduce((sum, [key, n]) => sum + (key.startsWith(`${person.id}:`) ? n : 0), 0);
    const more = person.id !== view.me && others ? ` · ${t("unread", { n: others })}` : "";
    return h("option", { value: person.id, selected: person.id === view.me },
      `${nameOf(person)} (${person.language_code})${more}`);
  });
  $("person").replaceChildren(...options);
}

export function renderChats(open) {
  const last = (chat) => [...chat.messages.values()].at(-1);
  const sorted = myChats().sort((a, b) => (last(b)?.message_id ?? 0) - (last(a)?.message_id ?? 0));
  const hadFocus = $("chats").contains(document.activeElement) && document.activeElement.dataset.id;
  $("chats").replaceChildren(...sorted.map((chat) => row(chat, last(chat), open)));
  if (hadFocus) $("chats").querySelector(`[data-id="${hadFocus}"]`)?.focus();
}

function row(chat, last, open) {
  const unread = view.unread.get(unreadKey(view.me, chat.id)) ?? 0;
  const isCurrent = chat.id === view.chat;
  const isTyping = view.typing.get(chat.id) > Date.now();
  const who = last && !isPrivate(chat) && !last.new_chat_members ? `${last.from.id === view.me ? t("you") : last.from.first_name}: ` : "";
  const words = isTyping ? t("typing") : last ? who + summary(last) : t("bot");
  return h("li", {}, h("button",
    { type: "button", "data-id": chat.id, "aria-current": isCurrent && "true", onclick: () => open(chat.id) },
    avatar(titleOf(chat), chat.id, isPrivate(chat) ? "bot" : ""),
    h("div", { class: "lines" },
      h("div", {}, h("b", {}, titleOf(chat)), last && h("time", {}, clock(last.date))),
      h("div", {}, h("span", {}, words),
        unread > 0 && h("i", { class: "badge", "aria-label": t("unread", { n: unread }) }, String(unread))))));
}
