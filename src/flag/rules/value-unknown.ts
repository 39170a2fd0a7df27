import { defineRule } from "../../findings/define-rule.ts";
import { joined, say } from "../../locale/sentence.ts";
import type { UnreadValue } from "../../model/subscription.ts";

// Status and term have findings of their own; so has a country, unless another row of the tenant gives it.
const ELSEWHERE: ReadonlySet<UnreadValue["field"]> = new Set(["status", "term", "country"]);

export const valueUnknown = defineRule({
  code: "VALUE_UNKNOWN",
  group: "rows",
  severity: "warning",
  title: "Value not understood and left out",
  why: "The row is planned without it; path, price, segment or renewal may differ from what the export meant.",
  remedy: "Write one of the words that the README lists for the column, or empty the cell, and plan again.",

  check({ subscription, tenant }) {
    if (subscription.unread.length === 0) return undefined;
    const countryIsKnown = tenant.region.kind !== "unknownCountry";
    const values = subscription.unread.filter(
      ({ field }) => !ELSEWHERE.has(field) || (field === "country" && countryIsKnown),
    );
    return values.length === 0 ? undefined : { values };
  },

  message: ({ values }) =>
    say`Not understood: ${joined(values.map(({ column, value }) => say`"${value}" in column "${column}"`))}.`,

  examples: {
    flagged: [
      {
        name: "a billing cycle of no export",
        subscription: { unread: [{ field: "billing", column: "Billing", value: "weekly" }] },
      },
      {
        name: "a country that another row of the tenant gives",
        subscription: { unread: [{ field: "country", column: "Country", value: "Atlantis" }] },
      },
    ],
    clean: [
      { name: "nothing unread" },
      {
        name: "a status, which has its own finding",
        subscription: { unread: [{ field: "status", column: "S", value: "?" }] },
      },
      {
        name: "the only country, which has its own finding",
        subscription: { unread: [{ field: "country", column: "Country", value: "Atlantis" }] },
        tenant: { region: { kind: "unknownCountry", value: "Atlantis" } },
      },
    ],
  },
});
