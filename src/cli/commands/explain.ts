import { distance } from "fastest-levenshtein";
import { legend } from "../../legend.ts";
import { UserError } from "../../model/user-error.ts";
import { printable, type Terminal } from "../terminal.ts";
import { explainSubscription } from "./explain-subscription.ts";

const SEVERITY_EFFECT: Readonly<Record<string, string>> = {
  rejecting: "keeps the row or file out of the plan",
  excluded: "takes the subscription out of the plan: there is nothing to move",
  blocking: "holds the subscription until it is resolved",
  warning: "puts the subscription in review",
  info: "changes nothing",
};

/** Words that can only be meant as a code; ids have digits. */
const CODE = /^[A-Z]+(_[A-Z]+)+$/;

/**
 * `explain CODE`: what a finding means, from the words of its rule; `explain <subscription id>`: why a row of a plan is as it
 * is. Gives the exit code.
 */
export async function explainCommand(
  word: string,
  options: { readonly plan?: string },
  terminal: Terminal,
): Promise<number> {
  const code = word.trim().toUpperCase();
  const wording = legend.find((known) => known.code === code);
  if (wording === undefined) {
    if (options.plan !== undefined || !CODE.test(code)) return explainSubscription(word, options.plan, terminal);
    const nearest = legend
      .map((known) => ({ code: known.code, far: distance(known.code, code) }))
      .sort((a, b) => a.far - b.far || (a.code < b.code ? -1 : 1))[0];
    throw new UserError([
      `"${printable(word)}": expected the code of a finding, found none of that name; the nearest is ${nearest?.code}.`,
    ]);
  }
  terminal.out(`${wording.code} (${wording.severity}: ${SEVERITY_EFFECT[wording.severity]})\n\n`);
  terminal.out(`${wording.title}\n\nWhy it matters: ${wording.why}\nWhat to do:     ${wording.remedy}\n`);
  return 0;
}
