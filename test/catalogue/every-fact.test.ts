import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { builtInCatalogue } from "../../src/catalogue/built-in.ts";
import type { CatalogueOffer, SaleFact } from "../../src/catalogue/catalogue.ts";
import { catalogueProblems } from "../../src/catalogue/integrity.ts";

const offers = builtInCatalogue().offers;

interface Mutation {
  readonly name: string;
  readonly offerId: string;
  readonly change: (offer: CatalogueOffer) => CatalogueOffer;
}

function withFact(offer: CatalogueOffer, at: number, change: (fact: SaleFact) => SaleFact): CatalogueOffer {
  return { ...offer, saleFacts: offer.saleFacts.map((fact, index) => (index === at ? change(fact) : fact)) };
}

/** Every fact of the catalogue, made wrong in each way that a slip of the hand would. */
const mutations: readonly Mutation[] = offers.flatMap((offer, place) => [
  ...offer.saleFacts.flatMap((fact, at) => [
    {
      name: `${offer.id}: fact ${at} names the offer itself`,
      offerId: offer.id,
      change: (one: CatalogueOffer) => withFact(one, at, (own) => ({ ...own, successors: [[offer.id]] })),
    },
    {
      name: `${offer.id}: fact ${at} names an offer that is not there`,
      offerId: offer.id,
      change: (one: CatalogueOffer) => withFact(one, at, (own) => ({ ...own, successors: [[`${offer.id}-x`]] })),
    },
    {
      name: `${offer.id}: fact ${at} has no source`,
      offerId: offer.id,
      change: (one: CatalogueOffer) => withFact(one, at, (own) => ({ ...own, source: "" })),
    },
    ...(fact.from === undefined
      ? []
      : [
          {
            name: `${offer.id}: fact ${at} has its days the wrong way round`,
            offerId: offer.id,
            change: (one: CatalogueOffer) => withFact(one, at, (own) => ({ ...own, from: own.until, until: own.from })),
          },
        ]),
  ]),
  ...idsTakenFrom(offer, place),
]);

/** Another offer of the segment gets one of its ids. */
function idsTakenFrom(offer: CatalogueOffer, place: number): readonly Mutation[] {
  const thief = offers.find((other, at) => at !== place && other.segment === offer.segment && other.isVariant !== true);
  if (thief === undefined) throw new Error(`"${offer.id}" is alone in its segment`);
  const take = (name: string, change: Mutation["change"]) => ({
    name: `${thief.id}: ${name}`,
    offerId: thief.id,
    change,
  });
  return [
    take(`is called ${offer.id}`, (one) => ({ ...one, id: offer.id })),
    ...(offer.productSku === ""
      ? []
      : [take(`has ${offer.productSku}`, (one) => ({ ...one, productSku: offer.productSku }))]),
    ...offer.legacyOfferIds.map((id) =>
      take(`has ${id}`, (one) => ({ ...one, legacyOfferIds: [...one.legacyOfferIds, id] })),
    ),
    // A variant shares these with its plain offer.
    ...(offer.isVariant === true ? [] : offer.skuIds).map((id) =>
      take(`has ${id}`, (one) => ({ ...one, skuIds: [...one.skuIds, id] })),
    ),
  ];
}

describe("every fact of the built-in catalogue", () => {
  it("is missed when it is wrong", () => {
    expect(mutations.length).toBeGreaterThan(2000);

    fc.assert(
      fc.property(fc.constantFrom(...mutations), ({ name, offerId, change }) => {
        const broken = offers.map((offer) => (offer.id === offerId ? change(offer) : offer));
        expect([name, catalogueProblems(broken)]).not.toEqual([name, []]);
      }),
      { numRuns: 200 },
    );
  });

  it("names each successor that is pointed at itself, all at once", () => {
    const withSuccessors = offers.filter((offer) => offer.saleFacts.length > 0);
    const broken = offers.map((offer) => ({
      ...offer,
      saleFacts: offer.saleFacts.map((fact) => ({ ...fact, successors: [[offer.id]] })),
    }));

    const problems = catalogueProblems(broken).join("\n");

    for (const { id } of withSuccessors) expect(problems).toContain(`${id}: its successors lead back`);
  });

  it("names each date that is swapped, all at once", () => {
    const dated = offers.filter((offer) => offer.saleFacts.some(({ from }) => from !== undefined));
    const broken = offers.map((offer) => ({
      ...offer,
      saleFacts: offer.saleFacts.map((fact) => ({ ...fact, from: fact.until, until: fact.from })),
    }));

    const problems = catalogueProblems(broken);

    for (const { id } of dated) expect(problems.some((problem) => problem.startsWith(`${id}: `))).toBe(true);
    expect(dated.length).toBeGreaterThan(60);
  });
});
