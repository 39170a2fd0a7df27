import type { Target } from "./offer.ts";
import { isoDate } from "./plain-date.ts";
import type { MappingLine, PlannedSubscription } from "./plan.ts";

/**
 * What a reviewer sees of a subscription, before anybody decided: `seats=25; term_end=2027-03-31; target=CFQ7TTC0LCHC:0002;
 * findings=A,B`. A decision holds as long as this text is the same. Findings that change nothing (info) are left out.
 */
export function subscriptionFacts({ subscription, slot, target, findings, undecided }: FactsOfSubscription): string {
  const seen = undecided ?? { termEnd: slot.termEnd, target, findings };
  const codes = seen.findings.filter((found) => found.severity !== "info").map((found) => found.wording.code);
  return factsText([
    ["seats", String(subscription.seats)],
    ["term_end", seen.termEnd === undefined ? "" : isoDate(seen.termEnd)],
    ["target", targetText(seen.target)],
    ["findings", codes.join(",")],
  ]);
}

type FactsOfSubscription = Pick<PlannedSubscription, "subscription" | "slot" | "target" | "findings" | "undecided">;

/** What a reviewer sees of a mapping's line, before anybody decided: `target=CFQ7TTC0LCHC:0002; match=name`. */
export function mappingFacts({ target, undecided }: Pick<MappingLine, "target" | "undecided">): string {
  const seen = undecided ?? target;
  return factsText([
    ["target", targetText(seen)],
    ["match", seen.match],
  ]);
}

/** The values of a text of facts by their names. */
export function readFacts(text: string): ReadonlyMap<string, string> {
  return new Map(
    text
      .split(";")
      .map((part) => part.trim())
      .filter((part) => part !== "")
      .map((part) => {
        const sign = part.indexOf("=");
        return sign < 0 ? ([part, ""] as const) : ([part.slice(0, sign).trim(), part.slice(sign + 1).trim()] as const);
      }),
  );
}

/** Ids where they are known, else names; never a sign that parts the facts. */
function targetText({ offers }: Target): string {
  return offers.map((offer) => (offer.productSku === "" ? offer.name : offer.productSku)).join(" + ");
}

/** Values by name in one text, each of at most {@link LONGEST_FACT} characters. */
export function factsText(facts: readonly (readonly [name: string, value: string])[]): string {
  return facts.map(([name, value]) => `${name}=${factValue(value)}`).join("; ");
}

const LONGEST_FACT = 200;

/** A value as a text of facts has it: without the sign that parts facts. */
export function factValue(value: string): string {
  return value
    .replaceAll(/[;\s]+/g, " ")
    .trim()
    .slice(0, LONGEST_FACT)
    .trim();
}
