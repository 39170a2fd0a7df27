import fc from "fast-check";
import { expect, it } from "vitest";
import { subscriptionFacts } from "../../src/model/decision-facts.ts";
import { mappingKey } from "../../src/model/mapping-key.ts";
import type { PlainDate } from "../../src/model/plain-date.ts";
import type { MappingLine } from "../../src/model/plan.ts";
import type { TypedDecision } from "../../src/model/verdict.ts";
import { decidesSomething } from "../../src/review/agreement.ts";
import { collectDecisions } from "../../src/review/collect.ts";
import { review } from "../../src/review/review.ts";
import { aCatalogue, aCatalogueOffer } from "../support/a-catalogue.ts";
import { aFinding, aPlan, aPlannedSubscription } from "../support/a-plan.ts";
import { anIdentity } from "../support/an-offer.ts";

const catalogue = aCatalogue(
  aCatalogueOffer({ id: "office-365-e3", name: "Office 365 E3", productSku: "CFQ7TTC0LF8R:0001" }),
  aCatalogueOffer({ id: "e5", name: "Microsoft 365 E5", productSku: "CFQ7TTC0LFLZ:0002" }),
);
const widget = { product: { ids: [], name: "Widget" } };
const subscriptions = [
  aPlannedSubscription({ subscription: { key: "s0" } }),
  aPlannedSubscription({
    subscription: { key: "s1" },
    status: "review",
    findings: [aFinding("SERVICES_LOST", "warning")],
  }),
  aPlannedSubscription({ subscription: { key: "s2" }, surveyed: { exclusions: ["TRIAL"] }, status: "excluded" }),
  aPlannedSubscription({
    subscription: { key: "s3", product: widget.product },
    identity: anIdentity(widget),
    target: { match: "none", offers: [] },
  }),
];
const plan = (() => {
  const made = aPlan({ subscriptions });
  return { ...made, mappings: made.mappings.map((line): MappingLine => ({ ...line, key: mappingKey(line.identity) })) };
})();

const keys = {
  subscription: ["s0", "s1", "s2", "s3", "gone"],
  mapping: [...plan.mappings.map(({ key }) => key), "gone"],
};
const facts = ["", ...subscriptions.map(subscriptionFacts), "seats=1", "changed_seats=9", "nonsense"];
const words = ["", "approve", "hold", "exclude", "change", "accept", "use", "none", "perhaps"];

const typed = fc
  .record({
    scope: fc.constantFrom("subscription" as const, "mapping" as const),
    pick: fc.nat(),
    decision: fc.constantFrom(...words),
    target: fc.constantFrom("", "Office 365 E3", "CFQ7TTC0LFLZ:0002 + Office 365 E3", "Office 2049"),
    seats: fc.constantFrom(undefined, 1, 30),
    date: fc.constantFrom(undefined, 20_700 as PlainDate),
    reviewer: fc.constantFrom("Ana", "Bert", ""),
    comment: fc.constantFrom("", "ask", "later"),
    facts: fc.constantFrom(...facts),
    isUnreadable: fc.boolean(),
  })
  .map(({ pick, isUnreadable, ...line }) => ({
    ...line,
    key: keys[line.scope][pick % keys[line.scope].length] ?? "",
    ...(isUnreadable && pick % 5 === 0 ? { unread: { seats: "many" }, problem: "seats: found many" } : {}),
  }));

const lists = fc
  .array(typed, { maxLength: 9 })
  .map((lines) => lines.map((line, at): TypedDecision => ({ ...line, source: `plan.xlsx Plan!D${at + 2}` })));

it("loses nothing that anybody typed: each line holds, is asked again, or is refused and listed", () => {
  fc.assert(
    fc.property(lists, (lines) => {
      const { decisions } = collectDecisions(lines);
      const { verdicts, unapplied, typedOnMappings } = review(decisions, plan, catalogue);
      const shown = [...verdicts.map((verdict) => verdict?.typed), ...typedOnMappings.values()];

      // Where a line ended, by the cells it was typed in; lines that say the same were joined.
      const listed = new Set(unapplied.flatMap(({ decision }) => decision.source.split("; ")));
      for (const line of lines) {
        const key = `${line.scope} ${line.key}`;
        const isInBook = line.key !== "gone";
        const inPlace = shown.find((each) => each !== undefined && `${each.scope} ${each.key}` === key);
        if (!isInBook) {
          expect(listed, `gone: ${line.source}`).toContain(line.source);
          continue;
        }
        expect(inPlace, line.source).toBeDefined();
        if (line.comment !== "") expect(inPlace?.comment, line.source).toContain(line.comment);
        if (!decidesSomething(line) || listed.has(line.source)) continue;
        // Not listed: then it holds, or says the same as one that holds.
        expect(inPlace?.decision.toLowerCase(), line.source).toBe(line.decision);
        expect(line.problem, line.source).toBeUndefined();
        if (line.scope === "subscription") {
          const verdict = verdicts[Number(line.key.slice(1))];
          expect(verdict?.ruling?.kind, line.source).toBe(line.decision);
          expect(verdict?.stale.length, line.source).toBe(0);
        }
      }
    }),
    { numRuns: 2000 },
  );
});

it("lists only lines that do not hold: nothing is both applied and listed", () => {
  fc.assert(
    fc.property(lists, (lines) => {
      const { verdicts, unapplied } = review(collectDecisions(lines).decisions, plan, catalogue);

      for (const [at, verdict] of verdicts.entries()) {
        const own = unapplied.filter(({ decision }) => decision.scope === "subscription" && decision.key === `s${at}`);
        if (verdict?.ruling !== undefined && verdict.ruling.kind !== "mapping") expect(own).toEqual([]);
        if (own.length > 0) expect((verdict?.stale.length ?? 0) + (verdict?.refused.length ?? 0)).toBeGreaterThan(0);
      }
      for (const { reason } of unapplied) expect(reason).not.toBe("");
    }),
    { numRuns: 1000 },
  );
});

it("does not depend on the order of the lines or of the workbooks", () => {
  fc.assert(
    fc.property(
      lists.chain((lines) => fc.tuple(fc.constant(lines), fc.shuffledSubarray(lines, { minLength: lines.length }))),
      ([lines, shuffled]) => {
        expect(collectDecisions(shuffled)).toEqual(collectDecisions(lines));
        expect(review(collectDecisions(shuffled).decisions, plan, catalogue)).toEqual(
          review(collectDecisions(lines).decisions, plan, catalogue),
        );
      },
    ),
    { numRuns: 300 },
  );
});
