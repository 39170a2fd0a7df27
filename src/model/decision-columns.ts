/** The columns of decisions.csv, in order. */
export const DECISION_COLUMNS = [
  "scope",
  "key",
  "decision",
  "target",
  "seats",
  "date",
  "reviewer",
  "comment",
  "facts",
  "source",
] as const;
