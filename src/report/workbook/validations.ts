import { isoDate } from "../../model/plain-date.ts";
import { CHOICES, type Column, type Input } from "../table.ts";
import { columnLetters, excelDay } from "./cell-xml.ts";
import type { Validation } from "./sheet-end.ts";

/** The hidden sheet with the lists of the dropdowns that are too long for a cell. */
export const LISTS = "Lists";

/** What may be typed into the columns that are for typing, from the first data row to the last. */
export function validationsOf(
  columns: readonly Column<unknown>[],
  lastRow: number,
  listRows: number,
): readonly Validation[] {
  if (lastRow < 2) return [];
  const choices = columns.findIndex((column) => column.key === CHOICES);
  return columns.flatMap(({ input }, index) => {
    if (input === undefined) return [];
    const rule = ruleOf(input, columnLetters(choices), listRows);
    if (rule === undefined) return [];
    const letters = columnLetters(index);
    return [{ range: `${letters}2:${letters}${lastRow}`, ...rule }];
  });
}

/** What is allowed, in words: for the message of a validation and for Legend. */
export function allowedText(input: Input): string {
  switch (input.kind) {
    case "word":
      return `One of: ${input.words.join(", ")}.`;
    case "choice":
      return "A target from the list, or ProductId:SkuId; several joined by +.";
    case "count":
      return `A whole number, ${input.least} or more.`;
    case "day":
      return `A date, ${isoDate(input.from)} or later.`;
    case "text":
      return "Free text.";
    default:
      return input satisfies never;
  }
}

function ruleOf(input: Input, choicesColumn: string, listRows: number): Omit<Validation, "range"> | undefined {
  const allowed = allowedText(input);
  switch (input.kind) {
    case "word":
      return { check: { kind: "list", formula: `"${input.words.join(",")}"` }, style: "stop", allowed };
    case "choice":
      if (listRows === 0) return undefined;
      return {
        check: { kind: "list", formula: listFormula(`$${choicesColumn}2`, listRows) },
        style: "warning",
        allowed,
      };
    case "count":
      return { check: { kind: "whole", least: input.least }, style: "stop", allowed };
    case "day":
      return { check: { kind: "date", least: excelDay(input.from) ?? 0 }, style: "stop", allowed };
    case "text":
      return undefined;
    default:
      return input satisfies never;
  }
}

/** The rows of one list on the hidden sheet. It refers to its own row, so that it holds after sorting. */
function listFormula(numberCell: string, listRows: number): string {
  const numbers = `${LISTS}!$A$2:$A$${listRows + 1}`;
  return `OFFSET(${LISTS}!$B$1,MATCH(${numberCell},${numbers},0),0,COUNTIF(${numbers},${numberCell}),1)`;
}
