import { foldWord } from "../../cells/words.ts";
import type { FormatEntry } from "../../model/configuration.ts";
import { templates } from "../templates.ts";
import type { Format, FormatColumn } from "./format.ts";

/** A format of the configuration: the template of its kind under the portal's own column names. */
export function configuredFormat(entry: FormatEntry): Format {
  const template = templates[entry.record];
  const columns: Record<string, FormatColumn> = {};
  for (const [column, header] of entry.columns) {
    const { as = column, isDate } = template.columns[column] ?? {};
    columns[column] = isDate ? { as, names: [header], isDate } : { as, names: [header] };
  }
  return {
    id: entry.id,
    title: entry.title,
    record: entry.record,
    columns,
    needs: [...entry.columns.keys()].map((column) => [column]),
    dateOrder: entry.dateOrder,
    decimal: entry.decimal,
    channel: entry.channel,
    isOneTenant: false,
    headerRow: entry.headerRow,
    rewrite: rewriting(entry),
    read: (row) => template.read(row),
  };
}

function rewriting({ fixed, values }: FormatEntry): (column: string, written: string) => string {
  const meanings = new Map([...values].map(([column, words]) => [column, wordsOf(words)]));
  return (column, written) => {
    const always = fixed.get(column);
    if (always !== undefined) return always;
    const words = meanings.get(column);
    return words?.get(written) ?? words?.get(wordKey(written)) ?? written;
  };
}

/** Under each word as given, and folded; where two fold to one, the word as given tells. */
function wordsOf(words: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  return new Map([...[...words].map(([theirs, ours]): [string, string] => [wordKey(theirs), ours]), ...words]);
}

/** A sign that holds no letter is a word by itself. */
function wordKey(text: string): string {
  return foldWord(text) || text;
}
