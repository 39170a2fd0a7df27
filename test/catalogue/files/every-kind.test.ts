import { readdirSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { catalogueKinds } from "../../../src/catalogue/files/kinds/index.ts";
import { readCatalogueFile } from "../../../src/catalogue/files/read-catalogue-file.ts";
import { linesOf, termsInForce } from "../../../src/catalogue/price-lines.ts";
import { aFile } from "../../support/a-file.ts";
import { aText, rowsOf } from "../../text/a-text.ts";
import { fixtureBytes, layerOf, layerText } from "./support.ts";

describe("the list of kinds", () => {
  it("has every file of its folder", () => {
    const files = readdirSync(new URL("../../../src/catalogue/files/kinds/", import.meta.url))
      .filter((file) => file !== "index.ts")
      .map((file) => file.replace(".ts", ""));

    expect(catalogueKinds.map(({ id }) => id).sort()).toEqual(files.sort());
  });

  it.each(catalogueKinds)(
    "$id needs, dates and is dated by columns that it reads",
    ({ columns, needs, dates, dated }) => {
      const named = [...needs.flat(), ...dates, ...(dated === undefined ? [] : [dated])];

      expect(named.filter((column) => !(column in columns))).toEqual([]);
    },
  );
});

describe.each(catalogueKinds)("$id", ({ id }) => {
  it.each(["clean", "dirty"])("reads its %s file as expected", async (kind) => {
    const layer = await layerOf(fixtureBytes(`${id}/${kind}.csv`), `${kind}.csv`);

    expect(layer.kind).toBe(id);
    await expect(layerText(layer)).toMatchFileSnapshot(`../../../fixtures/catalogue/${id}/${kind}.expected.json`);
  });

  it("finds nothing wrong with its clean file, and names file, row, column, value and what to do in its dirty one", async () => {
    const clean = await layerOf(fixtureBytes(`${id}/clean.csv`), "clean.csv");
    const dirty = await layerOf(fixtureBytes(`${id}/dirty.csv`), "dirty.csv");

    expect(clean.problems).toEqual([]);
    expect(dirty.problems.length).toBeGreaterThan(0);
    for (const problem of dirty.problems)
      expect(problem).toMatch(/^dirty\.csv row \d+, column ".+": expected .+, found ".*"; .+\.$/);
  });

  it("is known by its header in another order, in capitals, below a title, gzipped", async () => {
    const [header = "", ...rows] = Buffer.from(fixtureBytes(`${id}/clean.csv`))
      .toString("utf8")
      .replace(/^\uFEFF/, "")
      .split("\r\n");
    const turned = [`Title`, `Remark,${header.toUpperCase()}`, ...rows.map((row) => (row === "" ? "" : `x,${row}`))];

    const layer = await layerOf(gzipSync(turned.join("\r\n")), "turned.csv.gz");
    const plain = await layerOf(fixtureBytes(`${id}/clean.csv`), "turned.csv.gz");

    expect(layer.kind).toBe(id);
    expect(layer.offers).toEqual(plain.offers);
  });

  it("is read the same with every cell quoted, and in small chunks", async () => {
    const plain = await layerOf(fixtureBytes(`${id}/dirty.csv`), "dirty.csv");
    const { rows } = await rowsOf(fixtureBytes(`${id}/dirty.csv`));
    const quoted = rows
      .map(({ cells }) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(","))
      .join("\r\n");

    const reading = await readCatalogueFile(aFile("dirty.csv", quoted, 50));

    expect(reading).toMatchObject({ kind: "layer", layer: { ...plain, sha256: expect.any(String) } });
  });

  it("is refused, not guessed, where a column that it reads stands twice", async () => {
    const [header = "", ...rows] = Buffer.from(fixtureBytes(`${id}/clean.csv`))
      .toString("utf8")
      .replace(/^\uFEFF/, "")
      .split("\r\n");
    const [column = ""] = Object.values(catalogueKinds.find((kind) => kind.id === id)?.columns ?? {})
      .flat()
      .filter((name) => header.replaceAll('"', "").toLowerCase().split(",").includes(name.toLowerCase()));

    const reading = await readCatalogueFile(aText([`${header},${column}`, ...rows].join("\r\n")));

    expect(reading).toMatchObject({ kind: "refused", why: expect.stringContaining("more than once") });
  });
});

describe("a cell with quotes in it", () => {
  it.each([
    ["as RFC 4180 writes it", '"Visio ""Plan"" 2"'],
    ["with spaces around it", ' "Visio ""Plan"" 2" '],
    ["not doubled", '"Visio "Plan" 2"'],
  ])("is read without those around it, in rows that repeat it: %s", async (_name, cell) => {
    const header = "ProductId,SkuId,SkuTitle,TermDuration,BillingPlan,UnitPrice";
    const rows = ["P1M", "P1Y"].map((term) => `CFQ7TTC0HD33,0002,${cell},${term},Monthly,15`);

    const { offers, problems } = await layerOf([header, ...rows].join("\n"), "prices.csv");

    expect(problems).toEqual([]);
    expect(offers.map(({ name, prices }) => [name, prices && termsInForce(prices)])).toEqual([
      ['Visio "Plan" 2', ["P1M", "P1Y"]],
    ]);
  });
});

describe("a price list with its segments by turns", () => {
  it("gives each segment its own prices, and only to the product of the row", async () => {
    const header = "ProductId,SkuId,SkuTitle,TermDuration,BillingPlan,UnitPrice,Segment";
    const row = (skuId: string, price: number, segment: string) =>
      `CFQ7TTC0HD33,${skuId},Visio ${skuId},P1M,Monthly,${price},${segment}`;
    const rows = [
      row("0002", 1, "Commercial"),
      row("0002", 2, "Education"),
      row("0002", 3, "Commercial"),
      row("0003", 4, "Commercial"),
    ];

    const { offers } = await layerOf([header, ...rows].join("\n"), "prices.csv");

    expect(
      offers.map(({ name, segment, prices }) => [
        name,
        segment,
        ...(prices === undefined ? [] : linesOf(prices)).map((one) => one.perMonth),
      ]),
    ).toEqual([
      ["Visio 0002", "commercial", 1, 3],
      ["Visio 0002", "education", 2],
      ["Visio 0003", "commercial", 4],
    ]);
  });
});

describe("a file of no kind", () => {
  it.each([
    ["another table", "Fruit,Price\napple,1\n", /expected the header of a catalogue file .*found "Fruit", "Price"/],
    ["nothing", "", /no rows/],
    ["a workbook", Buffer.from([0x50, 0x4b, 3, 4, 0, 0]), /Excel workbook/],
  ])("is refused and said: %s", async (_name, content, why) => {
    const reading = await readCatalogueFile(aText(content));

    expect(reading).toMatchObject({ kind: "refused", why: expect.stringMatching(why) });
  });
});

describe("the day of a file", () => {
  it.each([
    ["its name", "prices-2026-11-03.csv", "2026-11-03"],
    ["its name without hyphens", "20261103_prices.csv", "2026-11-03"],
    ["the month in its name", "prices 2026-11.csv", "2026-11-01"],
    ["its newest row", "prices.csv", "2026-07-01"],
    ["its newest row, not a number in its name", "prices-12345678901.csv", "2026-07-01"],
  ])("comes from %s", async (_name, file, expected) => {
    expect((await layerOf(fixtureBytes("nce-price-list/clean.csv"), file)).date).toBe(expected);
  });
});

it("knows a legacy price list that was passed on without its prices and dates", async () => {
  const text = [
    "Offer Display Name,Durable Offer ID,License Agreement Type,Purchase Unit,Secondary License Type",
    "Contoso Lamp,6a000000-0000-4000-8000-000000000003,Government,1 Month(s),ADDON",
  ].join("\n");

  const { kind, offers } = await layerOf(text, "list.csv");

  expect(kind).toBe("legacy-price-list");
  expect(offers).toMatchObject([{ name: "Contoso Lamp", segment: "government", isAddOn: true }]);
});
