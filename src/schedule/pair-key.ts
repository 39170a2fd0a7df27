// Days and small counts fit into 23 bits, with their sign.
const UNIT = 2 ** 23;
/** No day is that far away. */
const NOTHING = UNIT / 2 - 1;

/** Two days, or small counts, either of which may be missing, as one number to look things up by: different pairs, different keys. */
export function pairKey(one: number | undefined, other: number | undefined): number {
  return (one ?? NOTHING) * UNIT + (other ?? NOTHING);
}
