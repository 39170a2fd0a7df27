import { say } from "../../locale/sentence.ts";
import type { Strategy } from "./strategy.ts";

/** An id of the row is that of an offer on sale, under the name it has today. */
export const exact: Strategy = {
  name: "exact",
  answer({ identity, source, isToBeHad }) {
    if (source === undefined || !isToBeHad) return undefined;
    if (identity.found !== "id" || identity.formerName !== undefined) return undefined;
    return { match: "exact", offers: [source], candidates: [], because: say`same offer` };
  },
};
