import type { PlainDate } from "../model/plain-date.ts";
import type { DateCondition, SlotDays } from "../model/slot.ts";

/** What scheduling met on the way to the day, where it met it. */
export function conditionOf(slot: SlotDays, code: DateCondition["code"]): DateCondition | undefined {
  // Nearly all slots have none.
  if (slot.conditions.length === 0) return undefined;
  return slot.conditions.find((condition) => condition.code === code);
}

/** The term end that a condition is about: after a renewal it is no longer the exported one. */
export function termEndOf(slot: SlotDays, condition: DateCondition): PlainDate | undefined {
  return dayIn(condition, "termEnd") ?? slot.termEnd;
}

/** A day among the facts of a condition. */
export function dayIn({ facts }: DateCondition, name: string): PlainDate | undefined {
  const day = facts[name];
  return typeof day === "number" ? (day as PlainDate) : undefined;
}
