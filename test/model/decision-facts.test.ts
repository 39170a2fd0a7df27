import { describe, expect, it } from "vitest";
import { mappingFacts, readFacts, subscriptionFacts } from "../../src/model/decision-facts.ts";
import { plainDate } from "../../src/model/plain-date.ts";
import { aFinding, aPlan, aPlannedSubscription } from "../support/a-plan.ts";
import { anOffer, aTarget } from "../support/an-offer.ts";

const TEAMS = anOffer({ id: "teams", name: "Teams; the app", productSku: "" });

describe("the facts that a reviewer saw", () => {
  it("are seats, term end, target and the findings that have an effect", () => {
    const planned = aPlannedSubscription({
      subscription: { seats: 25, termEnd: plainDate("2027-03-31") },
      target: { offers: [anOffer({ productSku: "CFQ7TTC0LCHC:0002" }), TEAMS] },
      findings: [aFinding("B_WARNS", "warning"), aFinding("A_TELLS", "info"), aFinding("C_BLOCKS", "blocking")],
    });

    expect(subscriptionFacts(planned)).toBe(
      "seats=25; term_end=2027-03-31; target=CFQ7TTC0LCHC:0002 + Teams the app; findings=C_BLOCKS,B_WARNS",
    );
  });

  it("are those of the time before decisions", () => {
    const planned = aPlannedSubscription({ target: { offers: [TEAMS] }, findings: [aFinding("NEW", "warning")] });
    const before = aPlannedSubscription();
    const undecided = { termEnd: before.slot.termEnd, target: before.target, findings: [] };

    expect(subscriptionFacts({ ...planned, undecided })).toBe(subscriptionFacts(before));
  });

  it("of a mapping's line are its target and how it was found", () => {
    const [line] = aPlan().mappings;
    if (line === undefined) throw new Error("The plan has a mapping.");
    const facts = mappingFacts({ ...line, target: aTarget({ match: "name", offers: [anOffer()] }) });

    expect(readFacts(facts)).toEqual(
      new Map([
        ["target", anOffer().productSku],
        ["match", "name"],
      ]),
    );
    expect(mappingFacts({ target: aTarget({ match: "decision", offers: [] }), undecided: line.target })).toBe(
      mappingFacts(line),
    );
  });
});
