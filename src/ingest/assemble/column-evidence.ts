import type { DateReading } from "../../cells/date.ts";
import { DateOrderEvidence, decideOrder } from "../../cells/date-order.ts";
import {
  type DecidedDecimal,
  DecimalEvidence,
  type DecimalSource,
  type DecimalStyle,
  decideDecimal,
} from "../../cells/decimal-evidence.ts";
import type { DateOrder } from "../../model/configuration.ts";
import type { Binding } from "../recognise.ts";

/** Column of the format to the order of its dates. */
export type ColumnOrders = ReadonlyMap<string, DateOrder>;
/** Column of the format to its decimal sign. */
export type ColumnDecimals = ReadonlyMap<string, DecimalStyle>;

/** What a first reading of a file has shown about values of two readings; a second reading starts with it. */
export interface Learnt {
  readonly decimals: ColumnDecimals;
  /** Columns in which a few days are of two readings and nothing tells which: they cost their rows. */
  readonly ambiguousDates: ReadonlySet<string>;
}

/** The dates of a column are of two readings, and nothing tells which. */
export interface UndecidedDates {
  readonly kind: "undecided";
  readonly column: string;
  readonly samples: readonly string[];
  readonly isContradictory: boolean;
}

export interface DecidedOrders {
  readonly kind: "orders";
  /** Of each column that needs one. */
  readonly orders: ColumnOrders;
  readonly ambiguousDates: ReadonlySet<string>;
}

/** What decides where the rows of the file do not. */
export interface KnownElsewhere {
  /** `--date-order`. */
  readonly dateOrder: DateOrder | undefined;
  /** What the rest of the export has proven, where these are rows that were taken out of it. */
  readonly exportOrders: ColumnOrders | undefined;
  readonly exportDecimals: ColumnDecimals | undefined;
  /** Of the file that the rows were written in; empty where that is not known. */
  readonly delimiter: string;
}

/** What the values of each column of one file tell about the order of its dates and its decimal sign. */
export class ColumnEvidence {
  readonly #binding: Binding;
  readonly #known: KnownElsewhere;
  readonly #dates = new Map<string, DateOrderEvidence>();
  readonly #numbers = new Map<string, DecimalEvidence>();

  constructor(binding: Binding, known: KnownElsewhere) {
    this.#binding = binding;
    this.#known = known;
    for (const [column, { isDate }] of Object.entries(binding.format.columns)) {
      if (isDate && binding.indexes.has(column)) this.#dates.set(column, new DateOrderEvidence());
    }
  }

  seeDate(column: string, reading: DateReading, text: string): void {
    this.#dates.get(column)?.see(reading, text);
  }

  numbersOf(column: string): DecimalEvidence {
    let evidence = this.#numbers.get(column);
    if (evidence === undefined) {
      evidence = new DecimalEvidence();
      this.#numbers.set(column, evidence);
    }
    return evidence;
  }

  /** The decimal sign of each column whose numbers show one or need one. */
  decimals(): ColumnDecimals {
    const decimals = new Map<string, DecimalStyle>();
    for (const [column, { open, proven }] of this.#numbers) {
      if (open.size > 0) decimals.set(column, this.#decimalOf(column).style);
      else if (proven !== undefined && proven !== "contradictory") decimals.set(column, proven);
    }
    return decimals;
  }

  #decimalOf(column: string): DecidedDecimal {
    const { exportDecimals, delimiter } = this.#known;
    const ofExport = exportDecimals?.get(column);
    const known = { ofExport, ofFormat: this.#binding.format.decimal, delimiter };
    return decideDecimal(this.numbersOf(column), this.#numbers.values(), known);
  }

  /** The first reading takes each separator before three digits for thousands: whether that was wrong somewhere. */
  isReadOtherwise(decimals: ColumnDecimals): boolean {
    return [...this.#numbers].some(([column, { open }]) => {
      const style = decimals.get(column);
      if (style === undefined || open.size === 0) return false;
      return style === "open" || style === "contradictory" || open.has(style);
    });
  }

  /** The order of each column that needs one, or the first column of which it stays open for more than a few of `rows`. */
  orders(rows: number): DecidedOrders | UndecidedDates {
    const { format } = this.#binding;
    const orders = new Map<string, DateOrder>();
    const ambiguousDates = new Set<string>();
    const all = [...this.#dates.values()];
    for (const [column, evidence] of this.#dates) {
      if (!evidence.hasAmbiguous) continue;
      const { exportOrders, dateOrder } = this.#known;
      const fromExport = evidence.proven === undefined ? exportOrders?.get(column) : undefined;
      const ofFormat = format.columns[column]?.dateOrder ?? format.dateOrder;
      const order = fromExport ?? decideOrder(evidence, all, dateOrder, ofFormat);
      if (order !== undefined) orders.set(column, order);
      else if (evidence.isAmbiguousInFewOf(rows)) ambiguousDates.add(column);
      else {
        const isContradictory = evidence.proven === "contradictory";
        return { kind: "undecided", column: this.#headerOf(column), samples: evidence.samples, isContradictory };
      }
    }
    return { kind: "orders", orders, ambiguousDates };
  }

  /** Orders that a file proves or has decided, also where none of its dates needed one: for rows that were taken out of it. */
  ordersKnown(decided: ColumnOrders): ColumnOrders {
    const orders = new Map(decided);
    for (const [column, { proven }] of this.#dates) {
      if (proven !== undefined && proven !== "contradictory" && !orders.has(column)) orders.set(column, proven);
    }
    return orders;
  }

  /** Why the dates of each column are read as they are: a sentence a column. */
  dateSentences({ orders, ambiguousDates }: Omit<DecidedOrders, "kind">): readonly string[] {
    const decided = [...orders].map(
      ([column, order]) =>
        `${this.#headerOf(column)}: ${order === "dmy" ? "day" : "month"} first, ${this.#whyOrder(column, order)}`,
    );
    const open = [...ambiguousDates].map((column) => {
      const evidence = this.#dates.get(column);
      const samples = (evidence?.samples ?? []).map((sample) => `"${sample}"`).join(", ");
      return `${this.#headerOf(column)}: ${evidence?.ambiguousCount} of ${evidence?.dayCount} dates may have day or month first (${samples}), and nothing tells which; their rows are rejected`;
    });
    return [...decided, ...open];
  }

  /** Why the numbers of two readings in each column are read as they are: a sentence a column. */
  decimalSentences(): readonly string[] {
    return [...this.#numbers].flatMap(([column, { open, isCount }]) => {
      const [sign] = open;
      if (sign === undefined) return [];
      const { style, source } = this.#decimalOf(column);
      const such = [...open].map((each) => `"1${each}000"`).join(" and ");
      const header = this.#headerOf(column);
      if (source === undefined) {
        const why = style === "open" ? "nothing tells" : "the file contradicts itself on";
        const cost = isCount ? "such rows are rejected" : "such amounts are left out";
        return [`${header}: ${why} whether ${such} has thousands or decimals; ${cost}`];
      }
      const name = style === "," ? "comma" : "point";
      return [`${header}: decimal ${name}, ${this.#whyDecimal(column, source)}`];
    });
  }

  #whyDecimal(column: string, source: DecimalSource): string {
    switch (source) {
      case "its own values":
        return `as "${this.numbersOf(column).proof}" shows`;
      case "the rest of the export":
        return "as the rest of the export shows";
      case "whole counts":
        return "since other counts are written without decimals";
      case "other columns": {
        const other = [...this.#numbers.values()].find(({ proof }) => proof !== "");
        return `as "${other?.proof}" in another column shows`;
      }
      case "the user":
        return "by the configuration";
      case "the delimiter":
        return "as the semicolons between cells suggest";
      default:
        return source satisfies never;
    }
  }

  #whyOrder(column: string, order: DateOrder): string {
    const evidence = this.#dates.get(column);
    const others = [...this.#dates.values()].find(({ proven }) => proven === order);
    const { exportOrders, dateOrder } = this.#known;
    if (evidence?.proven === order) return `as "${evidence.proof}" shows`;
    if (exportOrders?.get(column) === order) return "as the rest of the export shows";
    if (others !== undefined && evidence?.proven === undefined) return `as "${others.proof}" in another column shows`;
    return dateOrder === order ? "by --date-order" : "by the locale of the format";
  }

  #headerOf(column: string): string {
    const { header, indexes } = this.#binding;
    return header[indexes.get(column) ?? -1] ?? column;
  }
}
