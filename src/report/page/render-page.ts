import { languageOf } from "../../locale/language.ts";
import { day, say, word } from "../../locale/sentence.ts";
import type { Plan } from "../../model/plan.ts";
import type { Sink } from "../sink.ts";
import { planFacts } from "../workbook/plan-facts.ts";
import { html, Markup } from "./markup.ts";
import { pageFigures } from "./page-figures.ts";
import { PAGE_STYLE } from "./page-style.ts";
import {
  blockerSection,
  findingSection,
  nextSection,
  overlapSection,
  readinessSection,
  tiles,
  totalSection,
  weekSection,
} from "./sections.ts";
import { waitingSection } from "./waiting-section.ts";

/**
 * report.html: one page that needs nothing else, for people who decide and do not edit. No scripts, and a policy that would
 * not let any run. Its size does not grow with the book. Same plan, same bytes.
 */
export async function renderPage(plan: Plan, sink: Sink): Promise<void> {
  const facts = planFacts(plan);
  const figures = pageFigures(plan);
  const language = languageOf(plan.locale);
  const { say: said, text } = language;
  const partners = plan.partners.map(({ name, country }) => `${name} (${country})`).join("; ");
  const made = say`Made for ${day(plan.asOf)}. Partner locations: ${partners || word("none", "partner location")}.`;
  const page = html`<!doctype html>
<html lang="${plan.locale}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${text("CSP transfer plan")}, ${said(day(plan.asOf))}</title>
<style>${new Markup(PAGE_STYLE)}</style>
</head>
<body>
<header>
<h1>${text("CSP transfer plan")}</h1>
<p class="faint">${said(made)}</p>
</header>
<main>
${tiles(plan, facts, language)}
${nextSection(plan, facts, language)}
${readinessSection(plan, facts, language)}
${weekSection(figures, language)}
${blockerSection(figures, language)}
${overlapSection(figures, language)}
${waitingSection(figures, language)}
${findingSection(figures, language)}
${totalSection(plan, language)}
</main>
</body>
</html>
`;
  await sink.write(page.source);
}
