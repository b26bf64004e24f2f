/** What the page knows: a copy of the simulator's world, kept fresh by its event stream. */
import { toast } from "./dom.js";
import { t } from "./texts.js";

export const world = { bot: {}, people: new Map(), chats: new Map() };
export const view = { me: 0, chat: 0, unread: new Map(), typing: new Map() };

export const me = () => world.people.get(view.me);
export const openChat = () => world.chats.get(view.chat);
export const nameOf = (user) => [user.first_name, user.last_name].filter(Boolean).join(" ");
export const isPrivate = (chat) => chat.kind === "private";
export const titleOf = (chat) => (isPrivate(chat) ? world.bot.first_name : chat.title);
export const myChats = () => [...world.chats.values()].filter((chat) => chat.members.includes(view.me));
export const unreadKey = (person, chat) => `${person}:${chat}`;

export function botText(name) {
  const code = me()?.language_code ?? "";
  return world.bot.texts[`${name}:${code}`] ?? world.bot.texts[`${name}:`] ?? "";
}

function keepChat(raw) {
  world.chats.set(raw.id, { ...raw, messages: new Map(raw.messages.map((item) => [item.message_id, item])) });
}

export async function load() {
  const state = await (await fetch("/sim/state")).json();
  world.bot = state.bot;
  world.people = new Map(state.people.map((person) => [person.id, person]));
  world.chats.clear();
  state.chats.forEach(keepChat);
}

/** Applies one event; returns whether it was about the open chat. */
export function apply(event) {
  const chat = world.chats.get(event.chat_id);
  if (event.bot) world.bot = event.bot;
  if (event.kind === "person") world.people.set(event.person.id, event.person);
  if (event.chat) keepChat(event.chat);
  if (event.kind === "typing") view.typing.set(event.chat_id, Date.now() + 5000);
  if (event.kind === "delete") chat.messages.delete(event.message_id);
  else if (event.message && chat) world.chats.get(event.chat_id).messages.set(event.message_id, event.message);
  if (event.kind === "message") countUnread(chat, event.message);
  return event.chat_id === view.chat;
}

function countUnread(chat, message) {
  if (message.from.is_bot) view.typing.delete(chat.id);
  for (const person of chat.members) {
    const isSeen = person === view.me && chat.id === view.chat && !document.hidden;
    if (person === message.from.id || isSeen) continue;
    const key = unreadKey(person, chat.id);
    view.unread.set(key, (view.unread.get(key) ?? 0) + 1);
  }
}

/** Acts in the world; returns the answer, or null after telling the person that it cannot be done. */
export async function act(name, fields = {}) {
  const body = { person_id: view.me, chat_id: view.chat, ...fields };
  let options = { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) };
  if (body.file) {
    const form = new FormData();
    for (const [key, value] of Object.entries(body)) form.append(key, value);
    options = { method: "POST", body: form };
  }
  const response = await fetch(`/sim/${name}`, options).catch(() => null);
  if (response?.ok) return response.json();
  toast(response ? t("cannot") : t("lost"));
  return null;
}

export function listen(onEvent, onReload) {
  const source = new EventSource("/sim/events");
  let wasLost = false;
  source.onopen = () => wasLost && onReload();
  source.onerror = () => {
    wasLost = true;
    toast(t("lost"));
  };
  source.onmessage = ({ data }) => {
    const event = JSON.parse(data);
    if (event.kind === "reload") onReload();
    else onEvent(event);
  };
}
