import type { Format } from "../ingest/formats/format.ts";
import { formats } from "../ingest/formats/index.ts";
import { templates } from "../ingest/templates.ts";
import type { FormatEntry } from "../model/configuration.ts";
import { countryCodeOf } from "../regions/country-codes.ts";
import type { FormatFile } from "./format-schema.ts";
import { nearestKey } from "./nearest-key.ts";

/** "rejected" is what the manifest calls a corrected rejected.csv. */
const TAKEN_IDS: ReadonlySet<string> = new Set([...formats.map((format) => format.id), "rejected"]);

/** The formats of the configuration, and a complaint for each that could not be used as it is written. */
export function completedFormats(
  files: readonly FormatFile[],
  complain: (problem: string) => void,
): readonly FormatEntry[] {
  const ids = new Set<string>();
  return files.map((file) => {
    const { id, title = `Format "${id}" of the configuration`, record, dateOrder, decimal, headerRow, channel } = file;
    const where = `formats "${id}"`;
    if (TAKEN_IDS.has(id)) complain(`${where}: the id is that of a format of the program; choose another.`);
    if (ids.has(id)) complain(`${where}: the id stands twice; give each format its own.`);
    ids.add(id);
    const columns = entriesOf(file.columns);
    const fixed = entriesOf(file.fixed ?? {});
    const values = entriesOf(file.values ?? {}).map(([column, words]): [string, ReadonlyMap<string, string>] => [
      column,
      new Map(Object.entries(words)),
    ]);
    const entry: FormatEntry = {
      id,
      title,
      record,
      columns: new Map(columns),
      fixed: new Map(fixed),
      values: new Map(values),
      dateOrder,
      decimal,
      headerRow,
      channel,
    };
    for (const problem of problemsOf(entry, templates[record])) complain(`${where}: ${problem}`);
    return entry;
  });
}

function problemsOf({ record, columns, fixed, values }: FormatEntry, template: Format): readonly string[] {
  const known = Object.keys(template.columns);
  const strangers = (key: string, of: ReadonlyMap<string, unknown>) =>
    [...of.keys()]
      .filter((column) => !known.includes(column))
      .map(
        (column) =>
          `${key} has "${column}", which a record of kind ${record} does not have; did you mean "${nearestKey(column, known)}".`,
      );
  const missing = template.needs
    .filter((group) => !group.some((column) => columns.has(column) || fixed.has(column)))
    .map((group) => `columns lacks ${group.map((column) => `"${column}"`).join(" or ")}; name its header in the file.`);
  const country = fixed.get("country");
  return [
    ...strangers("columns", columns),
    ...strangers("fixed", fixed),
    ...strangers("values", values),
    ...(columns.size === 0
      ? ["columns is empty, so that no file could be told by its header; name one at least."]
      : []),
    ...missing,
    ...(country !== undefined && countryCodeOf(country) === undefined
      ? [`fixed.country: expected a country as two letters (ISO 3166), found "${country}".`]
      : []),
    ...[...fixed.keys()]
      .filter((column) => columns.has(column))
      .map((column) => `"${column}" stands in columns and in fixed; keep one.`),
    ...[...values.keys()]
      .filter((column) => known.includes(column) && !columns.has(column))
      .map((column) => `values has "${column}", which columns does not have; name its header there.`),
  ];
}

function entriesOf<Value>(object: Readonly<Record<string, Value | undefined>>): [string, Value][] {
  return Object.entries(object).flatMap(([key, value]): [string, Value][] =>
    value === undefined ? [] : [[key, value]],
  );
}
