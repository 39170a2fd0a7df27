import { isoDate } from "../../model/plain-date.ts";
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

/**
 * report.html: one page that needs nothing else, for people who decide and do not edit. No scripts, and a policy that would
 * not let any run. Its size does not grow with the book. Same plan, same bytes.
 */
export async function renderPage(plan: Plan, sink: Sink): Promise<void> {
  const facts = planFacts(plan);
  const figures = pageFigures(plan);
  const partners = plan.partners.map(({ name, country }) => `${name} (${country})`).join("; ");
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>CSP transfer plan, ${isoDate(plan.asOf)}</title>
<style>${new Markup(PAGE_STYLE)}</style>
</head>
<body>
<header>
<h1>CSP transfer plan</h1>
<p class="faint">Made for ${isoDate(plan.asOf)}. Partner locations: ${partners || "none"}.</p>
</header>
<main>
${tiles(plan, facts)}
${nextSection(plan, facts)}
${readinessSection(plan, facts)}
${weekSection(figures)}
${blockerSection(figures)}
${overlapSection(figures)}
${findingSection(figures)}
${totalSection(plan)}
</main>
</body>
</html>
`;
  await sink.write(page.source);
}
