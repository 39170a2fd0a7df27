import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { formats } from "../../../src/ingest/formats/index.ts";
import { recogniseFile } from "../../../src/ingest/recognise.ts";
import { aCsv, describeBook, fixture, ingestAll } from "../support.ts";

const folder = new URL("../../../src/ingest/formats/", import.meta.url);

describe("the list of formats", () => {
  it("has every file of the folder that defines a format", () => {
    const defining = readdirSync(folder).filter((file) =>
      readFileSync(new URL(file, folder), "utf8").includes("= defineFormat("),
    );

    expect(formats.map(({ id }) => `${id}.ts`).sort()).toEqual(defining.sort());
  });

  it.each(formats)("$id gives no name to two of its columns", ({ columns }) => {
    const fold = (name: string) =>
      name
        .normalize("NFKD")
        .replace(/[^a-z0-9]/gi, "")
        .toLowerCase();
    const names = Object.values(columns).flatMap((column) => [...new Set(column.names.map(fold))]);

    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });

  it.each(formats)("$id needs columns that it reads", ({ columns, needs }) => {
    expect(needs.flat().filter((column) => !(column in columns))).toEqual([]);
  });
});

/** Exports that mix what portals, spreadsheets and people do to them: beside clean and dirty, and of any number. */
function furtherExports(id: string): readonly string[] {
  const files = readdirSync(new URL(`../../../fixtures/formats/${id}/`, import.meta.url));
  return files.filter((file) => /^further.*\.csv$/.test(file)).map((file) => file.replace(".csv", ""));
}

describe.each(formats)("$id", ({ id }) => {
  it.each(furtherExports(id))("reads its %s export as expected, and accounts for each row", async (kind) => {
    const book = await ingestAll([fixture(`${id}/${kind}.csv`)]);

    await expect(describeBook(book)).toMatchFileSnapshot(`../../../fixtures/formats/${id}/${kind}.expected.txt`);
    expect(book.files[0]?.format).toBe(id);
  });

  it.each(["clean", "dirty"])("reads its %s export as expected", async (kind) => {
    const book = await ingestAll([fixture(`${id}/${kind}.csv`)]);

    await expect(describeBook(book)).toMatchFileSnapshot(`../../../fixtures/formats/${id}/${kind}.expected.txt`);
  });

  it.each(["clean", "dirty"])("is recognised by the header of its %s export", async (kind) => {
    const { format, why } = await recogniseFile(fixture(`${id}/${kind}.csv`));

    expect(format?.id, why).toBe(id);
  });

  it("is recognised by its columns in another order, in capitals and with one more", async () => {
    const { header } = await recogniseFile(fixture(`${id}/clean.csv`));
    const other = ["Remark", ...header.map((name) => name.toUpperCase())].reverse();

    const { format, why } = await recogniseFile(aCsv("other.csv", other, ["x"]));

    expect(format?.id, why).toBe(id);
  });

  it("rejects nothing of its clean export, and something of its dirty one", async () => {
    const clean = await ingestAll([fixture(`${id}/clean.csv`)]);
    const dirty = await ingestAll([fixture(`${id}/dirty.csv`)]);

    expect(clean.rejected).toEqual([]);
    expect(dirty.rejected.length).toBeGreaterThan(0);
  });
});
