import { readFileSync } from "node:fs";
import { readCatalogueFile } from "../../../src/catalogue/files/read-catalogue-file.ts";
import { linesOf } from "../../../src/catalogue/price-lines.ts";
import type { CatalogueLayer } from "../../../src/catalogue/statement.ts";
import type { PriceLines } from "../../../src/model/offer.ts";
import { aFile } from "../../support/a-file.ts";

const FIXTURES = new URL("../../../fixtures/catalogue/", import.meta.url);

export function fixtureBytes(name: string): Uint8Array {
  return readFileSync(new URL(name, FIXTURES));
}

/** A file that must be readable. */
export async function layerOf(content: string | Uint8Array, name: string): Promise<CatalogueLayer> {
  const reading = await readCatalogueFile(aFile(name, content));
  if (reading.kind === "refused") throw new Error(reading.why);
  return reading.layer;
}

function isPriceLines(value: unknown): value is PriceLines {
  return typeof value === "object" && value !== null && "parts" in value;
}

/** As text that a reviewer can read: sets and maps as lists. */
export function layerText({ sha256: _, ...layer }: CatalogueLayer): string {
  const plain = (_key: string, value: unknown): unknown => {
    if (value instanceof Set) return [...value].join(" ");
    if (value instanceof Map) return Object.fromEntries(value);
    if (isPriceLines(value)) return linesOf(value);
    return value === Number.POSITIVE_INFINITY ? "no limit" : value;
  };
  return `${JSON.stringify(layer, plain, 1)}\n`;
}
