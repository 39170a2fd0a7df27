import { createHash } from "node:crypto";
import type { InputFile } from "../model/input-file.ts";
import { UserError } from "../model/user-error.ts";
import { inspectFile } from "../text/inspect.ts";
import { readRows, UnreadableFile } from "../text/read-csv.ts";

/** A row of plan.csv. */
export interface PlanRecord {
  readonly key: string;
  readonly customer: string;
  readonly subscriptionId: string;
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
  const inspection = await inspectFile(file);
  let columns: readonly string[] | undefined;
  try {
    for await (const rows of readRows(file, inspection)) {
      for (const { cells, problem } of rows) {
        if (cells.every((cell) => cell === "")) continue;
        if (columns === undefined) {
          columns = cells;
          const missing = NEEDED.filter((name) => !cells.includes(name));
          if (missing.length > 0) {
            throw new UserError([
              `${file.label}: expected the columns of a plan.csv, found none called ${missing.join(", ")}.`,
            ]);
          }
        } else if (problem !== undefined) throw new UserError([`${file.label}: ${problem}.`]);
        else yield planRecord(columns, cells);
      }
    }
  } catch (error) {
    if (error instanceof UnreadableFile) throw new UserError([`${file.label}: ${error.message}.`]);
    throw error;
  }
  if (columns === undefined) throw new UserError([`${file.label}: is empty; expected a plan.csv.`]);
}
