import { SEVERITIES } from "../../findings/finding.ts";
import type { Language } from "../../locale/language.ts";
import { counted, day, listed, say, word } from "../../locale/sentence.ts";
import { type Plan, STATUSES, type Status } from "../../model/plan.ts";
import { nextTasks } from "../workbook/next-tasks.ts";
import { type PlanFacts, SOON_DAYS } from "../workbook/plan-facts.ts";
import { barChart, columnChart, shareBar } from "./charts.ts";
import { html, type Markup } from "./markup.ts";
import { shareText } from "./number-text.ts";
import type { OverlapFigure, PageFigures } from "./page-figures.ts";

const BLOCKERS_SHOWN = 12;
const NO_DAY = word("none", "day");

const MEANING: Readonly<Record<Status, string>> = {
  ready: "can be moved as planned",
  review: "a person has to look first",
  blocked: "cannot be moved as it is",
  excluded: "nothing to move",
};

/** The figures that are asked for first. */
export function tiles(plan: Plan, facts: PlanFacts, language: Language): Markup {
  const { number, money, say: said, text } = language;
  const { totals } = plan;
  const seats = STATUSES.reduce((sum, status) => sum + facts.seatsByStatus[status], 0);
  const days: readonly (readonly [string, string])[] = [
    [text("first switch"), facts.firstSwitch === undefined ? said(NO_DAY) : said(day(facts.firstSwitch.on))],
    [text("last switch"), facts.lastSwitchOn === undefined ? said(NO_DAY) : said(day(facts.lastSwitchOn))],
    [said(say`terms that end within ${SOON_DAYS} days`), number(facts.termsEndingSoon)],
    ...facts.overlapCosts.map(
      ({ currency, cost }) =>
        [text("paid twice while old and new overlap"), `${money(cost)} ${currency}`.trim()] as const,
    ),
  ];
  const all: readonly (readonly [string, string])[] = [
    [said(word("subscriptions", "tile")), number(totals.planned)],
    [said(word("customers", "tile")), number(plan.customers.length)],
    [said(word("seats", "tile")), number(seats)],
    [text("of the subscriptions are ready"), shareText(totals.ready, totals.planned)],
    ...days,
  ];
  return html`<ul class="tiles">${all.map(([what, value]) => html`<li><b>${value}</b>${what}</li>`)}</ul>`;
}

export function nextSection(plan: Plan, facts: PlanFacts, { text, say: said }: Language): Markup {
  const tasks = nextTasks(plan, facts);
  if (tasks.length === 0) return html`<h2>${text("Do next")}</h2><p>${text("Nothing is left to do.")}</p>`;
  return html`<h2>${text("Do next")}</h2><ol class="next">${tasks.map((task) => html`<li>${said(task.text)}</li>`)}</ol>`;
}

export function readinessSection({ totals }: Plan, { seatsByStatus }: PlanFacts, language: Language): Markup {
  const { number, say: said, text } = language;
  const seats = STATUSES.reduce((sum, status) => sum + seatsByStatus[status], 0);
  const rows = STATUSES.map(
    (
      status,
    ) => html`<tr><td><span class="mark ${status}">${said(word(status, "status"))}</span></td><td>${text(MEANING[status])}</td>
<td class="n">${number(totals[status])}</td><td class="n">${shareText(totals[status], totals.planned)}</td>
<td class="n">${number(seatsByStatus[status])}</td><td class="n">${shareText(seatsByStatus[status], seats)}</td></tr>`,
  );
  const words = STATUSES.map((status) => `${number(totals[status])} ${said(word(status, "status"))}`).join(", ");
  return html`<h2>${text("Readiness")}</h2>
${shareBar(
  { title: text("Subscriptions by status"), description: words },
  STATUSES.map((status) => ({ value: totals[status], look: status })),
)}
<table><thead><tr><th>${text("Status")}</th><th>${text("Means")}</th><th class="n">${text("Subscriptions")}</th><th class="n">${text("Share")}</th><th class="n">${text("Seats")}</th><th class="n">${text("Share")}</th></tr></thead>
<tbody>${rows}</tbody></table>`;
}

export function weekSection({ weeks, later, withoutDay }: PageFigures, language: Language): Markup {
  const { say: said, text } = language;
  const title = text("Switches per week");
  const notes = [
    later === 0 ? "" : said(say`${counted(later, "switch")} later than shown.`),
    withoutDay === 0
      ? ""
      : said(
          withoutDay === 1 ? say`1 subscription has no day yet.` : say`${withoutDay} subscriptions have no day yet.`,
        ),
  ].filter((note) => note !== "");
  const last = weeks.at(-1);
  const [first] = weeks;
  if (first === undefined || last === undefined) {
    return html`<h2>${title}</h2><p>${text("No subscription has a switch day.")} ${notes.join(" ")}</p>`;
  }
  const busiest = weeks.reduce((most, week) => (week.ready + week.review > most.ready + most.review ? week : most));
  const span = say`from ${first.week} to ${last.week}; the most in ${busiest.week}, ${counted(busiest.ready + busiest.review, "subscription")}`;
  const columns = weeks.map(({ week, ready, review }) => ({
    label: week,
    parts: [
      { value: ready, look: "ready" },
      { value: review, look: "review" },
    ],
  }));
  const marks = (["ready", "review"] as const).map(
    (status) => html`<span class="mark ${status}">${said(word(status, "status"))}</span>`,
  );
  return html`<h2>${title}</h2>
<p>${said(say`Subscriptions by ISO week, ${span}.`)} ${marks}</p>
${columnChart({ title, description: said(span) }, columns, language)}
<p class="faint">${notes.join(" ")}</p>`;
}

export function blockerSection({ findings }: PageFigures, { say: said, text }: Language): Markup {
  const heading = text("What blocks most seats");
  const blockers = findings.filter(({ severity }) => severity === "blocking");
  if (blockers.length === 0) return html`<h2>${heading}</h2><p>${text("Nothing is blocked.")}</p>`;
  const shown = blockers.slice(0, BLOCKERS_SHOWN);
  const bars = shown.map(({ title, seats, subscriptions }) => ({
    label: shortened(text(title)),
    value: seats,
    look: "blocked",
    note: said(listed([counted(seats, "seat"), counted(subscriptions, "subscription")], ", ")),
  }));
  const words = shown.map(({ title, seats }) => `${text(title)}, ${said(counted(seats, "seat"))}`).join("; ");
  return html`<h2>${heading}</h2>
<p>${text("Purchased seats by what holds them; a subscription that is held by two things counts for both.")}</p>
${barChart({ title: heading, description: words }, bars)}`;
}

export function findingSection({ findings }: PageFigures, { number, say: said, text }: Language): Markup {
  const groups = SEVERITIES.flatMap((severity) => findings.filter((figure) => figure.severity === severity));
  if (groups.length === 0) return html`<h2>${text("Findings by kind")}</h2><p>${text("No finding.")}</p>`;
  const rows = groups.map(
    ({
      severity,
      code,
      title,
      subscriptions,
      seats,
    }) => html`<tr><td><span class="mark ${severity}">${said(word(severity, "severity"))}</span></td>
<td>${text(title)}<br><code class="faint">${code}</code></td><td class="n">${number(subscriptions)}</td><td class="n">${number(seats)}</td></tr>`,
  );
  return html`<h2>${text("Findings by kind")}</h2>
<table><thead><tr><th>${text("Severity")}</th><th>${text("Condition")}</th><th class="n">${text("Subscriptions")}</th><th class="n">${text("Seats")}</th></tr></thead><tbody>${rows}</tbody></table>`;
}

export function overlapSection({ overlaps, unpriced }: PageFigures, language: Language): Markup {
  const { say: said, text } = language;
  const note =
    unpriced === 0
      ? undefined
      : html`<p>${said(unpriced === 1 ? say`1 subscription with an overlap has no price, and is not in these sums.` : say`${unpriced} subscriptions with an overlap have no price, and are not in these sums.`)}</p>`;
  if (overlaps.length === 0)
    return html`<h2>${text("Overlap cost")}</h2><p>${text("No cost of overlap is known.")}</p>${note}`;
  return html`<h2>${text("Overlap cost")}</h2>
<p>${text("What is paid twice between the switch and the end of the old term. Cancelled time is not refunded.")}</p>
${overlaps.map((overlap) => overlapTable(overlap, language))}${note}`;
}

function overlapTable({ currency, cost, subscriptions, customers }: OverlapFigure, language: Language): Markup {
  const { money, say: said, text } = language;
  const rows = customers.map(
    ({ name, cost: own }) =>
      html`<tr><td>${name}</td><td class="n">${money(own)}</td><td class="n">${shareText(own, cost)}</td></tr>`,
  );
  const unit = currency === "" ? text("no currency given") : currency;
  return html`<p><b>${money(cost)} ${unit}</b> ${said(say`for ${counted(subscriptions, "subscription")}; the customers with most of it:`)}</p>
<table><thead><tr><th>${text("Customer")}</th><th class="n">${said(say`Cost, ${unit}`)}</th><th class="n">${text("Share")}</th></tr></thead><tbody>${rows}</tbody></table>`;
}

export function totalSection({ totals, catalogue, files }: Plan, { number, say: said, text }: Language): Markup {
  const places = (["planned", "merged", "duplicates", "rejected", "usage", "customers", "ignored"] as const)
    .map((part) => `${number(totals[part])} ${said(word(part, "total"))}`)
    .join(" + ");
  const statuses = STATUSES.map((status) => `${number(totals[status])} ${said(word(status, "total"))}`).join(" + ");
  const sources = catalogue.map(({ name, date }) => (date === "" ? name : `${name} (${date})`)).join("; ");
  return html`<h2>${text("What this rests on")}</h2>
<p>${said(say`${number(totals.rowsRead)} rows read from ${counted(files.length, "file")}`)} = ${places}</p>
<p>${number(totals.planned)} ${said(word("planned", "total"))} = ${statuses}</p>
<p class="faint">${said(say`Facts about offers and regions: ${sources}.`)}</p>`;
}

const LABEL_CHARACTERS = 44;

function shortened(text: string): string {
  return text.length <= LABEL_CHARACTERS ? text : `${text.slice(0, LABEL_CHARACTERS - 1).trimEnd()}…`;
}
