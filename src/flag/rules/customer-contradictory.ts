import { defineRule } from "../../findings/define-rule.ts";
import { joined, type Phrase, placePhrase, say, word } from "../../locale/sentence.ts";
import type { CustomerConflict } from "../../model/customer.ts";

const at = (row: number) => ({ file: "book.csv", row, line: row });

export const customerContradictory = defineRule({
  code: "CUSTOMER_CONTRADICTORY",
  group: "rows",
  severity: "warning",
  title: "Rows of one customer disagree on who it is",
  why: "Rows of two customers may have been taken for one, and licences would be ordered in the wrong tenant.",
  remedy: "Look the tenant up by its id, correct the rows that are wrong, and plan again.",

  check({ subscription }) {
    const { conflicts } = subscription.customer;
    return conflicts.length === 0 ? undefined : { conflicts };
  },

  message: ({ conflicts }) => say`Rows disagree: ${joined(conflicts.map(conflictText))}.`,

  examples: {
    flagged: [
      {
        name: "one tenant id, two names",
        customer: {
          conflicts: [{ field: "name", kept: "Fabrikam", keptAt: at(2), other: "Northwind", otherAt: at(9) }],
        },
      },
      {
        name: "one domain, two tenant ids",
        customer: {
          conflicts: [{ field: "several by domain", kept: "1", keptAt: at(2), other: "2", otherAt: at(9) }],
        },
      },
    ],
    clean: [{ name: "rows agree", customer: { conflicts: [] } }],
  },
});

function conflictText({ field, kept, keptAt, other, otherAt }: CustomerConflict): Phrase {
  const another = say`"${other}" (${placePhrase(otherAt)})`;
  switch (field) {
    case "name":
    case "domain":
    case "relationship":
      return say`${word(field, "field")} "${kept}" (${placePhrase(keptAt)}, taken) against ${another}`;
    case "several by domain":
      return say`one domain for the tenants "${kept}" (${placePhrase(keptAt)}) and ${another}`;
    case "several by name":
      return say`one name for "${kept}" (${placePhrase(keptAt)}) and ${another}`;
    default:
      return field satisfies never;
  }
}
