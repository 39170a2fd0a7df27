import { createHash } from "node:crypto";
import type { InputFile } from "../model/input-file.ts";
import { ownRows } from "../text/own-csv.ts";

/** A row of plan.csv. */
export interface PlanRecord {
  readonly key: string;
  readonly customer: string;
  readonly subscriptionId: string;
  readonly sourceOffer: string;
  /** By column, those that are compared. */
  readonly values: ReadonlyMap<string, string>;
  /** Equal for equal values of equal columns. */
  readonly digest: string;
}

/** Where a row stood in its export, and words made from other columns: they change without anything having changed. */
const NOT_COMPARED: ReadonlySet<string> = new Set([
  "key",
  "source_file",
  "source_row",
  "date_explanation",
  "severity",
  "wave",
]);

const NEEDED = ["key", "customer", "subscription_id", "status"];

/** A record of these columns; text as plan.csv has it. */
export function planRecord(columns: readonly string[], cells: readonly string[]): PlanRecord {
  const values = new Map<string, string>();
  let key = "";
  columns.forEach((column, index) => {
    const value = (cells[index] ?? "").replaceAll(/\s+/g, " ").trim();
    if (column === "key") key = value;
    if (!NOT_COMPARED.has(column)) values.set(column, value);
  });
  return {
    key,
    customer: values.get("customer") ?? "",
    subscriptionId: values.get("subscription_id") ?? "",
    sourceOffer: values.get("source_offer") ?? "",
    values,
    get digest() {
      return createHash("sha256")
        .update(JSON.stringify([...values]))
        .digest("base64");
    },
  };
}

/** Reads a plan.csv, row by row. Throws a UserError where it is none. */
export async function* readPlanFile(file: InputFile): AsyncGenerator<PlanRecord> {
  for await (const { columns, cells } of ownRows(file, NEEDED)) yield planRecord(columns, cells);
}
