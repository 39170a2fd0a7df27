import { say } from "../../locale/sentence.ts";
import type { Strategy } from "./strategy.ts";

/** No id is known, and the name, today's or a former one, means one offer of the segment. */
export const name: Strategy = {
  name: "name",
  answer({ identity, source, isToBeHad }) {
    if (source === undefined || !isToBeHad || identity.found !== "name") return undefined;
    return { match: "name", offers: [source], candidates: [], because: say`only the name matched` };
  },
};
