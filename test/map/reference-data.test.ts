import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { builtInCatalogue } from "../../src/catalogue/built-in.ts";
import { inWords, mapOne } from "./map-one.ts";

// The files are other people's and stay where they are. A build server must have them, or say so.
const DATA = fileURLToPath(new URL("../../../shared/data/", import.meta.url));
const isAbsent = !existsSync(DATA) && process.env.CI === undefined;

interface KnownEntry {
  readonly source: {
    readonly offerId?: string;
    readonly skuId?: string;
    readonly skuPartNumber?: string;
    readonly name: string;
  };
  readonly status: string;
  readonly segment?: "commercial" | "education" | "government" | "nonprofit";
  readonly confidence: string;
}

describe.skipIf(isAbsent)("the reference data", () => {
  it("has every sample CSP id that is on sale, under its name of today", () => {
    const [, ...lines] = readFileSync(`${DATA}nce-product-skus.sample.csv`, "utf8").trim().split(/\r?\n/);
    const products = lines
      .map((line) => line.split(",").slice(1, 4))
      .filter(([, , name]) => !/EOS \d{4}/.test(name ?? ""));

    const others = products.filter(([product, sku]) => {
      const { target } = mapOne(builtInCatalogue(), { ids: [`${product}:${sku}`] });
      return target.match !== "exact" || target.offers[0]?.productSku !== `${product}:${sku}`;
    });

    expect(products.length).toBeGreaterThan(85);
    expect(others).toEqual([]);
  });

  it("has every sourced renaming, and takes none of them for an end of sale", () => {
    const entries: readonly KnownEntry[] = JSON.parse(readFileSync(`${DATA}discontinued.json`, "utf8"));
    const renamings = entries.filter(({ status, confidence }) => status === "renamed" && confidence !== "memory");
    // Renamed first and taken off sale later: two entries of one product.
    const goneLater = new Set(["Project Lite"]);

    const others = renamings
      .filter(({ source }) => !goneLater.has(source.name))
      .flatMap(({ source, segment }) =>
        [source.offerId, source.skuId, source.skuPartNumber]
          .filter((id) => id !== undefined)
          .map((id) => ({
            id,
            name: source.name,
            target: mapOne(builtInCatalogue(), { ids: [id], ...(segment && { segment }) }).target,
          })),
      )
      .filter(({ target }) => target.match !== "renamed" || target.discontinuation !== undefined)
      .map(({ id, name, target }) => `${id} ${name}: ${inWords(target)}`);

    expect(renamings.length).toBeGreaterThan(50);
    expect(others).toEqual([]);
  });
});
