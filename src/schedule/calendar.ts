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
const FREE = 0;
const FROZEN = 1;
const NOT_WORKING = 2;
// No country has that many holidays in a row.
const LONGEST_BREAK = 400;

export function calendarOf(context: DayContext): Calendar {
  const blocks = new Map<number, Uint8Array>();

  const refusalOn = (day: PlainDate): Refusal | undefined => {
    for (const constraint of constraints) {
      const refusal = constraint.refuse(day, context);
      if (refusal !== undefined) return refusal;
    }
    return undefined;
  };

  const judge = (day: PlainDate): number => {
    const refusing = constraints.find((constraint) => constraint.refuse(day, context) !== undefined);
    if (refusing === undefined) return FREE;
    return refusing.removes === "workingDay" ? NOT_WORKING : FROZEN;
  };

  const kindOf = (day: PlainDate): number => {
    const number = day >> BLOCK_BITS;
    let block = blocks.get(number);
    if (block === undefined) {
      block = new Uint8Array(BLOCK_DAYS);
      const first = (number << BLOCK_BITS) as PlainDate;
      for (let offset = 0; offset < BLOCK_DAYS; offset += 1) block[offset] = judge(addDays(first, offset));
      blocks.set(number, block);
    }
    return block[day & (BLOCK_DAYS - 1)] ?? NOT_WORKING;
  };

  const workingDay = (start: PlainDate, step: 1 | -1): PlainDate => {
    for (let passed = 0; passed < LONGEST_BREAK; passed += 1) {
      const day = addDays(start, passed * step);
      if (kindOf(day) !== NOT_WORKING) return day;
    }
    throw new Error(`No working day within ${LONGEST_BREAK} days of day ${start}.`);
  };

  return {
    lastWorkingDay: (onOrBefore) => workingDay(onOrBefore, -1),
    firstWorkingDay: (onOrAfter) => workingDay(onOrAfter, 1),
    firstFreeDay(from, to) {
      for (let day = from; day <= to; day = addDays(day, 1)) if (kindOf(day) === FREE) return day;
      return undefined;
    },
    lastFreeDay(from, to) {
      for (let day = to; day >= from; day = addDays(day, -1)) if (kindOf(day) === FREE) return day;
      return undefined;
    },
    refusalOn,
  };
}
