import type { Plan } from "../../model/plan.ts";
import type { Column } from "../table.ts";

const NEW = "new";

/**
 * Marks what the earlier plan did not have, and names what has changed since; no column where nothing was compared. On the sheet
 * alone: changes.csv has the values.
 */
export function sinceEarlierColumns<Row>(plan: Plan, keyOf: (row: Row) => string): readonly Column<Row>[] {
  const marks = marksOf(plan);
  if (marks.size === 0) return [];
  return [
    {
      key: "since_earlier_plan",
      title: "Since earlier plan",
      kind: "text",
      width: 16,
      wrap: true,
      note: "new: not in the earlier plan. Else the columns that have changed since; Changes has their values. Empty: as it was.",
      value: (row) => marks.get(keyOf(row)),
    },
  ];
}

function marksOf({ changes }: Plan): ReadonlyMap<string, string> {
  const marks = new Map<string, string>();
  for (const { kind, key, field, against } of changes ?? []) {
    if (against !== "earlier plan" || kind === "gone") continue;
    const mark = marks.get(key);
    marks.set(key, kind === "added" ? NEW : mark === undefined ? field : `${mark}, ${field}`);
  }
  return marks;
}
