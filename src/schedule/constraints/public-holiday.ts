import { partsOf } from "../../model/plain-date.ts";
import type { Constraint } from "./constraint.ts";

export const publicHoliday: Constraint = {
  removes: "workingDay",
  refuse(day, { places, holidays }) {
    const { year } = partsOf(day);
    for (const place of places) {
      const name = holidays(place, year).get(day);
      if (name !== undefined) return { kind: "holiday", from: day, to: day, reason: name };
    }
    return undefined;
  },
};
