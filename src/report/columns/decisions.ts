import { DECISION_COLUMNS } from "../../model/decision-columns.ts";
import { isoDate } from "../../model/plain-date.ts";
import type { TypedDecision } from "../../model/verdict.ts";
import { withoutGuard } from "../../text/own-csv.ts";
import type { Column } from "../table.ts";

type Name = (typeof DECISION_COLUMNS)[number];

const WORDS: Readonly<Record<Name, readonly [title: string, width: number, note: string]>> = {
  scope: ["Scope", 14, "subscription or mapping."],
  key: ["Key", 19, "Key of the row of Plan, or of Mapping."],
  decision: ["Decision", 12, "As decided."],
  target: ["Target", 30, "New or chosen target, as typed."],
  seats: ["Seats", 9, "New seats, as typed."],
  date: ["Date", 12, "New date, as typed."],
  reviewer: ["Reviewer", 16, "Who decided."],
  comment: ["Comment", 40, "As typed."],
  facts: ["Facts", 60, "What the reviewer saw. Empty: not compared."],
  source: ["Source", 34, "File, sheet and cell."],
};

/** A decision as a line of decisions.csv. What could not be read stays as it was typed. */
export const decisionColumns: readonly Column<TypedDecision>[] = DECISION_COLUMNS.map((key) => {
  const [title, width, note] = WORDS[key];
  return {
    key,
    title,
    width,
    note,
    kind: key === "key" ? "id" : "text",
    value: (decision) => guarded(textOf(decision, key)),
  };
});

/** What was typed with an apostrophe before a sign gets another: the reader takes one off. */
function guarded(text: string): string {
  return withoutGuard(text) === text ? text : `'${text}`;
}

function textOf(decision: TypedDecision, name: Name): string {
  if (name === "seats") return decision.unread?.seats ?? (decision.seats === undefined ? "" : String(decision.seats));
  if (name === "date") return decision.unread?.date ?? (decision.date === undefined ? "" : isoDate(decision.date));
  return decision[name];
}
