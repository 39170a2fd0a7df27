import { createHash } from "node:crypto";
import type { Segment } from "../model/subscription.ts";
import type { Catalogue, CatalogueOffer } from "./catalogue.ts";
import basesData from "./data/bases.json" with { type: "json" };
import commercialData from "./data/offers-commercial.json" with { type: "json" };
import educationData from "./data/offers-education.json" with { type: "json" };
import governmentData from "./data/offers-government.json" with { type: "json" };
import nonprofitData from "./data/offers-nonprofit.json" with { type: "json" };
import plansData from "./data/service-plans.json" with { type: "json" };
import sourcesData from "./data/sources.json" with { type: "json" };
import { indexOffers } from "./index-offers.ts";
import { type BaseRecord, type OfferRecord, type PlanRecord, readOffer, type SourceRecord } from "./offer-record.ts";

/** The day on which the built-in facts were last gathered; raise it with every change of data/. */
const FACTS_AS_OF = "2026-11-27";

let parsed: Catalogue | undefined;

/** The catalogue that the program brings along: facts as of 2026-11-27, each with its source. Read once per process. */
export function builtInCatalogue(): Catalogue {
  parsed ??= read();
  return parsed;
}

function read(): Catalogue {
  const sources = new Map<string, SourceRecord>(Object.entries(sourcesData));
  const bases = new Map<string, BaseRecord>(Object.entries(basesData));
  const planNames = new Map<string, PlanRecord>(Object.entries(plansData.plans));
  const planSets = new Map<string, ReadonlyMap<string, string>>();
  for (const [partNumber, plans] of Object.entries<readonly string[]>(plansData.sets)) {
    planSets.set(partNumber, new Map(plans.map((plan) => planEntry(planNames, plan))));
  }

  const offers: CatalogueOffer[] = [];
  const files: readonly (readonly [Segment, readonly OfferRecord[]])[] = [
    ["commercial", commercialData as readonly OfferRecord[]],
    ["education", educationData as readonly OfferRecord[]],
    ["government", governmentData as readonly OfferRecord[]],
    ["nonprofit", nonprofitData as readonly OfferRecord[]],
  ];
  for (const [segment, records] of files) {
    for (const record of records) offers.push(readOffer(record, segment, { sources, bases, planSets }));
  }
  return indexOffers(offers, [
    { name: "built-in catalogue", date: FACTS_AS_OF, sha256: hashOf([files, basesData, plansData]) },
  ]);
}

function hashOf(facts: unknown): string {
  return createHash("sha256").update(JSON.stringify(facts)).digest("hex");
}

function planEntry(plans: ReadonlyMap<string, PlanRecord>, key: string): readonly [string, string] {
  const plan = plans.get(key);
  if (plan === undefined) throw new Error(`Service plan "${key}" is in a set but not in the list of plans.`);
  return [plan.id, plan.name];
}
