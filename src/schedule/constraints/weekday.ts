import { weekdayOf } from "../../model/plain-date.ts";
import type { Weekday } from "../../model/policy.ts";
import type { Constraint } from "./constraint.ts";

const WEEKDAYS: readonly Weekday[] = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];
const NAMES = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];

export const weekday: Constraint = {
  removes: "workingDay",
  refuse(day, { policy }) {
    const index = weekdayOf(day);
    const name = WEEKDAYS[index];
    if (name !== undefined && policy.workingDays.includes(name)) return undefined;
    return { kind: "weekday", from: day, to: day, reason: NAMES[index] ?? "" };
  },
};
