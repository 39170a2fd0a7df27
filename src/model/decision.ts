import type { Offer } from "./offer.ts";
import type { PlainDate } from "./plain-date.ts";

/** One line of decisions.csv: what a person typed, read but not yet checked against the plan. */
export interface Decision {
  readonly scope: "subscription" | "mapping";
  /** Key of the plan's row, or of the mapping's line. */
  readonly key: string;
  /** approve, hold, exclude, change · accept, use, none; empty: only a comment or reviewer was typed. */
  readonly decision: string;
  /** As typed: ProductId:SkuId, several joined by " + ", or a name. */
  readonly target: string;
  readonly seats: number | undefined;
  readonly date: PlainDate | undefined;
  readonly reviewer: string;
  readonly comment: string;
  /** What the reviewer saw; empty: not compared. */
  readonly facts: string;
  /** File, sheet and cell it came from. */
  readonly source: string;
}

/** What holds for one subscription after its decisions were checked. */
export interface Ruling {
  readonly kind: "approve" | "hold" | "exclude" | "change" | "mapping";
  /** The target chosen, one or more offers; undefined: the rules choose. */
  readonly offers: readonly Offer[] | undefined;
  readonly seats: number | undefined;
  readonly switchOn: PlainDate | undefined;
  /** Where it was decided, for provenance and explanation. */
  readonly source: string;
}
