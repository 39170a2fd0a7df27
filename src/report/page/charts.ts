import { scaleBand, scaleLinear } from "d3-scale";
import type { Language } from "../../locale/language.ts";
import { html, type Markup } from "./markup.ts";

/** A picture says its content in words as well, for those who do not see it. */
interface Described {
  readonly title: string;
  readonly description: string;
}

/** One value of a chart; `look` is a class of the page's style sheet. */
export interface Bar {
  readonly label: string;
  readonly value: number;
  readonly look: string;
  readonly note: string;
}

const WIDTH = 900;
const LABEL_WIDTH = 330;
const NOTE_WIDTH = 190;
const BAR_HEIGHT = 24;
const COLUMNS_HEIGHT = 240;
const MOST_TICK_LABELS = 10;

/** Bars from left to right, each with its label before and its value behind it. */
export function barChart({ title, description }: Described, bars: readonly Bar[]): Markup {
  const height = bars.length * BAR_HEIGHT + 4;
  const length = scaleLinear(
    [0, Math.max(1, ...bars.map(({ value }) => value))],
    [0, WIDTH - LABEL_WIDTH - NOTE_WIDTH],
  );
  const place = scaleBand(
    bars.map((_, index) => index),
    [0, height],
  ).padding(0.25);
  const drawn = bars.map(({ label, value, look, note }, index) => {
    const top = place(index) ?? 0;
    const middle = top + place.bandwidth() / 2;
    const end = LABEL_WIDTH + length(value);
    return html`<text x="${LABEL_WIDTH - 8}" y="${rounded(middle)}" class="label end">${label}</text>
<rect x="${LABEL_WIDTH}" y="${rounded(top)}" width="${rounded(length(value))}" height="${rounded(place.bandwidth())}" class="${look}"/>
<text x="${rounded(end + 6)}" y="${rounded(middle)}" class="label">${note}</text>`;
  });
  return picture({ title, description }, height, drawn);
}

export interface Column {
  readonly label: string;
  /** From the bottom up. */
  readonly parts: readonly { readonly value: number; readonly look: string }[];
}

/** Columns side by side over a line of labels, of which no more are written than find room. */
export function columnChart({ title, description }: Described, columns: readonly Column[], language: Language): Markup {
  const most = Math.max(1, ...columns.map(({ parts }) => parts.reduce((sum, { value }) => sum + value, 0)));
  const y = scaleLinear([0, most], [COLUMNS_HEIGHT - 30, 16]).nice(5);
  const x = scaleBand(
    columns.map((_, index) => index),
    [56, WIDTH - 4],
  ).padding(0.15);
  const ticks = y.ticks(5).filter(Number.isInteger);
  const lines = ticks.map(
    (tick) => html`<line x1="50" x2="${WIDTH}" y1="${rounded(y(tick))}" y2="${rounded(y(tick))}" class="grid"/>
<text x="44" y="${rounded(y(tick))}" class="label end">${language.number(tick)}</text>`,
  );
  const everyNth = Math.ceil(columns.length / MOST_TICK_LABELS);
  const drawn = columns.map(({ label, parts }, index) => {
    const left = x(index) ?? 0;
    let below = 0;
    const rects = parts
      .filter(({ value }) => value > 0)
      .map(({ value, look }) => {
        const top = y(below + value);
        const height = y(below) - top;
        below += value;
        return html`<rect x="${rounded(left)}" y="${rounded(top)}" width="${rounded(x.bandwidth())}" height="${rounded(height)}" class="${look}"/>`;
      });
    const written =
      index % everyNth === 0
        ? html`<text x="${rounded(left + x.bandwidth() / 2)}" y="${COLUMNS_HEIGHT - 12}" class="label middle">${label}</text>`
        : undefined;
    return html`${rects}${written}`;
  });
  return picture({ title, description }, COLUMNS_HEIGHT, [...lines, ...drawn]);
}

/** One bar of parts that make a whole. */
export function shareBar({ title, description }: Described, parts: readonly { value: number; look: string }[]): Markup {
  const whole = parts.reduce((sum, { value }) => sum + value, 0);
  const length = scaleLinear([0, Math.max(1, whole)], [0, WIDTH]);
  let before = 0;
  const drawn = parts
    .filter(({ value }) => value > 0)
    .map(({ value, look }) => {
      const left = length(before);
      before += value;
      return html`<rect x="${rounded(left)}" y="1" width="${rounded(length(value))}" height="26" class="${look} edge"/>`;
    });
  return picture({ title, description }, 28, drawn);
}

function picture({ title, description }: Described, height: number, content: readonly Markup[]): Markup {
  return html`<svg viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label="${title}: ${description}">
<title>${title}</title>
<desc>${description}</desc>
${content}
</svg>`;
}

/** Same bytes on every machine: no more digits than a screen can show. */
function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}
