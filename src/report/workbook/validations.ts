import type { Language } from "../../locale/language.ts";
import { day, listed, type Phrase, say, word } from "../../locale/sentence.ts";
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
  language: Language,
): readonly Validation[] {
  if (lastRow < 2) return [];
  const choices = columns.findIndex((column) => column.key === CHOICES);
  return columns.flatMap(({ input }, index) => {
    if (input === undefined) return [];
    const rule = ruleOf(input, columnLetters(choices), listRows, language);
    if (rule === undefined) return [];
    const letters = columnLetters(index);
    return [{ range: `${letters}2:${letters}${lastRow}`, ...rule }];
  });
}

/** What is allowed, in words: for the message of a validation and for Legend. */
export function allowedText(input: Input): Phrase {
  switch (input.kind) {
    case "word":
      return say`One of: ${listed(
        input.words.map((each) => word(each, "decision")),
        ", ",
      )}.`;
    case "choice":
      return say`A target from the list, or ProductId:SkuId; several joined by +.`;
    case "count":
      return say`A whole number, ${input.least} or more.`;
    case "day":
      return say`A date, ${day(input.from)} or later.`;
    case "text":
      return say`Free text.`;
    default:
      return input satisfies never;
  }
}

function ruleOf(
  input: Input,
  choicesColumn: string,
  listRows: number,
  language: Language,
): Omit<Validation, "range"> | undefined {
  const allowed = language.say(allowedText(input));
  const title = language.text(input.kind === "choice" ? "Not on the list" : "Not allowed here");
  const wordOf = (each: string) => language.say(word(each, "decision"));

  switch (input.kind) {
    case "word":
      return {
        check: { kind: "list", formula: `"${input.words.map(wordOf).join(",")}"` },
        style: "stop",
        title,
        allowed,
      };
    case "choice":
      if (listRows === 0) return undefined;
      return {
        check: { kind: "list", formula: listFormula(language.text(LISTS), `$${choicesColumn}2`, listRows) },
        style: "warning",
        title,
        allowed,
      };
    case "count":
      return { check: { kind: "whole", least: input.least }, style: "stop", title, allowed };
    case "day":
      return { check: { kind: "date", least: excelDay(input.from) ?? 0 }, style: "stop", title, allowed };
    case "text":
      return undefined;
    default:
      return input satisfies never;
  }
}

/** The rows of one list on the hidden sheet. It refers to its own row, so that it holds after sorting. */
function listFormula(sheet: string, numberCell: string, listRows: number): string {
  const numbers = `${sheet}!$A$2:$A$${listRows + 1}`;
  return `OFFSET(${sheet}!$B$1,MATCH(${numberCell},${numbers},0),0,COUNTIF(${numbers},${numberCell}),1)`;
}
