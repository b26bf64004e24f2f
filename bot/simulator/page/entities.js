/** Formatted text: Bot API entities (UTF-16 offsets, as in JavaScript strings) to elements. */
import { h } from "./dom.js";
import { openUrl } from "./links.js";
import { act } from "./store.js";
import { t } from "./texts.js";

const TAGS = { bold: "b", italic: "i", underline: "u", strikethrough: "s", code: "code", pre: "pre" };

export function formatted(text, entities = []) {
  const sorted = [...entities].sort((a, b) => a.offset - b.offset || b.length - a.length);
  const root = document.createDocumentFragment();
  fill(root, text, sorted, 0, text.length);
  return root;
}

function fill(parent, text, entities, start, end) {
  let at = start;
  while (entities.length && entities[0].offset < end) {
    const entity = entities.shift();
    const from = Math.max(entity.offset, at);
    const to = Math.min(entity.offset + entity.length, end);
    if (to <= from) continue;
    parent.append(text.slice(at, from));
    const node = element(entity, text.slice(from, to));
    fill(node, text, entities, from, to);
    parent.append(node);
    at = to;
  }
  parent.append(text.slice(at, end));
}

function element(entity, words) {
  if (TAGS[entity.type]) return h(TAGS[entity.type]);
  if (entity.type === "spoiler") return spoiler();
  if (entity.type === "blockquote") return h("blockquote");
  if (entity.type === "expandable_blockquote") return foldedQuote();
  if (entity.type === "text_link") return link(entity.url);
  if (entity.type === "url") return link(/^https?:/i.test(words) ? words : `https://${words}`);
  if (entity.type === "email") return link(`mailto:${words}`);
  if (entity.type === "bot_command") {
    return h("button", { class: "command", type: "button", onclick: () => act("send", { text: words }) });
  }
  return h("span");
}

function link(address) {
  if (!/^(https?|mailto|tg):/i.test(address)) return h("span");
  const open = (event) => openUrl(address) && event.preventDefault();
  return h("a", { href: address, target: "_blank", rel: "noopener noreferrer", onclick: open });
}

function spoiler() {
  const node = h("span", { class: "spoiler", role: "button", tabindex: "0", "aria-label": t("spoiler") });
  const open = () => {
    node.classList.add("open");
    for (const name of ["role", "tabindex", "aria-label"]) node.removeAttribute(name);
  };
  node.addEventListener("click", open);
  node.addEventListener("keydown", (event) => event.key === "Enter" && open());
  return node;
}

function foldedQuote() {
  const node = h("blockquote", { class: "folded", tabindex: "0" });
  const toggle = () => node.classList.toggle("folded");
  node.addEventListener("click", toggle);
  node.addEventListener("keydown", (event) => event.key === "Enter" && toggle());
  return node;
}
