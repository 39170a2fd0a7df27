import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { AnyRule, Example } from "../../src/findings/define-rule.ts";
import { FINDING_GROUPS, finding, messageOf } from "../../src/findings/finding.ts";
import { rules } from "../../src/flag/rules/index.ts";
import { aCase } from "../support/a-case.ts";

const CONTRACT_CODES = [
  ["SUBSCRIPTION_CONFLICT", "rows", "warning"],
  ["STATUS_UNKNOWN", "rows", "warning"],
  ["CUSTOMER_UNCONFIRMED", "rows", "warning"],
  ["OFFER_UNKNOWN", "offer", "blocking"],
  ["OFFER_AMBIGUOUS", "offer", "blocking"],
  ["OFFER_DISCONTINUED", "offer", "warning"],
  ["OFFER_WITHOUT_SUCCESSOR", "offer", "blocking"],
  ["OFFER_END_OF_SALE", "offer", "blocking"],
  ["OFFER_RENAMED", "offer", "info"],
  ["OFFER_NOT_IN_COUNTRY", "offer", "blocking"],
  ["NAME_ONLY_MATCH", "offer", "warning"],
  ["SEGMENT_CONFLICT", "offer", "blocking"],
  ["TERM_NOT_OFFERED", "offer", "warning"],
  ["TARGET_ID_UNKNOWN", "offer", "warning"],
  ["LICENCES_TO_REASSIGN", "offer", "warning"],
  ["SERVICES_LOST", "offer", "warning"],
  ["OFFER_SPLITS", "offer", "warning"],
  ["PROMOTION_LOST", "offer", "info"],
  ["PRICE_CHANGE", "offer", "info"],
  ["SEATS_BELOW_ASSIGNED", "seats", "blocking"],
  ["SEATS_ABOVE_MAXIMUM", "seats", "blocking"],
  ["SEATS_BELOW_MINIMUM", "seats", "blocking"],
  ["SEAT_POOL_EXCEEDED", "seats", "warning"],
  ["SEATS_UNASSIGNED", "seats", "info"],
  ["ASSIGNED_UNKNOWN", "seats", "info"],
  ["ADDON_WITHOUT_BASE", "seats", "blocking"],
  ["ADDON_SEATS_EXCEED_BASE", "seats", "warning"],
  ["BASE_BLOCKED", "seats", "warning"],
  ["SAME_OFFER_TWICE", "seats", "info"],
  ["REGION_CONFLICT", "region", "blocking"],
  ["REGION_UNSERVED", "region", "blocking"],
  ["REGION_UNKNOWN", "region", "warning"],
  ["REGION_CONTRADICTORY", "region", "warning"],
  ["TRIAL", "subscription", "excluded"],
  ["NOT_ACTIVE", "subscription", "blocking"],
  ["ALREADY_OURS", "subscription", "excluded"],
  ["NOT_LICENCE_BASED", "subscription", "excluded"],
  ["TERM_END_UNKNOWN", "subscription", "warning"],
  ["TERM_ENDED", "subscription", "warning"],
  ["TENANT_OVER_150", "subscription", "warning"],
  ["TENANT_OVER_300", "subscription", "blocking"],
  ["RELATIONSHIP_MISSING", "subscription", "info"],
  ["NO_FREE_DAY", "schedule", "blocking"],
  ["TERM_ENDS_TOO_SOON", "schedule", "blocking"],
  ["RENEWS_BEFORE_SWITCH", "schedule", "warning"],
  ["CANCELLATION_WINDOW", "schedule", "warning"],
  ["IN_GRACE", "schedule", "warning"],
  ["BUFFER_REDUCED", "schedule", "warning"],
  ["EXTENDED_TERM_RISK", "schedule", "warning"],
  ["LEAD_TIME_SHORT", "schedule", "warning"],
  ["DECISION_STALE", "review", "warning"],
  ["DECISION_REFUSED", "review", "warning"],
] as const;

const FURTHER_CODES = [
  "CUSTOMER_CONTRADICTORY",
  "ROWS_COMBINED",
  "ASSIGNED_CONTRADICTORY",
  "NAME_CONTRADICTS_ID",
  "SUBSCRIPTION_LIMIT_EXCEEDED",
  "TERM_UNKNOWN",
  "VALUE_UNKNOWN",
  "OFFER_STATUS_UNCONFIRMED",
  "TERM_ASSUMED",
  "DECIDED_AFTER_TERM_END",
  "DECIDED_BEFORE_EARLIEST",
  "DECIDED_DAY_NOT_FREE",
  "DECIDED_IN_RENEWAL",
  "NO_TARGET_DECIDED",
  "EXCLUDED_BY_DECISION",
];

type Row = readonly [code: string, name: string, rule: AnyRule, example: Example];

const flagged = rowsOf((rule) => rule.examples.flagged);
const clean = rowsOf((rule) => rule.examples.clean);

describe("every rule", () => {
  it.each(flagged)("%s is raised: %s", (_code, _name, rule, example) => {
    const subject = aCase(example);

    const facts = rule.check(subject);

    expect(facts).toBeDefined();
    const message = messageOf(finding(rule, facts));
    expect(message).toMatch(/^["0-9A-Z].{8,}[.!?]$/u);
    expect(message).not.toMatch(/undefined|\bNaN\b|\[object|\b(?:[Ii]nvalid|[Pp]lease|[Oo]ops)\b|!|""/u);
  });

  it.each(clean)("%s is not raised: %s", (_code, _name, rule, example) => {
    expect(rule.check(aCase(example))).toBeUndefined();
  });

  it.each(rules.map((rule) => [rule.code, rule] as const))("%s has words of its own", (_, rule) => {
    for (const words of [rule.title, rule.why, rule.remedy]) expect(words.trim().length).toBeGreaterThan(4);
    expect(rule.title).not.toMatch(/\.$/);
    expect(rule.why).toMatch(/\.$/);
    expect(rule.remedy).toMatch(/\.$/);
    expect(`${rule.title} ${rule.why} ${rule.remedy}`).not.toMatch(/invalid|please|oops|!/i);
    expect(rule.examples.flagged).not.toEqual([]);
    expect(rule.examples.clean).not.toEqual([]);
  });

  it("shares no code, title, why or remedy with another", () => {
    for (const words of ["code", "title", "why", "remedy"] as const) {
      const all = rules.map((rule) => rule[words]);
      expect(all.filter((text, index) => all.indexOf(text) !== index)).toEqual([]);
    }
  });

  it("is a file with the name of its code, and in the list", () => {
    const files = readdirSync(new URL("../../src/flag/rules/", import.meta.url)).filter((file) => file !== "index.ts");

    expect(rules.map((rule) => `${rule.code.toLowerCase().replaceAll("_", "-")}.ts`).sort()).toEqual(files.sort());
  });

  it("stands in the order of the legend, by group", () => {
    const groups = rules.map((rule) => FINDING_GROUPS.indexOf(rule.group));

    expect(groups).toEqual([...groups].sort((a, b) => a - b));
  });
});

describe("the contract's codes", () => {
  it.each(CONTRACT_CODES)("%s is in group %s with severity %s", (code, group, severity) => {
    expect(rules.find((rule) => rule.code === code)).toMatchObject({ group, severity });
  });

  it("are all of the rules, but for the further ones named here", () => {
    const known = [...CONTRACT_CODES.map(([code]) => code), ...FURTHER_CODES];

    expect(rules.map((rule) => rule.code).sort()).toEqual(known.sort());
  });

  it("keep the order of the contract", () => {
    const inContract = rules.map((rule) => rule.code).filter((code) => !FURTHER_CODES.includes(code));

    expect(inContract).toEqual(CONTRACT_CODES.map(([code]) => code));
  });
});

function rowsOf(examplesOf: (rule: AnyRule) => readonly Example[]): readonly Row[] {
  return rules.flatMap((rule) => examplesOf(rule).map((example): Row => [rule.code, example.name, rule, example]));
}
