import { languageOf } from "../../locale/language.ts";
import { word } from "../../locale/sentence.ts";
import { SUBSCRIPTION_DECISIONS } from "../../model/decision-words.ts";
import { type Plan, STATUSES, type Status } from "../../model/plan.ts";
import type { AnyTable } from "../table.ts";
import { columnLetters } from "./cell-xml.ts";
import { BAR_BLOCKS, bar, type GridRow, header, integer, text } from "./grid-sheet.ts";
import { partName, sheetColumns } from "./list-sheet.ts";
import { STATUS_STYLES, STYLES } from "./styles.ts";

/** What COUNTIFS takes for any text at all. */
const ANY = "?*";

/**
 * How far the review is, kept up to date by formulas while people decide. They are made of our own sheet names and words
 * and of ranges that cover the data rows; nothing that was read gets into one. Empty where Plan has no column to decide in.
 */
export function reviewStateRows(plan: Plan, planTable: AnyTable | undefined, rowLimit: number): readonly GridRow[] {
  if (planTable?.sheet === undefined || plan.subscriptions.length === 0) return [];
  const keys = sheetColumns(planTable, plan).map(({ key }) => key);
  const [statusAt, decisionAt] = [keys.indexOf("status"), keys.indexOf("decision")];
  if (statusAt < 0 || decisionAt < 0) return [];
  const language = languageOf(plan.locale);
  const parts = partsOfList(language.text(planTable.sheet), plan.subscriptions.length, rowLimit);

  const counting = (status: Status, decision: string) =>
    parts
      .map(({ sheet, lastRow }) => {
        const range = (at: number) => `'${sheet}'!$${columnLetters(at)}$2:$${columnLetters(at)}$${lastRow}`;
        return `COUNTIFS(${range(statusAt)},"${language.say(word(status, "status"))}",${range(decisionAt)},"${decision}")`;
      })
      .join("+");

  const rows = STATUSES.filter((status) => status !== "excluded").map((status) => {
    const decided = decisionsOn(plan, status);
    const all = plan.totals[status];
    const sum = [...decided.values()].reduce((total, count) => total + count, 0);
    return {
      cells: [
        text(word(status, "status"), STATUS_STYLES[status]),
        integer(all),
        ...SUBSCRIPTION_DECISIONS.map((decision) => ({
          ...integer(decided.get(decision) ?? 0),
          formula: counting(status, language.say(word(decision, "decision"))),
        })),
        { ...integer(all - sum, STYLES.count), formula: `${all}-(${counting(status, ANY)})` },
        {
          ...bar(sum, all),
          formula: `REPT("█",ROUND(${BAR_BLOCKS}*(${counting(status, ANY)})/${Math.max(1, all)},0))`,
        },
      ],
    };
  });
  const decisions = SUBSCRIPTION_DECISIONS.map((each) => word(each, "decision"));
  return [header(["Status", "Subscriptions", ...decisions, "Open", "Decided", "", ""], 1, 7), ...rows];
}

/** The sheets that a list of so many rows fills, with the last row of each. */
function partsOfList(sheet: string, rowCount: number, rowLimit: number): readonly { sheet: string; lastRow: number }[] {
  const perPart = rowLimit - 1;
  return Array.from({ length: Math.ceil(rowCount / perPart) }, (_, index) => ({
    sheet: partName(sheet, index + 1),
    lastRow: Math.min(perPart, rowCount - index * perPart) + 1,
  }));
}

/** What was decided before, as the formulas will count it. */
function decisionsOn(plan: Plan, status: Status): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const planned of plan.subscriptions) {
    const decision = planned.decision?.decision.trim().toLowerCase() ?? "";
    if (planned.status === status && decision !== "") counts.set(decision, (counts.get(decision) ?? 0) + 1);
  }
  return counts;
}
