import { addDays, type PlainDate } from "../model/plain-date.ts";
import type { DayContext, Refusal } from "./constraints/constraint.ts";
import { constraints } from "./constraints/index.ts";

/** The days on which a partner and a customer can switch. A *free* day is a working day that nothing else refuses. */
export interface Calendar {
  lastWorkingDay(onOrBefore: PlainDate): PlainDate;
  firstWorkingDay(onOrAfter: PlainDate): PlainDate;
  /** Both ends inclusive. */
  firstFreeDay(from: PlainDate, to: PlainDate): PlainDate | undefined;
  lastFreeDay(from: PlainDate, to: PlainDate): PlainDate | undefined;
  /** Why the day is refused; undefined: it is free. */
  refusalOn(day: PlainDate): Refusal | undefined;
}

// Days are judged once and kept in blocks: a book asks for the same few hundred days again and again.
const BLOCK_BITS = 9;
const BLOCK_DAYS = 1 << BLOCK_BITS;

interface Judgement {
  readonly isWorking: boolean;
  readonly refusal: Refusal | undefined;
}

const FREE: Judgement = { isWorking: true, refusal: undefined };
// No country has that many holidays in a row.
const LONGEST_BREAK = 400;

export function calendarOf(context: DayContext): Calendar {
  const blocks = new Map<number, readonly Judgement[]>();

  const judge = (day: PlainDate): Judgement => {
    for (const constraint of constraints) {
      const refusal = constraint.refuse(day, context);
      if (refusal !== undefined) return { isWorking: constraint.removes !== "workingDay", refusal };
    }
    return FREE;
  };

  const judged = (day: PlainDate): Judgement => {
    const number = day >> BLOCK_BITS;
    let block = blocks.get(number);
    if (block === undefined) {
      const first = (number << BLOCK_BITS) as PlainDate;
      block = Array.from({ length: BLOCK_DAYS }, (_, offset) => judge(addDays(first, offset)));
      blocks.set(number, block);
    }
    return block[day & (BLOCK_DAYS - 1)] ?? FREE;
  };

  const workingDay = (start: PlainDate, step: 1 | -1): PlainDate => {
    for (let passed = 0; passed < LONGEST_BREAK; passed += 1) {
      const day = addDays(start, passed * step);
      if (judged(day).isWorking) return day;
    }
    throw new Error(`No working day within ${LONGEST_BREAK} days of day ${start}.`);
  };

  return {
    lastWorkingDay: (onOrBefore) => workingDay(onOrBefore, -1),
    firstWorkingDay: (onOrAfter) => workingDay(onOrAfter, 1),
    firstFreeDay(from, to) {
      for (let day = from; day <= to; day = addDays(day, 1)) if (judged(day) === FREE) return day;
      return undefined;
    },
    lastFreeDay(from, to) {
      for (let day = to; day >= from; day = addDays(day, -1)) if (judged(day) === FREE) return day;
      return undefined;
    },
    refusalOn: (day) => judged(day).refusal,
  };
}
