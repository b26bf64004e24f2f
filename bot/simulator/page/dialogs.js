/** Dialogs: new person, new group, forward, attachment, alert, choosing a chat. Esc closes each. */
import { $, h } from "./dom.js";
import { act, me, myChats, nameOf, titleOf, view, world } from "./store.js";
import { t } from "./texts.js";

/** Shows a form; resolves to its data, or null when it was closed. */
function ask(title, fields, done) {
  const dialog = $("dialog");
  const form = h("form", { method: "dialog" },
    h("h2", { id: "dialog-title" }, title),
    ...fields,
    h("div", { class: "actions" },
      done !== t("ok") && h("button", { type: "button", onclick: () => dialog.close() }, t("cancel")),
      h("button", { class: "primary", type: "submit" }, done)));
  dialog.setAttribute("aria-labelledby", "dialog-title");
  dialog.replaceChildren(form);
  dialog.showModal();
  form.querySelector("input, select, textarea, .primary").focus();
  return new Promise((resolve) => {
    let data = null;
    form.onsubmit = () => {
      data = new FormData(form);
    };
    dialog.onclose = () => resolve(data);
  });
}

const field = (name, label, options = {}) =>
  h("label", { class: "field" }, h("span", {}, label), h(options.rows ? "textarea" : "input", { name, ...options }));

const ticks = (legend, type, name, items) => h("fieldset", {}, h("legend", {}, legend),
  ...items.map(([value, label, checked]) => h("label", { class: "tick" }, h("input", { type, name, value, checked, required: type === "radio" }), label)));

const chatTicks = () => ticks(t("forwardTo"), "radio", "chat", myChats().map((chat) => [chat.id, titleOf(chat), chat.id === view.chat]));

export async function askPerson() {
  const languages = [["ms", t("malay")], ["en", t("english")], ["zh-hans", t("mandarin")], ["ta", t("tamil")]];
  const data = await ask(t("addPerson"), [
    field("first_name", t("name"), { required: true, maxlength: 64 }),
    field("username", t("username"), { pattern: "[A-Za-z][A-Za-z0-9_]{4,31}" }),
    ticks(t("language"), "radio", "language_code", languages.map(([code, label], index) => [code, label, index === 0])),
  ], t("save"));
  return data && act("people", Object.fromEntries(data));
}

export async function askGroup() {
  const others = [...world.people.values()].filter((person) => person.id !== view.me);
  const data = await ask(t("addGroup"), [
    field("title", t("groupName"), { required: true, maxlength: 128 }),
    ticks(t("groupMembers"), "checkbox", "members", others.map((person) => [person.id, nameOf(person), true])),
  ], t("save"));
  return data && act("groups", { title: data.get("title"), members: [me().id, ...data.getAll("members").map(Number)] });
}

export async function askForward(message) {
  const fields = message ? [chatTicks()] : [
    field("origin_name", t("originName"), { required: true, maxlength: 64 }),
    field("text", t("forwardText"), { rows: 5, required: true, maxlength: 4096 }),
  ];
  const data = await ask(t(message ? "forward" : "pasteForward"), fields, t("send"));
  if (!data) return null;
  if (!message) return act("forward", Object.fromEntries(data));
  const chat = Number(data.get("chat"));
  await act("forward", { chat_id: chat, from_chat_id: message.chat.id, message_id: message.message_id });
  return chat;
}

export async function askAttachment(file) {
  const isPicture = /^image\/(png|jpeg|webp|gif)$/.test(file.type);
  const address = isPicture ? URL.createObjectURL(file) : "";
  const data = await ask(t("sendFile"), [
    isPicture ? h("img", { src: address, alt: file.name }) : h("p", {}, file.name),
    field("text", t("caption"), { maxlength: 1024 }),
    isPicture && h("label", { class: "tick" }, h("input", { type: "checkbox", name: "as_photo", value: "true", checked: true }), t("asPhoto")),
  ].filter(Boolean), t("send"));
  if (address) URL.revokeObjectURL(address);
  return data && { text: data.get("text"), as_photo: data.get("as_photo") ?? "false", file };
}

export async function askChat() {
  const data = await ask(t("chooseChat"), [chatTicks()], t("forward"));
  return data && Number(data.get("chat"));
}

export const showAlert = (text) => ask(world.bot.first_name, [h("p", {}, text)], t("ok"));

/** Shows a small menu beside a button; items are [icon, label, action]. */
export function showMenu(anchor, items) {
  const popup = $("popup");
  popup.replaceChildren(...items.map(([shape, label, action]) => {
    const run = () => {
      popup.hidePopover();
      action();
    };
    return h("button", { type: "button", onclick: run }, shape, label);
  }));
  popup.showPopover();
  const box = anchor.getBoundingClientRect();
  const left = Math.min(Math.max(8, box.left - 80), innerWidth - popup.offsetWidth - 8);
  const below = box.bottom + 4;
  const top = below + popup.offsetHeight > innerHeight - 8 ? Math.max(8, box.top - popup.offsetHeight - 4) : below;
  popup.style.left = `${left}px`;
  popup.style.top = `${top}px`;
  popup.firstElementChild?.focus();
  popup.ontoggle = (event) => event.newState === "closed" && anchor.focus();
}
