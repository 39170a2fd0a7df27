import type { Constraint } from "./constraint.ts";
import { freeze } from "./freeze.ts";
import { publicHoliday } from "./public-holiday.ts";
import { weekday } from "./weekday.ts";

/** In the order in which a refused day is explained; what removes working days stands before what removes free days. */
export const constraints: readonly Constraint[] = [weekday, publicHoliday, freeze];
