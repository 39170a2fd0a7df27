import type { z } from "zod";
import type { Configuration, FileEntry } from "../model/configuration.ts";
import { type PlainDate, parseIsoDate } from "../model/plain-date.ts";
import type { Policy } from "../model/policy.ts";
import type { Partner } from "../model/region.ts";
import { UserError } from "../model/user-error.ts";
import { countryCodeOf } from "../regions/country-codes.ts";
import { regionOf } from "../regions/regions.ts";
import { completedFormats } from "./formats.ts";
import { readJsonWithComments } from "./json-with-comments.ts";
import { nearestKey } from "./nearest-key.ts";
import { ConfigurationFile } from "./schema.ts";

/**
 * Reads the text of a configuration file: JSON, comments and trailing commas allowed. `name` is how messages call it.
 * Rejects with a UserError that names every problem of the file, not only the first.
 */
export async function readConfiguration(text: string, name: string): Promise<Configuration> {
  const { value: raw, problems: faults } = readJsonWithComments(text);
  if (faults.length > 0) {
    throw new UserError(
      faults.map(({ word, offset }) => {
        const before = text.slice(0, offset).split("\n");
        const position = `line ${before.length}, column ${(before.at(-1) ?? "").length + 1}`;
        return `${name} ${position}: expected JSON with comments, found a problem (${word}).`;
      }),
    );
  }
  const parsed = ConfigurationFile.safeParse(raw);
  if (!parsed.success) throw new UserError(parsed.error.issues.flatMap((issue) => issueTexts(issue, raw, name)));
  const problems: string[] = [];
  const statesOf = await statesNeeded(parsed.data);
  const configuration = completed(parsed.data, statesOf, (problem) => problems.push(`${name}: ${problem}`));
  if (problems.length > 0) throw new UserError(problems);
  return configuration;
}

/** The configuration of a run without a file: defaults only, and one partner location where a country is given. */
export function configurationFor(partnerCountry: string | undefined): Configuration {
  const problems: string[] = [];
  const partners = partnerCountry === undefined ? [] : [{ id: partnerCountry.toLowerCase(), country: partnerCountry }];
  const configuration = completed({ partners }, noStates, (problem) => problems.push(`--partner-country: ${problem}`));
  if (problems.length > 0) throw new UserError(problems);
  return configuration;
}

/** By code, with their names. */
type StatesOf = (country: string) => ReadonlyMap<string, string>;

const noStates: StatesOf = () => new Map();

/** All holidays of the world come with the states: they take longer to load than all else here to be done, and few name a state. */
async function statesNeeded({ partners = [], files = [] }: ConfigurationFile): Promise<StatesOf> {
  const places = [...partners, ...files.map(({ customer }) => customer)];
  if (places.every((place) => place?.state === undefined)) return noStates;
  const { statesOf } = await import("../regions/public-holidays.ts");
  return statesOf;
}

function completed(file: ConfigurationFile, statesOf: StatesOf, complain: (problem: string) => void): Configuration {
  const partners = (file.partners ?? []).map((partner) => completedPartner(partner, statesOf, complain));
  const ids = partners.map((partner) => partner.id);
  for (const id of new Set(ids.filter((id, index) => ids.indexOf(id) !== index))) {
    complain(`partners: the id "${id}" stands twice; give each location its own.`);
  }
  return {
    partners,
    files: (file.files ?? []).map((entry) => completedEntry(entry, statesOf, complain)),
    catalogueFiles: file.catalogue ?? [],
    formats: completedFormats(file.formats ?? [], complain),
    policy: completedPolicy(file.policy ?? {}, complain),
  };
}

function completedPartner(
  partner: NonNullable<ConfigurationFile["partners"]>[number],
  statesOf: StatesOf,
  complain: (problem: string) => void,
): Partner {
  const country = countryCodeOf(partner.country);
  if (country === undefined) {
    complain(`partner "${partner.id}": expected a country as two letters (ISO 3166), found "${partner.country}".`);
  } else if (regionOf(country) === undefined) {
    complain(`partner "${partner.id}": "${country}" is in no CSP region, so no partner location can be there.`);
  }
  return {
    id: partner.id,
    name: partner.name ?? partner.id,
    country: country ?? partner.country.toUpperCase(),
    ...stateOf(partner.state, country, statesOf, (problem) => complain(`partner "${partner.id}": ${problem}`)),
    tenantId: (partner.tenantId ?? "").trim().toLowerCase(),
  };
}

function completedEntry(
  entry: NonNullable<ConfigurationFile["files"]>[number],
  statesOf: StatesOf,
  complain: (problem: string) => void,
): FileEntry {
  const customer = entry.customer;
  const country = countryCodeOf(customer?.country ?? "");
  return {
    match: entry.match,
    customer:
      customer === undefined
        ? undefined
        : {
            tenantId: (customer.tenantId ?? "").trim().toLowerCase(),
            name: (customer.name ?? "").trim(),
            domain: (customer.domain ?? "").trim().toLowerCase(),
            country: country ?? (customer.country ?? "").toUpperCase(),
            ...stateOf(customer.state, country, statesOf, (problem) =>
              complain(`files entry "${entry.match}": ${problem}`),
            ),
          },
    channel: entry.channel,
    segment: entry.segment,
  };
}

/** Nothing where no state is given, or none that the country has; the latter is a problem. */
function stateOf(
  given: string | undefined,
  country: string | undefined,
  statesOf: StatesOf,
  complain: (problem: string) => void,
): { readonly state?: string } {
  if (given === undefined) return {};
  if (country === undefined) {
    complain(`the state "${given}" needs its country beside it.`);
    return {};
  }
  const states = statesOf(country);
  const state = given.trim().toUpperCase();
  if (states.has(state)) return { state };
  const known = [...states].map(([code, name]) => `${code} (${name})`).join(", ");
  complain(
    states.size === 0
      ? `"${given}" is not known as a state of ${country}: its public holidays are those of the whole country; leave the state out.`
      : `expected a state of ${country}, found "${given}"; known are ${known}. A state that is not among them has the holidays of the whole country: leave it out.`,
  );
  return {};
}

/** Defaults of contract section 12. */
function completedPolicy(
  policy: NonNullable<ConfigurationFile["policy"]>,
  complain: (problem: string) => void,
): Policy {
  const freezes = (policy.freezes ?? []).map((freeze) => {
    const from = parseIsoDate(freeze.from) as PlainDate;
    const to = parseIsoDate(freeze.to) as PlainDate;
    if (from > to)
      complain(`policy.freezes: "${freeze.reason}" begins on ${freeze.from}, after its end on ${freeze.to}.`);
    return { from, to, reason: freeze.reason };
  });
  return {
    path: policy.path ?? "auto",
    seats: policy.seats ?? "purchased",
    bufferDays: policy.bufferDays ?? 7,
    minimumDays: policy.minimumDays ?? 2,
    relationshipLeadDays: policy.relationshipLeadDays ?? 14,
    groupDays: policy.groupDays ?? 0,
    workingDays: policy.workingDays ?? ["mon", "tue", "wed", "thu", "fri"],
    holidays: policy.holidays ?? "partner",
    freezes,
    capacityPerDay: {
      subscriptions: policy.capacityPerDay?.subscriptions,
      customers: policy.capacityPerDay?.customers,
    },
  };
}

function issueTexts(issue: z.core.$ZodIssue, raw: unknown, name: string): readonly string[] {
  const where = issue.path.length === 0 ? "the file" : pathText(issue.path);
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((key) => {
      const nearest = nearestKey(key, knownKeysAt(issue.path));
      const hint = nearest === undefined ? "remove it" : `did you mean "${nearest}"`;
      return `${name}: ${where} has a key "${key}" that is not known; ${hint}.`;
    });
  }
  return [
    `${name}: ${where}: ${lowerFirst(issue.message)}, found ${JSON.stringify(valueAt(raw, issue.path)) ?? "nothing"}.`,
  ];
}

function pathText(path: readonly PropertyKey[]): string {
  return path
    .map((part, index) => (typeof part === "number" ? `[${part}]` : `${index > 0 ? "." : ""}${String(part)}`))
    .join("");
}

function lowerFirst(text: string): string {
  const plain = text.replace(/^Invalid input: /, "").replace(/^Invalid /, "expected another ");
  return plain.slice(0, 1).toLowerCase() + plain.slice(1);
}

function valueAt(raw: unknown, path: readonly PropertyKey[]): unknown {
  let value: unknown = raw;
  for (const part of path) {
    if (typeof value !== "object" || value === null) return undefined;
    value = Object.getOwnPropertyDescriptor(value, part)?.value;
  }
  return value;
}

/** The keys that the schema knows at a place of the file. */
function knownKeysAt(path: readonly PropertyKey[]): readonly string[] {
  let schema: unknown = ConfigurationFile;
  for (const part of path) {
    const inner = unwrapped(schema);
    schema = typeof part === "number" ? elementOf(inner) : shapeOf(inner)?.[String(part)];
  }
  return Object.keys(shapeOf(unwrapped(schema)) ?? {}).filter((key) => key !== "$schema");
}

function unwrapped(schema: unknown): unknown {
  let inner = schema;
  while (typeof inner === "object" && inner !== null && "unwrap" in inner && !("element" in inner)) {
    inner = (inner as { unwrap(): unknown }).unwrap();
  }
  return inner;
}

function elementOf(schema: unknown): unknown {
  return typeof schema === "object" && schema !== null && "element" in schema ? schema.element : undefined;
}

function shapeOf(schema: unknown): Record<string, unknown> | undefined {
  if (typeof schema !== "object" || schema === null || !("shape" in schema)) return undefined;
  return schema.shape as Record<string, unknown>;
}
