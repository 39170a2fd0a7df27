import { cpSync, readdirSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { packed, unpacked } from "../../src/cli/packed-layers.ts";
import { readCatalogueFiles } from "../../src/cli/read-catalogue-files.ts";
import { PROJECT, temporaryFolder } from "../support/command.ts";

const FIXTURES = path.join(PROJECT, "fixtures/catalogue");

it("gives layers of every kind back as they were, on the way between two threads", async () => {
  const named = readdirSync(FIXTURES).flatMap((kind) => [`${kind}/clean.csv`, `${kind}/dirty.csv`]);
  const { layers, refusals } = await readCatalogueFiles(named, FIXTURES);
  const prices = layers.flatMap(({ offers }) => offers.flatMap((offer) => offer.prices ?? []));

  const copied = structuredClone(packed(layers));

  expect(refusals).toEqual([]);
  expect(unpacked(copied)).toStrictEqual(layers);
  // Prices with and without what may be missing have gone.
  expect(prices.some((price) => "offSaleFrom" in price) && prices.some((price) => !("offSaleFrom" in price))).toBe(
    true,
  );
  expect(prices.some(({ perMonth }) => perMonth === undefined)).toBe(true);
  expect(prices.some(({ toSeats }) => toSeats === Number.POSITIVE_INFINITY)).toBe(true);
});

it("copies no price as an object of its own", async () => {
  const { layers } = await readCatalogueFiles(["nce-price-list/clean.csv"], FIXTURES);

  const [layer] = packed(layers).layers;

  expect(layer?.offers.map(({ prices }) => prices)).toEqual(layers[0]?.offers.map(({ prices }) => prices?.length));
});

it("keeps what one list says apart from what another does", async () => {
  const folder = temporaryFolder();
  for (const name of ["a-2026-01.csv", "b-2026-02.csv"])
    cpSync(path.join(FIXTURES, "nce-price-list/clean.csv"), path.join(folder, name));
  const { layers } = await readCatalogueFiles(["a-2026-01.csv", "b-2026-02.csv"], folder);

  const sources = unpacked(packed(layers)).map(({ offers }) => [
    ...new Set(offers.flatMap(({ prices = [] }) => prices.map(({ source }) => source))),
  ]);

  expect(sources).toEqual([["a-2026-01.csv (2026-01-01)"], ["b-2026-02.csv (2026-02-01)"]]);
});
