import { defineRule } from "../../findings/define-rule.ts";
import { joined, placePhrase, say, word } from "../../locale/sentence.ts";
import type { RowConflict } from "../../model/subscription.ts";

const WORDS: Readonly<Record<RowConflict["field"], string>> = {
  seats: "seats",
  term_end: "term end",
  product: "product",
  status: "status",
  auto_renew: "auto-renew",
  is_trial: "trial",
  segment: "segment",
};

const at = (row: number) => ({ file: "book.csv", row, line: row });

export const subscriptionConflict = defineRule({
  code: "SUBSCRIPTION_CONFLICT",
  group: "rows",
  severity: "warning",
  title: "Rows of the same subscription disagree",
  why: "Only one of the values is true; with the other, too few seats are ordered or the last day is missed.",
  remedy: "Look the subscription up at the current partner, correct or remove the wrong row, and plan again.",

  check({ subscription }) {
    return subscription.conflicts.length === 0 ? undefined : { conflicts: subscription.conflicts };
  },

  message: ({ conflicts }) =>
    say`Rows disagree: ${joined(
      conflicts.map(
        ({ field, kept, keptAt, other, otherAt }) =>
          say`${word(WORDS[field], "field")} "${kept}" (${placePhrase(keptAt)}, planned) against "${other}" (${placePhrase(otherAt)})`,
      ),
    )}.`,

  examples: {
    flagged: [
      {
        name: "two files, two seat counts",
        subscription: { conflicts: [{ field: "seats", kept: "25", keptAt: at(3), other: "30", otherAt: at(9) }] },
      },
    ],
    clean: [{ name: "one row", subscription: { conflicts: [] } }],
  },
});
