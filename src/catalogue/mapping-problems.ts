import { SEGMENTS, type Segment } from "../model/subscription.ts";
import type { Catalogue } from "./catalogue.ts";
import { offersMeant, type TargetMeant, targetsMeant } from "./offers-meant.ts";
import type { OwnMapping } from "./own-mapping.ts";

/**
 * What is wrong with a person's own mappings, a sentence each: those that no subscription can follow, since a target is no offer
 * known, means several, is a trial, or is of another segment than the source.
 */
export function mappingProblems(mappings: readonly OwnMapping[], catalogue: Catalogue): readonly string[] {
  return mappings.flatMap((mapping) => {
    const segments = segmentsOf(mapping, catalogue);
    const unusable = segments.map((segment) => unusableTargets(mapping, segment, catalogue));
    if (unusable.some((targets) => targets.length === 0)) return [];
    return (unusable[0] ?? []).map((target) => problemText(mapping, target, segments));
  });
}

/** Those in which the source is sold; all, where the catalogue does not know it: a person may. */
function segmentsOf({ source }: OwnMapping, catalogue: Catalogue): readonly Segment[] {
  const known = SEGMENTS.filter(
    (segment) => offersMeant(source, { segment, catalogue, namesOf: "any time" }).kind === "found",
  );
  return known.length === 0 ? SEGMENTS : known;
}

function unusableTargets({ targets }: OwnMapping, segment: Segment, catalogue: Catalogue): readonly TargetMeant[] {
  return targetsMeant(targets.join(" + "), { segment, catalogue, namesOf: "any time" }).filter(
    ({ meant }) => meant.kind !== "unlisted" && (meant.kind !== "found" || meant.offers.length > 1),
  );
}

function problemText({ place, targetColumn }: OwnMapping, { text, meant }: TargetMeant, segments: readonly Segment[]) {
  const expected = expectedOf(meant, segments);
  return `${place}, column "${targetColumn}": expected ${expected}, found "${text}"; write the ProductId:SkuId of the offer; this mapping is not used.`;
}

function expectedOf(meant: TargetMeant["meant"], segments: readonly Segment[]): string {
  if (meant.kind === "found") {
    const named = meant.offers.map(({ name, productSku }) => (productSku === "" ? name : `${name} ${productSku}`));
    return `one offer (it may be ${named.join(" or ")})`;
  }
  if (meant.kind === "unfit") {
    return meant.because === "trial" ? "an offer that is no trial" : `an offer for ${segments.join(" or ")}`;
  }
  return "an id or a name that the catalogue knows";
}
