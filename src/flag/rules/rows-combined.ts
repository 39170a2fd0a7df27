import { defineRule } from "../../findings/define-rule.ts";
import { joined, listed, placePhrase, say } from "../../locale/sentence.ts";
import type { Place } from "../../model/place.ts";

const at = (row: number) => ({ file: "portal.csv", row, line: row });

export const rowsCombined = defineRule({
  code: "ROWS_COMBINED",
  group: "rows",
  severity: "info",
  title: "Values taken from another row of the subscription",
  why: "The planned row leaves them open; where the other export is older, they may be out of date.",
  remedy: "Nothing to do, unless a value looks wrong: the message says where it stands.",

  check({ subscription: { place, filled } }) {
    if (filled.length === 0) return undefined;
    const fieldsAt = new Map<Place, string[]>();
    for (const { field, at: other } of filled) fieldsAt.set(other, [...(fieldsAt.get(other) ?? []), field]);
    return { planned: place, sources: [...fieldsAt].map(([from, fields]) => ({ from, fields })) };
  },

  message: ({ planned, sources }) =>
    say`Planned from ${placePhrase(planned)}; ${listed(
      sources.map(({ from, fields }) => say`${joined(fields)} from ${placePhrase(from)}`),
      "; ",
    )}.`,

  examples: {
    flagged: [
      {
        name: "auto-renew stands in another export",
        subscription: { filled: [{ field: "auto_renew", at: at(7) }] },
      },
    ],
    clean: [{ name: "one row told all", subscription: { filled: [] } }],
  },
});
