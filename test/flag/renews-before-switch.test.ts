import { expect, it } from "vitest";
import { renewsBeforeSwitch } from "../../src/flag/rules/renews-before-switch.ts";
import { english } from "../../src/locale/english.ts";
import { plainDate } from "../../src/model/plain-date.ts";

it.each([
  ["2026-12-01", "The term that ends on 2026-12-01 renews first; the switch is possible on 2027-11-24."],
  ["2026-11-30", "The term that ended on 2026-11-30 has renewed; the switch is possible on 2027-11-24."],
])("says of a term that ends on %s whether it has renewed by 2026-12-01", (termEnd, expected) => {
  const facts = {
    termEnd: plainDate(termEnd),
    switchOn: plainDate("2027-11-24"),
    today: plainDate("2026-12-01"),
  };

  expect(english(renewsBeforeSwitch.message(facts))).toBe(expected);
});
