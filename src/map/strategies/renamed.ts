import type { CatalogueOffer } from "../../catalogue/catalogue.ts";
import { foldName } from "../../catalogue/names.ts";
import { say } from "../../locale/sentence.ts";
import type { Strategy } from "./strategy.ts";

/** An id of the row is that of an offer on sale, and the row still has a former name or the id of one. */
export const renamed: Strategy = {
  name: "renamed",
  answer({ identity, source, isToBeHad }) {
    if (source === undefined || !isToBeHad) return undefined;
    if (identity.found !== "id" || identity.formerName === undefined) return undefined;
    return {
      match: "renamed",
      offers: [source],
      candidates: [],
      because: say`formerly "${identity.formerName}"`,
      source: sourceOfFormer(identity.formerName, source),
    };
  },
};

function sourceOfFormer(name: string, { otherNames }: CatalogueOffer): string | undefined {
  const folded = foldName(name);
  return otherNames.find((other) => other.kind === "former" && foldName(other.name) === folded)?.source;
}
