import type { DateOrder, FileEntry } from "../../model/configuration.ts";
import type { Place } from "../../model/place.ts";
import type { UnreadValue } from "../../model/subscription.ts";
import { countryCodeOf } from "../../regions/country-codes.ts";
import type { DraftCustomer, SubscriptionDraft } from "../formats/draft.ts";
import { type CellProblem, type OpenDate, RowReader } from "../formats/row-reader.ts";
import type { Binding } from "../recognise.ts";
import {
  type ColumnDecimals,
  ColumnEvidence,
  type ColumnOrders,
  type KnownElsewhere,
  type Learnt,
  type UndecidedDates,
} from "./column-evidence.ts";
import { type ProductPool, WhoPool } from "./pools.ts";
import type { SubscriptionRecord, UsageRecord, Who } from "./record.ts";

export interface ReadingContext extends KnownElsewhere {
  /** Of the file: name in outputs, and what the rows do not say themselves. */
  readonly fileName: string;
  readonly entry: FileEntry | undefined;
  /** What an earlier reading of the same rows has shown; undefined on the first. */
  readonly learnt: Learnt | undefined;
  readonly products: ProductPool;
}

export interface FileRecords {
  readonly kind: "records";
  /** The file that the rows were exported in: not the one they are read from, where that is a corrected rejected.csv. */
  readonly origin: string;
  readonly formatId: string;
  readonly subscriptions: readonly SubscriptionRecord[];
  readonly usage: readonly UsageRecord[];
  readonly whos: Iterable<Who>;
  readonly customerRows: number;
  /** Subscriptions that share the row of another: each is counted as a row. */
  readonly furtherRows: number;
  /** Column as the contract calls it, to the order that its dates needed. */
  readonly orders: ReadonlyMap<string, DateOrder>;
  /** Why, a sentence a column. */
  readonly dateEvidence: readonly string[];
  readonly decimalEvidence: readonly string[];
  /** Column of the format to its order, also where no date needed it. */
  readonly columnOrders: ColumnOrders;
  /** Column of the format to its decimal sign, where its numbers show one or need one. */
  readonly columnDecimals: ColumnDecimals;
}

/** Values have been read in another way than the file, once read to its end, shows: it has to be read again. */
export interface ReadAgain {
  readonly kind: "again";
  readonly learnt: Learnt;
}

interface OpenRecord {
  readonly record: SubscriptionRecord;
  readonly date: OpenDate;
}

/** Reads the rows of one file into records. Dates of two readings wait until the file's end. */
export class RecordReader {
  readonly #binding: Binding;
  readonly #context: ReadingContext;
  readonly #reader: RowReader;
  readonly #hasCustomer: boolean;
  readonly #evidence: ColumnEvidence;
  readonly #whos = new WhoPool();
  readonly #subscriptions: SubscriptionRecord[] = [];
  readonly #usage: UsageRecord[] = [];
  readonly #open: OpenRecord[] = [];
  /** All that were read, those with problems too. */
  #rows = 0;
  #customerRows = 0;
  #furtherRows = 0;

  constructor(binding: Binding, context: ReadingContext) {
    this.#binding = binding;
    this.#context = context;
    const { format, header, indexes } = binding;
    this.#evidence = new ColumnEvidence(binding, context);
    this.#reader = new RowReader(header, indexes, {
      seeDate: (column, reading, text) => this.#evidence.seeDate(column, reading, text),
      decimalsOf: (column) => this.#evidence.numbersOf(column),
      styles: context.learnt?.decimals ?? new Map(),
      ambiguousDates: context.learnt?.ambiguousDates ?? new Set(),
      rewrite: format.rewrite,
    });
    this.#hasCustomer =
      !format.isOneTenant &&
      [...indexes.keys()].some((column) => CUSTOMER_COLUMNS.has(format.columns[column]?.as ?? ""));
  }

  /** Problems that keep the row out; none when it has become a record. */
  read(cells: readonly string[], place: Place): readonly CellProblem[] {
    const reader = this.#reader;
    this.#rows += 1;
    reader.turnTo(cells);
    const draft = this.#binding.format.read(reader);
    const who = draft === undefined || reader.problems.length > 0 ? undefined : this.#whoOf(draft, place);
    if (draft === undefined || who === undefined) return [...reader.problems];

    who.rows += 1;
    const unreadCountry = this.#claimCountry(who, draft, place);
    switch (draft.kind) {
      case "subscription": {
        const unread = unreadCountry === undefined ? [...reader.unread] : [...reader.unread, unreadCountry];
        const record = this.#subscriptionOf(draft, who, place, unread);
        this.#subscriptions.push(record);
        for (const date of reader.openDates) this.#open.push({ record, date });
        this.#addUsageOf(draft, record);
        for (const other of draft.others ?? NO_OTHERS) {
          this.#subscriptions.push(this.#subscriptionOf(other, who, place, unread));
          this.#furtherRows += 1;
        }
        break;
      }
      case "usage": {
        const product = this.#context.products.of(draft.productIds, draft.productName);
        this.#usage.push({ who, place, product, assignedSeats: draft.assignedSeats, isRow: true });
        break;
      }
      case "customer":
        if (draft.relationship !== undefined && !who.relationships.has(draft.relationship)) {
          who.relationships.set(draft.relationship, place);
        }
        this.#customerRows += 1;
        break;
      default:
        draft satisfies never;
    }
    return [];
  }

  finish(): FileRecords | UndecidedDates | ReadAgain {
    const decimals = this.#evidence.decimals();
    const decided = this.#evidence.orders(this.#rows);
    if (decided.kind === "undecided") return decided;
    const { orders, ambiguousDates } = decided;
    const isReadOtherwise = ambiguousDates.size > 0 || this.#evidence.isReadOtherwise(decimals);
    if (this.#context.learnt === undefined && isReadOtherwise) {
      return { kind: "again", learnt: { decimals, ambiguousDates } };
    }
    for (const { record, date } of this.#open) {
      const day = orders.get(date.column) === "dmy" ? date.dmy : date.mdy;
      switch (date.field) {
        case "start":
          record.start = day;
          break;
        case "termEnd":
          record.termEnd = day;
          break;
        case "chargeStart":
          if (record.charge !== undefined) record.charge.start = day;
          break;
        case "chargeEnd":
          if (record.charge !== undefined) record.charge.end = day;
          break;
        case "ordered":
          if (record.charge !== undefined) record.charge.ordered = day;
          break;
        case "month":
          if (record.snapshot !== undefined) record.snapshot.month = day;
          break;
        default:
          date.field satisfies never;
      }
    }
    return {
      kind: "records",
      origin: this.#context.fileName,
      formatId: this.#binding.format.id,
      subscriptions: this.#subscriptions,
      usage: this.#usage,
      whos: this.#whos.all(),
      customerRows: this.#customerRows,
      furtherRows: this.#furtherRows,
      orders: new Map([...orders].map(([column, order]) => [this.#nameOf(column), order])),
      dateEvidence: this.#evidence.dateSentences(decided),
      decimalEvidence: this.#evidence.decimalSentences(),
      columnOrders: this.#evidence.ordersKnown(orders),
      columnDecimals: decimals,
    };
  }

  /** What the row says, completed by the `files` entry, else the file's name; undefined with a problem. */
  #whoOf(draft: DraftCustomer, at: Place): Who | undefined {
    const { entry, fileName } = this.#context;
    const given = entry?.customer;
    const isSaid = draft.tenantId !== "" || draft.domain !== "" || draft.customer !== "";
    const isAccountName = draft.isAccountName === true && draft.customer !== "" && !given?.name;
    if (isSaid && !this.#binding.format.isOneTenant) {
      const { tenantId, domain, customer: name } = draft;
      return this.#whos.of({ tenantId, domain, name, isAccountName }, undefined, at);
    }
    const tenantId = draft.tenantId || given?.tenantId || "";
    const domain = draft.domain || given?.domain || "";
    const name = (draft.isAccountName ? given?.name : "") || draft.customer || given?.name || "";
    const said = { tenantId, domain, name, isAccountName };
    const isOnlyNamed = this.#binding.format.isOneTenant && tenantId === "" && domain === "" && !given?.name;
    if (name !== "" && isOnlyNamed) return this.#whos.of(said, fileName, at);
    if (tenantId !== "" || domain !== "" || name !== "") return this.#whos.of(said, undefined, at);
    if (!this.#hasCustomer) return this.#whos.of(said, fileName, at);
    const { format, indexes } = this.#binding;
    const columns = [...indexes.keys()].filter((column) => CUSTOMER_COLUMNS.has(format.columns[column]?.as ?? ""));
    this.#reader.missing(columns, "a customer (tenant id, domain or name)");
    return undefined;
  }

  #claimCountry(who: Who, draft: DraftCustomer, place: Place): UnreadValue | undefined {
    const given = this.#context.entry?.customer;
    const isGiven = given !== undefined && isOf(given, who);
    if (isGiven && given.state !== undefined) who.states.add(`${given.country}-${given.state}`);
    const text = draft.country || (isGiven ? given.country : "");
    if (text === "") return undefined;
    const code = countryCodeOf(text);
    if (code === undefined) return { field: "country", column: this.#headerFor("country"), value: text };
    if (!who.countries.has(code)) who.countries.set(code, place);
    return undefined;
  }

  #subscriptionOf(
    draft: SubscriptionDraft,
    who: Who,
    place: Place,
    unread: readonly UnreadValue[],
  ): SubscriptionRecord {
    const { entry, products } = this.#context;
    return {
      who,
      place,
      id: draft.id,
      parentId: draft.parentId ?? "",
      product: products.of(draft.productIds, draft.productName),
      seats: draft.seats,
      assignedSeats: draft.assignedSeats,
      status: draft.status,
      segment: draft.segment ?? entry?.segment,
      channel: draft.channel ?? entry?.channel ?? this.#binding.format.channel,
      term: draft.term,
      billing: draft.billing,
      start: draft.start,
      termEnd: draft.termEnd,
      autoRenew: draft.autoRenew,
      isTrial: draft.isTrial,
      isAddOn: draft.isAddOn ?? false,
      isLicenceBased: draft.isLicenceBased ?? true,
      promotion: draft.promotion ?? "",
      unitPrice: draft.unitPrice,
      currency: draft.currency?.toUpperCase() ?? "",
      partnerTenantId: draft.partnerTenantId?.toLowerCase() ?? "",
      unread: unreadOf(unread, draft.unread),
      charge: draft.charge,
      snapshot: draft.snapshot,
    };
  }

  #addUsageOf({ assignedInTenant }: SubscriptionDraft, { who, place, product }: SubscriptionRecord): void {
    if (assignedInTenant === undefined) return;
    this.#usage.push({ who, place, product, assignedSeats: assignedInTenant, isRow: false });
  }

  #headerFor(as: string): string {
    const { format, header, indexes } = this.#binding;
    const column = Object.keys(format.columns).find((each) => format.columns[each]?.as === as);
    return (column === undefined ? undefined : header[indexes.get(column) ?? -1]) ?? as;
  }

  #nameOf(column: string): string {
    const as = this.#binding.format.columns[column]?.as ?? column;
    // Charge dates all serve one purpose; their own names tell them apart.
    return as === "charge line" ? column : as;
  }
}

const CUSTOMER_COLUMNS: ReadonlySet<string> = new Set(["tenant_id", "domain", "customer"]);
const NO_OTHERS: readonly SubscriptionDraft[] = [];
const NOTHING_UNREAD: readonly UnreadValue[] = [];

function unreadOf(ofRow: readonly UnreadValue[], own: readonly UnreadValue[] | undefined): readonly UnreadValue[] {
  if (own !== undefined && own.length > 0) return [...ofRow, ...own];
  return ofRow.length === 0 ? NOTHING_UNREAD : ofRow;
}

/** A `files` entry speaks of this customer: it names no other. */
function isOf(given: NonNullable<FileEntry["customer"]>, who: Who): boolean {
  const isOther = (stated: string, found: string) => stated !== "" && stated.toLowerCase() !== found.toLowerCase();
  return !isOther(given.tenantId, who.tenantId) && !isOther(given.domain, who.domain) && !isOther(given.name, who.name);
}
