import { z } from "zod";
import { CHANNELS, SEGMENTS } from "../model/subscription.ts";
import { FormatFile } from "./format-schema.ts";

const Weekday = z.enum(["mon", "tue", "wed", "thu", "fri", "sat", "sun"]);
const CountryCode = z.string().regex(/^[A-Za-z]{2}$/, "expected a country as two letters, such as DE");
const State = z.string().min(1);
const Days = z.number().int().min(0).max(366);
const Day = z.iso.date();

const Partner = z
  .strictObject({
    id: z.string().min(1).describe("Short name of the location; stands in the column partner."),
    name: z.string().min(1).optional(),
    country: CountryCode.describe("Country of the partner location; decides the CSP region and the public holidays."),
    state: State.optional().describe("State with public holidays of its own, such as BY of DE."),
    tenantId: z.string().optional().describe("Tenant of this location: subscriptions it holds already are excluded."),
  })
  .describe("One location of the new partner.");

const FileCustomer = z.strictObject({
  tenantId: z.string().optional(),
  name: z.string().optional(),
  domain: z.string().optional(),
  country: CountryCode.optional(),
  state: State.optional().describe("State of that country with public holidays of its own, such as BY of DE."),
});

const FileEntry = z
  .strictObject({
    match: z.string().min(1).describe("Glob, relative to the configuration's folder."),
    customer: FileCustomer.optional(),
    channel: z.enum(CHANNELS).optional(),
    segment: z.enum(SEGMENTS).optional(),
  })
  .describe("What exports of one tenant do not say themselves.");

const Freeze = z.strictObject({ from: Day, to: Day, reason: z.string().min(1) });

const Policy = z.strictObject({
  path: z.enum(["auto", "billing-transfer", "repurchase", "channel-renewal"]).optional(),
  seats: z.enum(["purchased", "assigned"]).optional(),
  bufferDays: Days.optional().describe("Days before the term end at which to switch, 7 unless said."),
  minimumDays: Days.optional().describe("Days before the term end after which nothing is switched, 2 unless said."),
  relationshipLeadDays: Days.optional().describe("Days a customer needs to accept the relationship, 14 unless said."),
  groupDays: Days.optional(),
  workingDays: z.array(Weekday).min(1).optional(),
  holidays: z.enum(["none", "partner", "partner-and-customer"]).optional(),
  freezes: z.array(Freeze).optional(),
  capacityPerDay: z
    .strictObject({ subscriptions: z.number().int().min(1).optional(), customers: z.number().int().min(1).optional() })
    .optional(),
});

/** The configuration file as written. Every key may be missing. */
export const ConfigurationFile = z.strictObject({
  $schema: z.string().optional(),
  partners: z.array(Partner).optional(),
  files: z.array(FileEntry).optional(),
  catalogue: z
    .array(z.string().min(1))
    .optional()
    .describe("Own files of facts about offers, relative to the configuration's folder; each is known by its header."),
  formats: z.array(FormatFile).optional(),
  policy: Policy.optional(),
});
export type ConfigurationFile = z.infer<typeof ConfigurationFile>;
