import { SEVERITIES } from "../../findings/finding.ts";
import { isoDate } from "../../model/plain-date.ts";
import { type Plan, STATUSES, type Status } from "../../model/plan.ts";
import { counted, nextTasks } from "../workbook/next-tasks.ts";
import { type PlanFacts, SOON_DAYS } from "../workbook/plan-facts.ts";
import { barChart, columnChart, shareBar } from "./charts.ts";
import { html, type Markup } from "./markup.ts";
import { moneyText, numberText, shareText } from "./number-text.ts";
import type { OverlapFigure, PageFigures } from "./page-figures.ts";

const BLOCKERS_SHOWN = 12;

const MEANING: Readonly<Record<Status, string>> = {
  ready: "can be moved as planned",
  review: "a person has to look first",
  blocked: "cannot be moved as it is",
  excluded: "nothing to move",
};

/** The figures that are asked for first. */
export function tiles(plan: Plan, facts: PlanFacts): Markup {
  const { totals } = plan;
  const seats = STATUSES.reduce((sum, status) => sum + facts.seatsByStatus[status], 0);
  const days: readonly (readonly [string, string])[] = [
    ["first switch", facts.firstSwitch === undefined ? "none" : isoDate(facts.firstSwitch.on)],
    ["last switch", facts.lastSwitchOn === undefined ? "none" : isoDate(facts.lastSwitchOn)],
    [`terms that end within ${SOON_DAYS} days`, numberText(facts.termsEndingSoon)],
    ...facts.overlapCosts.map(
      ({ currency, cost }) =>
        ["paid twice while old and new overlap", `${moneyText(cost)} ${currency}`.trim()] as const,
    ),
  ];
  const all: readonly (readonly [string, string])[] = [
    ["subscriptions", numberText(totals.planned)],
    ["customers", numberText(plan.customers.length)],
    ["seats", numberText(seats)],
    ["of the subscriptions are ready", shareText(totals.ready, totals.planned)],
    ...days,
  ];
  return html`<ul class="tiles">${all.map(([what, value]) => html`<li><b>${value}</b>${what}</li>`)}</ul>`;
}

export function nextSection(plan: Plan, facts: PlanFacts): Markup {
  const tasks = nextTasks(plan, facts);
  if (tasks.length === 0) return html`<h2>Do next</h2><p>Nothing is left to do.</p>`;
  return html`<h2>Do next</h2><ol class="next">${tasks.map(({ text }) => html`<li>${text}</li>`)}</ol>`;
}

export function readinessSection({ totals }: Plan, { seatsByStatus }: PlanFacts): Markup {
  const seats = STATUSES.reduce((sum, status) => sum + seatsByStatus[status], 0);
  const rows = STATUSES.map(
    (status) => html`<tr><td><span class="mark ${status}">${status}</span></td><td>${MEANING[status]}</td>
<td class="n">${numberText(totals[status])}</td><td class="n">${shareText(totals[status], totals.planned)}</td>
<td class="n">${numberText(seatsByStatus[status])}</td><td class="n">${shareText(seatsByStatus[status], seats)}</td></tr>`,
  );
  const words = STATUSES.map((status) => `${numberText(totals[status])} ${status}`).join(", ");
  return html`<h2>Readiness</h2>
${shareBar(
  { title: "Subscriptions by status", description: words },
  STATUSES.map((status) => ({ value: totals[status], look: status })),
)}
<table><thead><tr><th>Status</th><th>Means</th><th class="n">Subscriptions</th><th class="n">Share</th><th class="n">Seats</th><th class="n">Share</th></tr></thead>
<tbody>${rows}</tbody></table>`;
}

export function weekSection({ weeks, later, withoutDay }: PageFigures): Markup {
  const notes = [
    later === 0 ? "" : `${counted(later, "switch")} later than shown.`,
    withoutDay === 0 ? "" : `${counted(withoutDay, "subscription")} ${withoutDay === 1 ? "has" : "have"} no day yet.`,
  ].filter((note) => note !== "");
  const last = weeks.at(-1);
  const [first] = weeks;
  if (first === undefined || last === undefined) {
    return html`<h2>Switches per week</h2><p>No subscription has a switch day. ${notes.join(" ")}</p>`;
  }
  const busiest = weeks.reduce((most, week) => (week.ready + week.review > most.ready + most.review ? week : most));
  const words = `from ${first.week} to ${last.week}; the most in ${busiest.week}, ${counted(busiest.ready + busiest.review, "subscription")}`;
  const columns = weeks.map(({ week, ready, review }) => ({
    label: week,
    parts: [
      { value: ready, look: "ready" },
      { value: review, look: "review" },
    ],
  }));
  return html`<h2>Switches per week</h2>
<p>Subscriptions by ISO week, ${words}. <span class="mark ready">ready</span> <span class="mark review">review</span></p>
${columnChart({ title: "Switches per week", description: words }, columns)}
<p class="faint">${notes.join(" ")}</p>`;
}

export function blockerSection({ findings }: PageFigures): Markup {
  const blockers = findings.filter(({ severity }) => severity === "blocking");
  if (blockers.length === 0) return html`<h2>What blocks most seats</h2><p>Nothing is blocked.</p>`;
  const shown = blockers.slice(0, BLOCKERS_SHOWN);
  const bars = shown.map(({ title, seats, subscriptions }) => ({
    label: shortened(title),
    value: seats,
    look: "blocked",
    note: `${counted(seats, "seat")}, ${counted(subscriptions, "subscription")}`,
  }));
  const words = shown.map(({ title, seats }) => `${title}, ${counted(seats, "seat")}`).join("; ");
  return html`<h2>What blocks most seats</h2>
<p>Purchased seats by what holds them; a subscription that is held by two things counts for both.</p>
${barChart({ title: "What blocks most seats", description: words }, bars)}`;
}

export function findingSection({ findings }: PageFigures): Markup {
  const groups = SEVERITIES.flatMap((severity) => findings.filter((figure) => figure.severity === severity));
  if (groups.length === 0) return html`<h2>Findings by kind</h2><p>No finding.</p>`;
  const rows = groups.map(
    ({
      severity,
      code,
      title,
      subscriptions,
      seats,
    }) => html`<tr><td><span class="mark ${severity}">${severity}</span></td>
<td>${title}<br><code class="faint">${code}</code></td><td class="n">${numberText(subscriptions)}</td><td class="n">${numberText(seats)}</td></tr>`,
  );
  return html`<h2>Findings by kind</h2>
<table><thead><tr><th>Severity</th><th>Condition</th><th class="n">Subscriptions</th><th class="n">Seats</th></tr></thead><tbody>${rows}</tbody></table>`;
}

export function overlapSection({ overlaps, unpriced }: PageFigures): Markup {
  const note =
    unpriced === 0
      ? undefined
      : html`<p>${counted(unpriced, "subscription")} with an overlap ${unpriced === 1 ? "has" : "have"} no price, and are not in these sums.</p>`;
  if (overlaps.length === 0) return html`<h2>Overlap cost</h2><p>No cost of overlap is known.</p>${note}`;
  return html`<h2>Overlap cost</h2>
<p>What is paid twice between the switch and the end of the old term. Cancelled time is not refunded.</p>
${overlaps.map(overlapTable)}${note}`;
}

function overlapTable({ currency, cost, subscriptions, customers }: OverlapFigure): Markup {
  const rows = customers.map(
    ({ name, cost: own }) =>
      html`<tr><td>${name}</td><td class="n">${moneyText(own)}</td><td class="n">${shareText(own, cost)}</td></tr>`,
  );
  const unit = currency === "" ? "no currency given" : currency;
  return html`<p><b>${moneyText(cost)} ${unit}</b> for ${counted(subscriptions, "subscription")}; the customers with most of it:</p>
<table><thead><tr><th>Customer</th><th class="n">Cost, ${unit}</th><th class="n">Share</th></tr></thead><tbody>${rows}</tbody></table>`;
}

export function totalSection({ totals, catalogue, files }: Plan): Markup {
  const places = (["planned", "merged", "duplicates", "rejected", "usage", "customers", "ignored"] as const)
    .map((part) => `${numberText(totals[part])} ${part}`)
    .join(" + ");
  const statuses = STATUSES.map((status) => `${numberText(totals[status])} ${status}`).join(" + ");
  const sources = catalogue.map(({ name, date }) => (date === "" ? name : `${name} (${date})`)).join("; ");
  return html`<h2>What this rests on</h2>
<p>${numberText(totals.rowsRead)} rows read from ${counted(files.length, "file")} = ${places}</p>
<p>${numberText(totals.planned)} planned = ${statuses}</p>
<p class="faint">Facts about offers and regions: ${sources}.</p>`;
}

const LABEL_CHARACTERS = 44;

function shortened(text: string): string {
  return text.length <= LABEL_CHARACTERS ? text : `${text.slice(0, LABEL_CHARACTERS - 1).trimEnd()}…`;
}
