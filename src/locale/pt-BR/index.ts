import columns from "./columns.json" with { type: "json" };
import findings from "./findings.json" with { type: "json" };
import holidays from "./holidays.json" with { type: "json" };
import legend from "./legend.json" with { type: "json" };
import nouns from "./nouns.json" with { type: "json" };
import places from "./places.json" with { type: "json" };
import readings from "./readings.json" with { type: "json" };
import reasons from "./reasons.json" with { type: "json" };
import runbook from "./runbook.json" with { type: "json" };
import sentences from "./sentences.json" with { type: "json" };
import words from "./words.json" with { type: "json" };

/**
 * The Portuguese for each English text of ours. Values stand in both as `{1}`, `{2}`; a word that means different things in
 * different places stands behind its group, as `status|ready`. The one word for each thing of the trade: glossary.md.
 */
export const portuguese: ReadonlyMap<string, string> = new Map(
  [columns, findings, holidays, legend, places, readings, reasons, runbook, sentences, words].flatMap((texts) =>
    Object.entries(texts as Readonly<Record<string, string>>),
  ),
);

/** Singular and plural of what is counted. */
export const portugueseNouns: ReadonlyMap<string, readonly string[]> = new Map(Object.entries(nouns));
