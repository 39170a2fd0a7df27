import { describe, expect, it } from "vitest";
import type { Severity } from "../../src/findings/finding.ts";
import { statusOf } from "../../src/flag/status.ts";
import type { Ruling } from "../../src/model/decision.ts";
import { aFinding } from "../support/a-plan.ts";

it.each<[string, Severity[]]>([
  ["ready", []],
  ["ready", ["info", "info"]],
  ["review", ["warning"]],
  ["review", ["warning", "info"]],
  ["blocked", ["blocking"]],
  ["blocked", ["warning", "blocking", "warning"]],
  ["excluded", ["excluded"]],
  ["excluded", ["blocking", "warning", "excluded"]],
])("is %s with findings %j", (status, severities) => {
  expect(statusOf(severities.map((severity) => aFinding("X", severity)))).toBe(status);
});

describe("with a decision", () => {
  const ruled = (kind: Ruling["kind"]): Ruling => ({
    kind,
    offers: undefined,
    seats: undefined,
    switchOn: undefined,
    source: "",
  });

  it.each<[Ruling["kind"], string, [string, Severity][]]>([
    ["approve", "ready", []],
    ["approve", "ready", [["NAME_ONLY_MATCH", "warning"]]],
    [
      "approve",
      "review",
      [
        ["NAME_ONLY_MATCH", "warning"],
        ["REGION_UNKNOWN", "warning"],
      ],
    ],
    ["approve", "review", [["DECISION_STALE", "warning"]]],
    ["approve", "review", [["DECISION_REFUSED", "warning"]]],
    ["approve", "blocked", [["OFFER_UNKNOWN", "blocking"]]],
    ["approve", "excluded", [["TRIAL", "excluded"]]],
    ["hold", "review", []],
    ["hold", "review", [["OFFER_RENAMED", "info"]]],
    ["hold", "blocked", [["OFFER_UNKNOWN", "blocking"]]],
    ["change", "ready", []],
    ["change", "review", [["NAME_ONLY_MATCH", "warning"]]],
    ["mapping", "review", [["SERVICES_LOST", "warning"]]],
  ])("%s is %s with %j", (kind, status, findings) => {
    expect(
      statusOf(
        findings.map(([code, severity]) => aFinding(code, severity)),
        ruled(kind),
      ),
    ).toBe(status);
  });
});
