import { describe, expect, it } from "vitest";
import { identify, settle } from "../../src/map/map.ts";
import type { Ruling } from "../../src/model/decision.ts";
import { plainDate } from "../../src/model/plain-date.ts";
import type { Path } from "../../src/model/policy.ts";
import { aBook } from "../support/a-book.ts";
import { aCase } from "../support/a-case.ts";
import { aCatalogue, aCatalogueOffer, aSaleFact } from "../support/a-catalogue.ts";
import { aSlot } from "../support/a-slot.ts";
import { aSubscription } from "../support/a-subscription.ts";
import { anOffer, aTarget } from "../support/an-offer.ts";
import { allInEnglish } from "../support/in-english.ts";
import { inWords } from "./map-one.ts";

const OLD = "CFQ7TTC0AAAA:0001";
const NEW_SKU = "11111111-0000-4000-8000-000000000001";
const plans = (...names: string[]) => new Map(names.map((name) => [`plan-${name}`, name]));
const old = aCatalogueOffer({ id: "Old", productSku: OLD, servicePlans: plans("Mail", "Files") });
const fresh = aCatalogueOffer({ id: "New", skuIds: [NEW_SKU], servicePlans: plans("Mail") });
const other = aCatalogueOffer({ id: "Other", saleFacts: [aSaleFact()] });
const leaving = aCatalogueOffer({ id: "Leaving", saleFacts: [aSaleFact({ from: plainDate("2027-03-24") })] });
const catalogue = aCatalogue(old, fresh, other, leaving);

function aRuling(differences: Partial<Ruling>): Ruling {
  return {
    kind: "change",
    offers: undefined,
    seats: undefined,
    switchOn: undefined,
    source: "plan.xlsx Plan!D7",
    ...differences,
  };
}

function settled(
  rulings: readonly (Ruling | undefined)[],
  id = OLD,
  { isTrial = false, on = "2027-03-24", path = "repurchase" as Path } = {},
) {
  const product = { ids: [id], name: "" };
  const subscriptions = rulings.map(() => aSubscription({ product }));
  const identities = identify(aBook(subscriptions), catalogue).subscriptions;
  const surveyed = subscriptions.map((subscription, at) => {
    const identity = identities[at];
    if (identity === undefined) throw new Error("No identity");
    return { ...aCase(), subscription, identity, exclusions: isTrial ? (["TRIAL"] as const) : [] };
  });
  const slots = rulings.map(() => aSlot({ path, switchOn: plainDate(on) }));
  return settle(surveyed, slots, { catalogue, today: plainDate("2026-12-01"), rulings });
}

describe("what a reviewer decided", () => {
  it("wins over the rules, one subscription at a time", () => {
    const targets = settled([undefined, aRuling({ offers: [fresh] }), aRuling({}), aRuling({ offers: [] })]);

    expect(targets.map(inWords)).toEqual(["exact: Old", "decision: New", "exact: Old", "none"]);
  });

  it("tells apart two decisions on one product, and where each was made", () => {
    const targets = settled([
      aRuling({ offers: [fresh] }),
      aRuling({ offers: [fresh, other] }),
      aRuling({ offers: [fresh], source: "other.xlsx Mapping!B3" }),
    ]);

    expect(targets.map(inWords)).toEqual(["decision: New", "decision: New + Other", "decision: New"]);
    expect(allInEnglish(targets.map(({ provenance }) => provenance))).toEqual([
      expect.stringContaining("chosen by a reviewer (plan.xlsx Plan!D7)"),
      expect.stringContaining("chosen by a reviewer (plan.xlsx Plan!D7)"),
      expect.stringContaining("chosen by a reviewer (other.xlsx Mapping!B3)"),
    ]);
  });

  it("is one target for equal decisions, each in a ruling of its own", () => {
    const [first, second] = settled([aRuling({ offers: [fresh] }), aRuling({ offers: [fresh] })]);

    expect(first).toBe(second);
  });

  it.each([
    ["2027-03-23", []],
    ["2027-03-24", ["Leaving"]],
  ])("is judged on its day: an offer that goes off sale on 2027-03-24, switched on %s", (on, expected) => {
    const [target] = settled([aRuling({ offers: [fresh, leaving] })], OLD, { on });

    expect(inWords(target ?? aTarget())).toBe("decision: New + Leaving");
    expect(target?.offSale.map(({ offer }) => offer.name)).toEqual(expected);
  });

  it("may keep an offer that is off sale where a billing transfer moves it, and only there", () => {
    const ruling = aRuling({ offers: [leaving] });
    const [transferred] = settled([ruling], "leaving", { path: "billing-transfer" });
    const [bought] = settled([ruling], "leaving");
    const [another] = settled([ruling], OLD, { path: "billing-transfer" });

    expect([transferred, bought, another].map((target) => target?.offSale.length)).toEqual([0, 1, 1]);
  });

  it("still says what users lose, and whether licences stay", () => {
    const [changed] = settled([aRuling({ offers: [fresh] })]);
    const [kept] = settled([aRuling({ offers: [old] })]);

    expect(changed).toMatchObject({ servicesLost: ["Files"], licenceAction: "reassign" });
    expect(kept).toMatchObject({ servicesLost: [], licenceAction: "keep", match: "decision" });
  });

  it("keeps licences where the chosen offer has the skuId that users hold", () => {
    const [target] = settled([aRuling({ offers: [fresh] })], NEW_SKU);

    expect(target?.licenceAction).toBe("keep");
  });

  it("holds for products and offers that no catalogue knows", () => {
    const unlisted = anOffer({ id: "unlisted", name: "CFQ7TTC0QQQQ:0001", productSku: "CFQ7TTC0QQQQ:0001" });

    const [target] = settled([aRuling({ offers: [unlisted] })], "CFQ7TTC0ZZZZ:0001");

    expect(target).toMatchObject({ match: "decision", offers: [{ productSku: "CFQ7TTC0QQQQ:0001" }] });
  });

  it("gives nothing to move no target", () => {
    const [target] = settled([aRuling({ offers: [fresh] })], OLD, { isTrial: true });

    expect(target).toMatchObject({ match: "none", offers: [] });
  });
});
