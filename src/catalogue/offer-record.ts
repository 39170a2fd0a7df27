import type { Discontinuation } from "../model/offer.ts";
import { type PlainDate, plainDate } from "../model/plain-date.ts";
import type { Segment } from "../model/subscription.ts";
import type { CatalogueOffer, IdSpace, OtherName, SaleFact } from "./catalogue.ts";
import { foldPartNumber, readProductId } from "./product-ids.ts";

/** An offer as a person writes it in `data/offers-<segment>.json`. What is left out is unknown, none or no. */
export interface OfferRecord {
  readonly id: string;
  readonly name: string;
  readonly productSku?: string;
  readonly legacyOfferIds?: readonly string[];
  readonly skuIds?: readonly string[];
  readonly skuPartNumbers?: readonly string[];
  readonly isVariant?: boolean;
  readonly isAddOn?: boolean;
  readonly isTrial?: boolean;
  readonly isLicenceBased?: boolean;
  readonly minimumSeats?: number;
  readonly maximumSeats?: number;
  readonly tenantSeatPool?: number;
  readonly threeYears?: { readonly minimumSeats: number; readonly source: string };
  /** Key in `data/bases.json`. */
  readonly bases?: string;
  /** Key of a set in `data/service-plans.json`. */
  readonly servicePlans?: string;
  readonly otherNames?: readonly { readonly name: string; readonly kind: string; readonly source: string }[];
  readonly renamedIds?: readonly string[];
  readonly saleFacts?: readonly SaleFactRecord[];
  /** Keys in `data/sources.json`. */
  readonly sources: readonly string[];
}

interface SaleFactRecord {
  readonly status: string;
  readonly from?: string;
  readonly until?: string;
  /** "EEA+CH". */
  readonly only?: string;
  readonly except?: string;
  readonly successors?: readonly (readonly string[])[];
  readonly decides?: boolean;
  readonly note?: string;
  readonly source: string;
}

export interface SourceRecord {
  readonly name: string;
  readonly date: string;
  /** The kind of ids that it tells. */
  readonly ids?: string;
}

export interface BaseRecord {
  readonly source: readonly string[];
  readonly offers: readonly string[];
}

export interface PlanRecord {
  readonly id: string;
  readonly name: string;
}

export interface SharedFacts {
  readonly sources: ReadonlyMap<string, SourceRecord>;
  readonly bases: ReadonlyMap<string, BaseRecord>;
  readonly planSets: ReadonlyMap<string, ReadonlyMap<string, string>>;
}

const NO_PLANS: ReadonlyMap<string, string> = new Map();

/** Turns a record into an offer. Throws on a word, date or key that is not known: the data is ours, so that is a bug. */
export function readOffer(record: OfferRecord, segment: Segment, shared: SharedFacts): CatalogueOffer {
  const source = (key: string): string => sourceText(shared.sources, key);
  const servicePlans = record.servicePlans === undefined ? NO_PLANS : known(shared.planSets, record.servicePlans);
  return {
    id: record.id,
    name: record.name,
    segment,
    productSku: record.productSku ?? "",
    legacyOfferIds: record.legacyOfferIds ?? [],
    skuIds: record.skuIds ?? [],
    skuPartNumbers: record.skuPartNumbers ?? [],
    isVariant: record.isVariant ?? false,
    isAddOn: record.isAddOn ?? false,
    isTrial: record.isTrial ?? false,
    isLicenceBased: record.isLicenceBased ?? true,
    minimumSeats: record.minimumSeats ?? 1,
    maximumSeats: record.maximumSeats,
    tenantSeatPool: record.tenantSeatPool,
    ...(record.threeYears === undefined
      ? {}
      : { threeYears: { ...record.threeYears, source: source(record.threeYears.source) } }),
    baseOfferIds: record.bases === undefined ? [] : known(shared.bases, record.bases).offers,
    countries: undefined,
    terms: undefined,
    services: [...servicePlans.values()].sort(),
    servicePlans,
    otherNames: (record.otherNames ?? []).map((other) => ({
      name: other.name,
      kind: nameKind(other.kind),
      source: source(other.source),
    })),
    renamedIds: new Set((record.renamedIds ?? []).map(foldId)),
    saleFacts: (record.saleFacts ?? []).map((fact) => readSaleFact(fact, source)),
    sources: record.sources.map(source),
    idSources: idSourcesOf(record, shared.sources),
  };
}

function idSourcesOf(
  record: OfferRecord,
  sources: ReadonlyMap<string, SourceRecord>,
): Partial<Record<IdSpace, string>> {
  const told: Partial<Record<IdSpace, string>> = {};
  for (const key of record.sources) {
    const { ids } = known(sources, key);
    if (ids !== undefined) told[idSpace(ids)] ??= sourceText(sources, key);
  }
  return told;
}

function readSaleFact(record: SaleFactRecord, source: (key: string) => string): SaleFact {
  return {
    status: saleStatus(record.status),
    from: day(record.from),
    until: day(record.until),
    countries: countriesOf(record),
    successors: record.successors ?? [],
    decides: record.decides ?? true,
    note: record.note ?? "",
    source: source(record.source),
  };
}

function sourceText(sources: ReadonlyMap<string, SourceRecord>, key: string): string {
  const { name, date } = known(sources, key);
  return date === "" || name.includes(date) ? name : `${name} (${date})`;
}

function known<T>(facts: ReadonlyMap<string, T>, key: string): T {
  const fact = facts.get(key);
  if (fact === undefined) throw new Error(`The built-in catalogue names "${key}", which is not in its data.`);
  return fact;
}

/** An id of any space in the form that look-ups compare. */
function foldId(text: string): string {
  const reading = readProductId(text);
  if (reading.kind === "productSku") return reading.productSku;
  return reading.kind === "guid" ? reading.guid : foldPartNumber(text);
}

function idSpace(word: string): IdSpace {
  if (word === "productSku" || word === "legacyOfferId" || word === "tenant") return word;
  throw new Error(`A source tells ids of "productSku", "legacyOfferId" or "tenant", found "${word}".`);
}

function nameKind(word: string): OtherName["kind"] {
  if (word === "former" || word === "alias") return word;
  throw new Error(`A name's kind is "former" or "alias", found "${word}".`);
}

const STATUSES: readonly Discontinuation["status"][] = [
  "endOfSale",
  "notRenewable",
  "retired",
  "promotion",
  "programmeEnded",
];

function saleStatus(word: string): Discontinuation["status"] {
  const status = STATUSES.find((each) => each === word);
  if (status === undefined) throw new Error(`A sale fact's status is one of ${STATUSES.join(", ")}, found "${word}".`);
  return status;
}

function day(text: string | undefined): PlainDate | undefined {
  return text === undefined ? undefined : plainDate(text);
}

/** Microsoft set its offers for the European Economic Area and Switzerland apart from the rest of the world in 2023. */
const EEA_AND_SWITZERLAND: ReadonlySet<string> = new Set(
  "AT BE BG CH CY CZ DE DK EE ES FI FR GR HR HU IE IS IT LI LT LU LV MT NL NO PL PT RO SE SI SK".split(" "),
);

function countriesOf(record: SaleFactRecord): SaleFact["countries"] {
  if (record.only === undefined && record.except === undefined) return undefined;
  const group = record.only ?? record.except;
  if (group !== "EEA+CH") throw new Error(`A sale fact's countries are "EEA+CH", found "${group}".`);
  return record.only === undefined ? { except: EEA_AND_SWITZERLAND } : { only: EEA_AND_SWITZERLAND };
}
