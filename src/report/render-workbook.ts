import { languageOf } from "../locale/language.ts";
import { counted, day, say } from "../locale/sentence.ts";
import type { Plan } from "../model/plan.ts";
import type { Sink } from "./sink.ts";
import type { AnyTable } from "./table.ts";
import { Book } from "./workbook/book.ts";
import {
  CALENDAR,
  CALENDAR_HEAD,
  CALENDAR_PURPOSE,
  calendarFilter,
  calendarRows,
  calendarSetup,
} from "./workbook/calendar-sheet.ts";
import type { WriterClass } from "./workbook/exceljs-internals.ts";
import { writeGridSheet } from "./workbook/grid-sheet.ts";
import { LEGEND, LEGEND_PURPOSE, legend, legendSetup } from "./workbook/legend-sheet.ts";
import { cellsOfColumn, EXCEL_ROW_LIMIT, writeListSheet } from "./workbook/list-sheet.ts";
import { listsRows, listsSetup } from "./workbook/lists-sheet.ts";
import { reviewStateRows } from "./workbook/review-state.ts";
import { type IndexEntry, summaryRows, summarySetup } from "./workbook/summary-sheet.ts";

/**
 * Writes the plan as an Excel workbook: Summary, a sheet for each table in their order, Legend.
 * Same plan, same bytes. Holds no more than a few hundred rows at a time, however long the lists are.
 */
export async function renderWorkbook(
  plan: Plan,
  tables: readonly AnyTable[],
  sink: Sink,
  rowLimit = EXCEL_ROW_LIMIT,
): Promise<void> {
  const lists = tables.filter((table) => table.sheet !== undefined && table.isIn?.(plan) !== false);
  const book = new Book(await streamingWriter(), sink, plan.asOf, languageOf(plan.locale));
  const subject = say`Transfer of ${counted(plan.totals.planned, "subscription")}, as of ${day(plan.asOf)}`;
  book.describe(book.language.text("CSP transfer plan"), book.language.say(subject));

  const { rows: legendRows, rowOfCode } = legend(plan, lists);
  const calendar = calendarRows(plan);
  const sheets = inOrderOfContract(lists);
  const index: readonly IndexEntry[] = [
    ...sheets.map((sheet) =>
      sheet === CALENDAR
        ? { sheet, rows: calendar.length - CALENDAR_HEAD, purpose: CALENDAR_PURPOSE }
        : {
            sheet: sheet.sheet ?? "",
            rows: sheet.rowCount?.(plan) ?? countOf(sheet.rows(plan)),
            purpose: sheet.purpose,
          },
    ),
    { sheet: LEGEND, rows: undefined, purpose: LEGEND_PURPOSE },
  ];
  const planTable = lists.find((table) => table.sheet === "Plan");
  const reviewState = reviewStateRows(plan, planTable, rowLimit);
  await writeGridSheet(book, summarySetup, summaryRows(plan, index, rowOfCode, reviewState));
  const choices = listsRows(plan);
  const planRows = { rowCount: plan.subscriptions.length, rowLimit, sheet: book.language.text("Plan") };
  const planKeys = planTable === undefined ? undefined : cellsOfColumn(planTable, plan, "key", planRows);
  const limits = { rowLimit, listRows: choices.length - 1, planKeys };
  for (const sheet of sheets) {
    if (sheet === CALENDAR) await writeGridSheet(book, calendarSetup, calendar, calendarFilter(calendar.length));
    else await writeListSheet(book, plan, sheet, limits);
  }
  await writeGridSheet(book, legendSetup, legendRows);
  await writeGridSheet(book, listsSetup, choices);
  await book.close();
}

/** The calendar follows the customers, or all lists where there are none. */
function inOrderOfContract(lists: readonly AnyTable[]): readonly (AnyTable | typeof CALENDAR)[] {
  const customers = lists.findIndex((table) => table.sheet === "Customers");
  const before = customers < 0 ? lists.length : customers + 1;
  return [...lists.slice(0, before), CALENDAR, ...lists.slice(before)];
}

/** Loaded when a workbook is written, or when somebody waits for something else: it takes half of the program's start. */
export async function streamingWriter(): Promise<WriterClass> {
  const { default: exceljs } = await import("exceljs");
  return exceljs.stream.xlsx.WorkbookWriter as unknown as WriterClass;
}

function countOf(rows: Iterable<unknown>): number {
  if (Array.isArray(rows)) return rows.length;
  let count = 0;
  for (const _ of rows) count += 1;
  return count;
}
