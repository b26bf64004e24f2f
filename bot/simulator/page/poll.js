/** Polls and quizzes: choosing, results, right and wrong, explanation. */
import { h } from "./dom.js";
import { formatted } from "./entities.js";
import { act, view } from "./store.js";
import { t } from "./texts.js";

export function pollCard(message) {
  const { poll } = message;
  const mine = message.answers[view.me] ?? [];
  const isDone = poll.is_closed || mine.length > 0;
  const isQuiz = poll.type === "quiz";
  const about = [t(isQuiz ? "quiz" : "poll"), t(poll.is_anonymous ? "anonymous" : "public"), poll.is_closed && t("closed")];
  const count = poll.total_voter_count ? t("voters", { n: poll.total_voter_count }) : t("noVotes");
  return h("div", { class: "poll" },
    h("h3", {}, formatted(poll.question, poll.question_entities)),
    h("small", {}, about.filter(Boolean).join(" · ")),
    isDone ? results(poll, mine, isQuiz) : choices(message, poll),
    isDone && poll.explanation && h("div", { class: "explain body" }, h("b", {}, `${t("explanation")}: `),
      formatted(poll.explanation, poll.explanation_entities)),
    h("small", {}, count));
}

function results(poll, mine, isQuiz) {
  const total = Math.max(1, poll.total_voter_count);
  return h("ul", {}, ...poll.options.map((option, index) => {
    const share = Math.round((100 * option.voter_count) / total);
    const isRight = isQuiz && poll.correct_option_ids.includes(index);
    const isMine = mine.includes(index);
    const isWrong = isQuiz && isMine && !isRight;
    const words = isRight ? `✓ ${t("right")}` : isWrong ? `✗ ${t("wrong")}` : isMine ? t("yours") : "";
    return h("li", { class: `option ${isRight ? "right" : ""} ${isWrong ? "wrong" : ""}` },
      h("b", {}, `${share}%`), h("span", {}, option.text),
      h("progress", { max: 100, value: share, "aria-hidden": "true" }),
      words && h("em", {}, isMine && isRight ? `${words} · ${t("yours")}` : words));
  }));
}

function choices(message, poll) {
  const chosen = new Set();
  const send = (options) => act("vote", { chat_id: message.chat.id, message_id: message.message_id, options });
  const list = h("ul", {}, ...poll.options.map((option, index) => {
    const node = h("button", { class: "option", type: "button", "aria-checked": poll.allows_multiple_answers ? "false" : null,
      role: poll.allows_multiple_answers ? "checkbox" : null }, h("span", { class: "ring" }), h("span", {}, option.text));
    node.addEventListener("click", () => {
      if (!poll.allows_multiple_answers) {
        send([index]);
        return;
      }
      if (!chosen.delete(index)) chosen.add(index);
      node.setAttribute("aria-checked", chosen.has(index));
    });
    return h("li", {}, node);
  }));
  if (!poll.allows_multiple_answers) return list;
  const done = h("button", { class: "key", type: "button" }, t("vote"));
  done.addEventListener("click", () => chosen.size && send([...chosen].sort((a, b) => a - b)));
  return h("div", {}, list, done);
}
