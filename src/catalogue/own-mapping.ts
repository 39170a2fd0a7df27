/** A person's own decision on a product, whatever the rules would choose. */
export interface OwnMapping {
  /** As written: an id of any space, or a name. */
  readonly source: string;
  /** As written, one each for offers that are ordered together. */
  readonly targets: readonly string[];
  readonly note: string;
  /** File and row. */
  readonly place: string;
  /** As the file calls the column of the targets. */
  readonly targetColumn: string;
  /** What an older file says instead; empty: nothing. */
  readonly contradiction: string;
}
