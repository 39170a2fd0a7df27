import type { CatalogueOffer, SaleFact } from "../catalogue/catalogue.ts";
import type { Discontinuation } from "../model/offer.ts";
import type { PlainDate } from "../model/plain-date.ts";

/** Whether an offer is to be had in one country on one day, and what stands in the way. */
export interface Standing {
  /** The new partner can order it. */
  readonly purchasable: boolean;
  /** The old partner still renews it. */
  readonly renewable: boolean;
  readonly discontinuation: Discontinuation | undefined;
  /** What to buy instead: options, the stated one first, as ids of offers ordered together. */
  readonly successors: readonly (readonly string[])[];
  /** Only remembered, so it decides nothing. */
  readonly unconfirmed: SaleFact | undefined;
}

const ON_SALE: Standing = {
  purchasable: true,
  renewable: true,
  discontinuation: undefined,
  successors: [],
  unconfirmed: undefined,
};

/** Judges the dated facts of an offer. `country` is that of the tenant, undefined where it is not known. */
export function standingOf(offer: CatalogueOffer, day: PlainDate, country: string | undefined): Standing {
  if (offer.saleFacts.length === 0) return ON_SALE;
  const applying = offer.saleFacts.filter((fact) => applies(fact, day, country));
  const deciding = applying.filter((fact) => fact.decides).sort(strongestFirst);
  const unconfirmed = applying.find((fact) => !fact.decides);

  const strongest = deciding[0];
  if (strongest === undefined) return { ...ON_SALE, unconfirmed };
  return {
    purchasable: false,
    renewable: !isGone(strongest),
    discontinuation: {
      status: strongest.status,
      since: strongest.from,
      note: strongest.note,
      source: strongest.source,
      ...(strongest.ofLegacyOffer ? { ofLegacyOffer: true } : {}),
    },
    successors: deciding.find((fact) => fact.successors.length > 0)?.successors ?? [],
    unconfirmed,
  };
}

function applies(fact: SaleFact, day: PlainDate, country: string | undefined): boolean {
  if (fact.from !== undefined && day < fact.from) return false;
  if (fact.until !== undefined && day > fact.until) return false;
  if (fact.countries === undefined) return true;
  if ("only" in fact.countries) return country !== undefined && fact.countries.only.has(country);
  return country === undefined || !fact.countries.except.has(country);
}

/** Not even the old partner carries it on: it ends with its term. Off sale, promotions and programmes still run on. */
function isGone(fact: SaleFact): boolean {
  return fact.status === "retired" || fact.status === "notRenewable";
}

function strongestFirst(a: SaleFact, b: SaleFact): number {
  const byEffect = Number(isGone(b)) - Number(isGone(a));
  return byEffect !== 0 ? byEffect : (b.from ?? 0) - (a.from ?? 0);
}
