import { readFileSync } from "node:fs";
import { messageOf } from "../../src/findings/finding.ts";
import { ingest } from "../../src/ingest/ingest.ts";
import type { DateOrder, FileEntry, FormatEntry } from "../../src/model/configuration.ts";
import type { Customer } from "../../src/model/customer.ts";
import type { FileReport, Ingested } from "../../src/model/ingested.ts";
import type { InputFile } from "../../src/model/input-file.ts";
import { isoDate, type PlainDate } from "../../src/model/plain-date.ts";
import type { SourceProduct, Subscription } from "../../src/model/subscription.ts";
import { aFile } from "../support/a-file.ts";

/** A CSV file of a header and rows, given as lists. */
export function aCsv(label: string, ...rows: readonly (readonly string[])[]): InputFile {
  const cell = (text: string) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return aFile(label, `${rows.map((row) => row.map(cell).join(",")).join("\n")}\n`);
}

export function fixture(path: string, label = path): InputFile {
  return aFile(label, readFileSync(new URL(`../../fixtures/formats/${path}`, import.meta.url)));
}

export function ingestAll(
  files: readonly InputFile[],
  options: {
    readonly entries?: readonly FileEntry[];
    readonly formats?: readonly FormatEntry[];
    readonly dateOrder?: DateOrder;
  } = {},
): Promise<Ingested> {
  const { entries = [], formats = [], dateOrder } = options;
  return ingest(files, { entries, formats, dateOrder, onRows: () => {} });
}

/** A book as text that a reviewer can read: every value that is there, nothing that is not. */
export function describeBook(book: Ingested): string {
  return [
    ...book.files.flatMap(describeFile),
    ...book.customers.map((customer) => `customer ${describeCustomer(customer)}`),
    ...book.subscriptions.map(describeSubscription),
    ...book.usage.map(
      ({ customer, place, product, assignedSeats }) =>
        `usage row ${place.row}: ${customer.name} | ${describeProduct(product)} | ${assignedSeats} assigned`,
    ),
    ...book.rejected.map(
      ({ place, code, column, value, format }) => `rejected row ${place.row}: ${code} ${format} | ${column} | ${value}`,
    ),
    ...book.notices.map(({ finding }) => `notice ${messageOf(finding)}`),
    "",
  ].join("\n");
}

function describeFile({
  file,
  format,
  encoding,
  delimiter,
  dateOrder,
  rows,
  ignored,
  unreadColumns,
}: FileReport): string[] {
  const counts = Object.entries(rows).filter(([, count]) => count > 0);
  return [
    `file ${file}: ${format || "no format"}, ${encoding}, ${JSON.stringify(delimiter)}, dates ${dateOrder || "plain"}`,
    `  ${counts.map(([name, count]) => `${name} ${count}`).join(", ")}`,
    ...ignored.map(({ reason, rows }) => `  ignored: ${rows} ${reason}`),
    `  unread columns: ${unreadColumns.join(", ")}`,
  ];
}

function describeCustomer({ name, tenantId, domain, countries, relationship, confirmed, conflicts }: Customer): string {
  const codes = countries.map(({ country, at }) => `${country}@${at.row}`).join(" ");
  const known = relationship === undefined ? "relationship unknown" : `relationship ${relationship}`;
  const disagree = conflicts.map(
    ({ field, kept, other, otherAt }) => `${field} ${kept}, row ${otherAt.row} says ${other}`,
  );
  return [name, tenantId, domain, codes, known, confirmed ? "" : "unconfirmed", ...disagree]
    .filter((part) => part !== "")
    .join(" | ");
}

function describeSubscription(subscription: Subscription): string {
  const { key: _, customer, place, product, seats, unread, conflicts, filled, start, termEnd, ...rest } = subscription;
  const day = (date: PlainDate | undefined) => (date === undefined ? undefined : isoDate(date));
  const facts = Object.entries({ ...rest, start: day(start), termEnd: day(termEnd) })
    .filter(([name, value]) => value !== undefined && value !== "" && value !== (name === "isLicenceBased"))
    .map(([name, value]) => `${name} ${value}`);
  return [
    `subscription row ${place.row} line ${place.line}: ${customer.name} | ${describeProduct(product)} | ${seats} seats`,
    `  ${facts.join(", ")}`,
    ...unread.map(({ field, column, value }) => `  unread ${field} in "${column}": "${value}"`),
    ...conflicts.map(
      ({ field, kept, other, otherAt }) => `  conflict ${field}: kept ${kept}, row ${otherAt.row} says ${other}`,
    ),
    ...filled.map(({ field, at }) => `  ${field} from row ${at.row}`),
  ].join("\n");
}

function describeProduct({ ids, name }: SourceProduct): string {
  return `[${ids.join(" ")}] ${name.replaceAll("\n", "\\n")}`;
}
