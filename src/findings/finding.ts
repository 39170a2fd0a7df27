import { english } from "../locale/english.ts";
import type { Phrase, Spoken } from "../locale/sentence.ts";

/** **rejecting** keeps a row out of the plan, **excluded** takes the subscription out, **blocking** holds it, **warning** puts it in review, **info** changes nothing. */
export const SEVERITIES = ["rejecting", "excluded", "blocking", "warning", "info"] as const;
export type Severity = (typeof SEVERITIES)[number];

export const FINDING_GROUPS = ["rows", "offer", "seats", "region", "subscription", "schedule", "review"] as const;
export type FindingGroup = (typeof FINDING_GROUPS)[number];

/** The words of a finding: what legend, README, `explain` and workbook print. `Facts` are the values of one case. */
export interface Wording<Facts> {
  /** A noun phrase for the failing state, in capitals. Never renamed, never reused. */
  readonly code: string;
  readonly group: FindingGroup;
  /** The ordinary severity; a case may differ where `severityOf` says so. */
  readonly severity: Severity;
  severityOf?(facts: Facts): Severity;
  /** States the condition. */
  readonly title: string;
  /** What goes wrong if the transfer runs anyway. */
  readonly why: string;
  /** What a person is to do. */
  readonly remedy: string;
  /** One sentence with this case's values. */
  message(facts: Facts): Phrase;
}

// Facts are checked where a rule is defined; past that point a finding carries them as a closed box.
// biome-ignore lint/suspicious/noExplicitAny: a list of rules holds rules with different facts
export type AnyWording = Wording<any>;

/** One condition of one subscription (or file, or row), with its values. */
export interface Finding {
  readonly wording: AnyWording;
  readonly severity: Severity;
  readonly facts: unknown;
}

export function finding<Facts>(wording: Wording<Facts>, facts: Facts): Finding {
  return { wording, severity: wording.severityOf?.(facts) ?? wording.severity, facts };
}

/** In English; one line, whatever a file's names and cells hold. */
export function messageOf(found: Finding): string {
  return english(messageSaid(found));
}

/** The same before it is in a language. */
export function messageSaid(found: Finding): Spoken {
  return { kind: "line", of: found.wording.message(found.facts) };
}

/** Severity order, then code: the order in which codes are listed in a row. */
export function compareFindings(a: Finding, b: Finding): number {
  const bySeverity = SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity);
  if (bySeverity !== 0) return bySeverity;
  if (a.wording.code === b.wording.code) return 0;
  return a.wording.code < b.wording.code ? -1 : 1;
}
