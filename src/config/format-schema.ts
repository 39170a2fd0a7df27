import { z } from "zod";
import { templates } from "../ingest/templates.ts";
import { BILLINGS, CHANNELS, SEGMENTS, SUBSCRIPTION_STATUSES, TERMS } from "../model/subscription.ts";

const YES_NO = ["yes", "no"] as const;

/** Columns that hold one of our words. */
const WORDS: Readonly<Record<string, readonly string[]>> = {
  status: SUBSCRIPTION_STATUSES,
  segment: SEGMENTS,
  channel: CHANNELS,
  term: TERMS,
  billing: BILLINGS,
  auto_renew: YES_NO,
  is_trial: YES_NO,
  relationship: YES_NO,
};

const columnNames = [...new Set(Object.values(templates).flatMap((template) => Object.keys(template.columns)))];

/** An object that may have each of our columns as its key. */
function byColumn<Value extends z.ZodType>(schemaOf: (column: string) => Value) {
  return z.strictObject(Object.fromEntries(columnNames.map((column) => [column, schemaOf(column).optional()])));
}

function fixedValue(column: string): z.ZodType<string> {
  const words = WORDS[column];
  if (words !== undefined) return z.enum(words);
  if (Object.values(templates).some((template) => template.columns[column]?.isDate)) return z.iso.date();
  if (column === "seats") return z.string().regex(/^[1-9]\d{0,8}$/, "expected a number of seats as text");
  if (column === "assigned_seats") return z.string().regex(/^\d{1,9}$/, "expected a number of seats as text");
  if (column === "unit_price")
    return z.string().regex(/^\d{1,9}(\.\d{1,2})?$/, "expected a price as text, such as 4.20");
  return Text;
}

/** Their words, each with ours; "" for a word that says nothing. */
function meanings(column: string): z.ZodType<Record<string, string>> {
  const words = WORDS[column];
  return z.record(z.string().min(1), words === undefined ? z.string() : z.enum([...words, ""]));
}

const Text = z.string().regex(/\S/, "expected a text that is not empty");

export const FormatFile = z
  .strictObject({
    id: z
      .string()
      .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "expected small letters and digits, joined by hyphens, such as acme-portal")
      .describe("Name of the format; stands in the manifest and in rejected.csv."),
    title: Text.optional(),
    record: z.enum(["subscription", "usage", "customer"]),
    columns: byColumn(() => Text).describe("Our column, and the header that it has in the file."),
    dateOrder: z.enum(["dmy", "mdy"]).optional().describe("For dates that their own file leaves open."),
    decimal: z.enum([".", ","]).optional().describe("For numbers that can be read in two ways, such as 1,250."),
    headerRow: z
      .number()
      .int()
      .min(1)
      .max(20)
      .optional()
      .describe("Row of the header as Excel counts, if always the same."),
    fixed: byColumn(fixedValue).optional().describe("Our column, and the value that every row has."),
    values: byColumn(meanings).optional().describe("Our column, and their words with ours."),
    channel: z.enum(CHANNELS).optional().describe("Where the row does not say."),
  })
  .describe("The export of a portal that the program does not know.");
export type FormatFile = z.infer<typeof FormatFile>;
