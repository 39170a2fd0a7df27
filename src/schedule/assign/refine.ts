import type { Cohorts } from "./cohorts.ts";

/** So many of a cohort at a place. */
export interface Share {
  readonly place: number;
  readonly count: number;
}

/** How cohorts are spread over places: where the arcs of a tree are. */
export interface Spread {
  /** Place of a cohort that is at one place only. */
  readonly only: Int32Array;
  /** Of the others, all places, the one towards the root first. */
  readonly several: ReadonlyMap<number, readonly Share[]>;
  readonly spare: readonly Share[];
}

/**
 * The same spread for finer cohorts. The lightest of a cohort take the places with the most overlap. Where two places meet, the
 * cohort that has tasks at both joins them; where none has, that on the side away from the root joins them without flow.
 */
export function refined(
  coarse: Cohorts,
  fine: Cohorts,
  spread: Spread,
  slopeOf: (kind: number, place: number) => number,
): Spread {
  const only = new Int32Array(fine.count);
  const several = new Map<number, readonly Share[]>();
  let first = 0;
  for (let cohort = 0; cohort < coarse.count; cohort += 1) {
    const end = coarse.begin[cohort + 1] as number;
    let after = first;
    while ((fine.begin[after] as number) < end) after += 1;
    const shares = spread.several.get(cohort);
    if (shares === undefined) only.fill(spread.only[cohort] as number, first, after);
    else divide(shares, coarse.kindOf[cohort] as number, first, after);
    first = after;
  }
  return { only, several, spare: spread.spare };

  function divide(shares: readonly Share[], kind: number, from: number, to: number): void {
    const towardsRoot = shares[0]?.place;
    const ordered = [...shares].sort((a, b) => slopeOf(kind, b.place) - slopeOf(kind, a.place) || a.place - b.place);
    const rootAt = ordered.findIndex(({ place }) => place === towardsRoot);
    const counts = new Map<number, Map<number, number>>();
    const give = (cohort: number, place: number, count: number) => {
      const own = counts.get(cohort) ?? new Map<number, number>();
      counts.set(cohort, own);
      own.set(place, (own.get(place) ?? 0) + count);
    };
    let cohort = from;
    let used = 0;
    ordered.forEach(({ place, count }, at) => {
      for (let left = count; left > 0; ) {
        const size = (fine.begin[cohort + 1] as number) - (fine.begin[cohort] as number);
        const taken = Math.min(left, size - used);
        give(cohort, place, taken);
        left -= taken;
        used += taken;
        if (used === size) [cohort, used] = [cohort + 1, 0];
      }
      const next = ordered[at + 1];
      if (next === undefined) return;
      const joining = used > 0 ? cohort : rootAt > at ? cohort - 1 : cohort;
      give(joining, place, 0);
      give(joining, next.place, 0);
    });
    for (let own = from; own < to; own += 1) {
      const at = [...(counts.get(own) ?? [])].map(([place, count]) => ({ place, count }));
      if (at.length === 1) only[own] = at[0]?.place as number;
      else several.set(own, at);
    }
  }
}
