import { expect, it } from "vitest";
import type { Severity } from "../../src/findings/finding.ts";
import { statusOf } from "../../src/flag/status.ts";

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
  const wording = {
    code: "X",
    group: "rows",
    severity: "info",
    title: "",
    why: "",
    remedy: "",
    message: () => "",
  } as const;

  expect(statusOf(severities.map((severity) => ({ wording, severity, facts: {} })))).toBe(status);
});
