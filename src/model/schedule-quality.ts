/** The objective of contract 6, level by level; less is better, the first level first. */
export interface Objective {
  /** Subscriptions without a day, though their term end is known. */
  readonly withoutDay: number;
  /** Subscriptions that wait for a later term, because the days of the first are full. */
  readonly laterTerm: number;
  readonly bufferDays: number;
  /** Money, unrounded by row, or seat-days. */
  readonly overlap: number;
}

/** How good the schedule is, and how good one could be at best. Blocked, held and decided subscriptions are not in it. */
export interface ScheduleQuality {
  readonly objective: Objective;
  /** No schedule that keeps the rules is better than this. */
  readonly bound: Objective;
  /** Currency code of `overlap`; undefined: seat-days, as not every price of the book is known in one currency. */
  readonly currency: string | undefined;
  readonly isOptimal: boolean;
}
