import { defineRule } from "../../findings/define-rule.ts";
import { joined, say, word } from "../../locale/sentence.ts";
import type { Segment } from "../../model/subscription.ts";
import { namedProduct, productText } from "../phrases.ts";

export const segmentConflict = defineRule({
  code: "SEGMENT_CONFLICT",
  group: "offer",
  severity: "blocking",
  title: "Stated segment is not the product's",
  why: "Segments have their own offers, prices and eligibility; the wrong one is refused or wrongly priced.",
  remedy: "Check the customer's segment and correct the row, or the segment of its files entry, and plan again.",

  check({ identity }) {
    if (identity.segmentConflict === undefined) return undefined;
    const { stated, offers } = identity.segmentConflict;
    const segments: ReadonlySet<Segment> = new Set(offers.map(({ segment }) => segment));
    return { product: namedProduct(identity), stated, segments: [...segments] };
  },

  message: ({ product, stated, segments }) =>
    say`The row says ${word(stated, "segment")}, but ${productText(product)} is ${segments.length === 0 ? say`not sold in that segment` : say`sold for ${joined(segments.map((segment) => word(segment, "segment")))}`}.`,

  examples: {
    flagged: [
      {
        name: "an education row with a commercial product",
        identity: { segmentConflict: { stated: "education", offers: [] } },
      },
    ],
    clean: [{ name: "the product's own segment", identity: { segmentConflict: undefined } }],
  },
});
