import { partsOf } from "../../model/plain-date.ts";
import type { Constraint } from "./constraint.ts";

export const publicHoliday: Constraint = {
  removes: "workingDay",
  refuse(day, { countries, holidays }) {
    const { year } = partsOf(day);
    for (const country of countries) {
      const name = holidays(country, year).get(day);
      if (name !== undefined) return { kind: "holiday", from: day, to: day, reason: name };
    }
    return undefined;
  },
};
