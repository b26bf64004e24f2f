/** Building elements. Text only ever becomes text nodes, so nothing a person writes can become markup. */
const SHAPES = {
  person: "M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8M4 20c.6-4 3.8-6 8-6 1 0 2 .1 2.8.4M18 14v6M15 17h6",
  group: "M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7M2.5 19c.5-3.5 3-5.5 6.5-5.5s6 2 6.5 5.5M16 4.5a3.5 3.5 0 0 1 0 6.5M18 14c2 .7 3.2 2.4 3.5 5",
  back: "M15 5l-7 7 7 7",
  more: "M12 5.5v.01M12 12v.01M12 18.5v.01",
  menu: "M5 7h14M5 12h14M5 17h9",
  clip: "M20 11l-8.5 8.5a5 5 0 0 1-7-7L13 4a3.4 3.4 0 0 1 4.8 4.8L9.5 17a1.7 1.7 0 0 1-2.4-2.4L15 7",
  send: "M4 12l16-7.5-6 16-2.5-6.5z",
  forward: "M13 5l7 6.5-7 6.5v-4c-5 0-8 1.5-10 5 .3-6 4-9.5 10-10z",
  reply: "M11 5l-7 6.5L11 18v-4c5 0 8 1.5 10 5-.3-6-4-9.5-10-10z",
  edit: "M4 20h4L19 9l-4-4L4 16z",
  copy: "M9 9h11v11H9zM5 15H4V4h11v1",
  remove: "M5 7h14M10 7V4h4v3M7 7l1 13h8l1-13",
  link: "M8 16L17 7M10 6.5h7.5V14",
  share: "M13 5l7 6.5-7 6.5v-4c-5 0-8 1.5-10 5 .3-6 4-9.5 10-10z",
  file: "M6 3h8l4 4v14H6zM14 3v4h4",
  close: "M6 6l12 12M18 6L6 18",
  block: "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18M6 6l12 12",
};

export const $ = (id) => document.getElementById(id);

export function h(tag, options = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(options)) {
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else if (name === "hue") node.style.setProperty("--hue", value);
    else if (value === true) node.setAttribute(name, "");
    else if (value !== false && value != null) node.setAttribute(name, value);
  }
  node.append(...children.filter((child) => child != null && child !== false));
  return node;
}

export function icon(name) {
  const space = "http://www.w3.org/2000/svg";
  const svg = document.createElementNS(space, "svg");
  const path = document.createElementNS(space, "path");
  svg.setAttribute("class", "icon");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("aria-hidden", "true");
  path.setAttribute("d", SHAPES[name]);
  if (name === "more") path.setAttribute("stroke-width", "2.8");
  svg.append(path);
  return svg;
}

export function fillIcons() {
  for (const node of document.querySelectorAll("[data-icon]")) {
    node.replaceChildren(icon(node.dataset.icon), ...(node.dataset.t ? [h("span", { class: "label" })] : []));
  }
}

export const hueOf = (id) => (Math.abs(id) * 67) % 360;

export function avatar(name, id, extra = "") {
  const letters = name.split(/\s+/).slice(0, 2).map((word) => [...word][0] ?? "").join("").toUpperCase();
  return h("span", { class: `avatar ${extra}`, hue: hueOf(id), "aria-hidden": "true" }, extra.includes("bot") ? "" : letters);
}

let toastTimer = 0;

export function toast(text) {
  $("toast").textContent = text;
  $("toast").classList.add("on");
  clearTimeout(toastTimer);
  toastTimer = setTimeout(() => $("toast").classList.remove("on"), 3500);
}
