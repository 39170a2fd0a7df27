import { foldText, titlesRead } from "../locale/read-back.ts";
import type { InputFile } from "../model/input-file.ts";
import { addDays, isoDate, type PlainDate } from "../model/plain-date.ts";
import { readSheets, type SheetRow } from "./read-decisions.ts";

/** A step of the runbook as the workbook has it; text is in the workbook's language. */
export interface WrittenStep {
  /** Empty: there is no day yet. */
  readonly due: string;
  readonly step: string;
  readonly todo: string;
  readonly who: string;
  /** Empty: the day due is the last. */
  readonly latest: string;
}

/** Whose steps are looked for. */
export interface StepsOf {
  /** As exported, or the key where there is none. */
  readonly id: string;
  readonly customer: string;
  readonly tenantId: string;
}

const TITLES = ["Customer", "Due", "Step", "What to do", "Who", "Latest", "Subscription ids", "Tenant id"] as const;
const NEEDED: readonly (typeof TITLES)[number][] = ["Customer", "Due", "Step", "Subscription ids", "Tenant id"];
const READ = titlesRead(TITLES);
/** Day 0 of a workbook that counts from 1900. */
const WORKBOOK_BEGIN = -25_569 as PlainDate;

/**
 * The steps that a workbook of ours has for one subscription, in their order: its own, and those for all that move of its
 * customer. Throws UnreadableWorkbook.
 */
export async function writtenSteps(
  file: InputFile,
  { id, customer, tenantId }: StepsOf,
): Promise<readonly WrittenStep[]> {
  const steps: WrittenStep[] = [];
  let sheet: string | undefined;
  let columns: ReadonlyMap<string, number> | undefined;
  for await (const item of readSheets(file)) {
    if (item.kind !== "row") continue;
    if (item.sheet !== sheet) {
      sheet = item.sheet;
      columns = columnsOf(item);
      continue;
    }
    if (columns === undefined) continue;
    const cell = cellsOf(item, columns);
    if (cell("Customer") !== customer || cell("Tenant id") !== tenantId) continue;
    const ids = cell("Subscription ids");
    if (ids !== "" && !ids.split("; ").includes(id)) continue;
    const day = (title: (typeof TITLES)[number]) => dayText(cell(title), item.daysToAdd);
    steps.push({
      due: day("Due"),
      step: cell("Step"),
      todo: cell("What to do"),
      who: cell("Who"),
      latest: day("Latest"),
    });
  }
  return steps;
}

/** By folded English title; undefined: another sheet. */
function columnsOf({ cells }: SheetRow): ReadonlyMap<string, number> | undefined {
  const columns = new Map<string, number>();
  for (const { column, text } of cells) {
    const title = READ.get(foldText(text));
    if (title !== undefined && !columns.has(title)) columns.set(title, column);
  }
  return NEEDED.every((title) => columns.has(foldText(title))) ? columns : undefined;
}

function cellsOf({ cells }: SheetRow, columns: ReadonlyMap<string, number>) {
  const texts = new Map(cells.map(({ column, text }) => [column, text]));
  return (title: (typeof TITLES)[number]) => texts.get(columns.get(foldText(title)) ?? 0) ?? "";
}

function dayText(cell: string, daysToAdd: number): string {
  const days = Number(cell);
  return cell === "" || !Number.isInteger(days) ? cell : isoDate(addDays(WORKBOOK_BEGIN, days + daysToAdd));
}
