import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { messageOf } from "../../src/findings/finding.ts";
import { formats } from "../../src/ingest/formats/index.ts";
import { REJECTED_COLUMNS } from "../../src/ingest/recognise.ts";
import type { Ingested } from "../../src/model/ingested.ts";
import { aFile } from "../support/a-file.ts";
import { aCsv, ingestAll } from "./support.ts";

const FORMAT_IDS = formats.map(({ id }) => id);

const ROWS_ABOVE: Readonly<Record<string, number>> = { "dicker-data": 2, "msol-subscription": 1 };

/** The clean fixture of a format: what stands above the header, the header, and the rows. */
function cleanFile(id: string): { readonly lines: readonly string[]; readonly headerAt: number } {
  const text = readFileSync(new URL(`../../fixtures/formats/${id}/clean.csv`, import.meta.url), "utf8");
  const lines = text
    .replace(/^\ufeff/, "")
    .trimEnd()
    .split(/\r?\n/);
  return { lines, headerAt: ROWS_ABOVE[id] ?? 0 };
}

function recordsOf({ subscriptions, usage, customers }: Ingested) {
  return {
    subscriptions: subscriptions.map(({ id, seats, termEnd, customer }) => [id, seats, termEnd, customer.key]),
    usage: usage.map(({ product, assignedSeats }) => [product, assignedSeats]),
    customers: customers.map(({ key }) => key),
  };
}

describe.each(FORMAT_IDS)("%s", (id) => {
  it("takes its header line between and below the rows for no row", async () => {
    const { lines, headerAt } = cleanFile(id);
    const header = lines[headerAt] ?? "";
    const again = [...lines.slice(0, headerAt + 2), header, ...lines.slice(headerAt + 2), header];

    const once = await ingestAll([aFile("book.csv", lines.join("\n"))]);
    const book = await ingestAll([aFile("book.csv", again.join("\n"))]);

    expect(once.files[0]?.format).toBe(id);
    expect(book.rejected).toEqual([]);
    expect(book.files[0]?.ignored).toContainEqual({ reason: "repeated header", rows: 2 });
    expect(book.files[0]?.rows.read).toBe((once.files[0]?.rows.read ?? 0) + 2);
    expect(recordsOf(book)).toEqual(recordsOf(once));
  });

  it("is refused where two columns have one name, and every row is kept for correction", async () => {
    const { lines, headerAt } = cleanFile(id);
    const delimiter = lines[headerAt]?.includes(";") ? ";" : ",";
    const [name = ""] = (lines[headerAt] ?? "").split(delimiter);
    const twice = lines.map((line, at) =>
      at < headerAt ? line : `${line}${delimiter}${at === headerAt ? name.toUpperCase() : "x"}`,
    );

    const once = await ingestAll([aFile("book.csv", lines.join("\n"))]);
    const book = await ingestAll([aFile("book.csv", twice.join("\n"))]);

    const rows = lines.length - headerAt - 1 - (once.files[0]?.rows.ignored ?? 0);
    expect(book.files[0]?.refusal?.wording.code).toBe("FILE_UNKNOWN");
    expect(messageOf(book.notices[0]?.finding ?? expect.fail("no notice"))).toContain(name.trim().toUpperCase());
    expect(book.rejected).toHaveLength(rows);
    expect(book.subscriptions).toEqual([]);
  });
});

it("the header line of rejected.csv is no row either, where two such files were put together", async () => {
  const header = [...REJECTED_COLUMNS, "customer", "product_name", "seats"];
  const row = (customer: string) => ["a.csv", "2", "2", "seats", "x", "", "", "generic", customer, "P", "5"];

  const book = await ingestAll([aCsv("rejected.csv", header, row("A"), header, row("B"))]);

  expect(book.subscriptions.map(({ customer }) => customer.name)).toEqual(["A", "B"]);
  expect(book.files[0]?.ignored).toEqual([{ reason: "repeated header", rows: 1 }]);
});
