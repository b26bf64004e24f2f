/** Links that open the simulated bot stay in the page; all others are the browser's. */
import { act, view, world } from "./store.js";

/** Returns whether the address was a deep link and has been followed here. */
export function openUrl(address) {
  let url;
  try {
    url = new URL(address);
  } catch {
    return false;
  }
  const isBot = ["t.me", "telegram.me"].includes(url.hostname)
    && url.pathname.slice(1).toLowerCase() === world.bot.username.toLowerCase();
  if (!isBot) return false;
  act("start", { payload: url.searchParams.get("start") ?? "" });
  document.dispatchEvent(new CustomEvent("open-chat", { detail: view.me }));
  return true;
}
