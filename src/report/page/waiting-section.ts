import type { Language } from "../../locale/language.ts";
import { counted, day, type Phrase, say } from "../../locale/sentence.ts";
import { html, type Markup } from "./markup.ts";
import type { PageFigures } from "./page-figures.ts";

/** The other side of the overlap: what it costs not to switch on the day planned. */
export function waitingSection({ waiting }: PageFigures, { money, say: said, text }: Language): Markup | undefined {
  const { renewing, firstRenewal, costs, runningOn, ending } = waiting;
  if (renewing + runningOn + ending === 0) return undefined;
  const lines: readonly (Phrase | undefined)[] = [
    firstRenewal &&
      (renewing === 1
        ? say`1 subscription renews with the current partner, on ${day(firstRenewal)}.`
        : say`${renewing} subscriptions renew with the current partner, the first on ${day(firstRenewal)}.`),
    runningOn === 0
      ? undefined
      : say`Auto-renewal is off for ${counted(runningOn, "subscription")} that then run on as paid extended terms.`,
    ending === 0
      ? undefined
      : say`Users of ${counted(ending, "subscription")} lose access when the grace period is over.`,
  ];
  const sums = costs.map(({ currency, cost, subscriptions }) => {
    const unit = currency === "" ? text("no currency given") : currency;
    return html`<li><b>${money(cost)} ${unit}</b> ${said(say`for the next terms of ${counted(subscriptions, "subscription")}`)}</li>`;
  });
  return html`<h2>${text("If switches are missed")}</h2>
${lines.flatMap((line) => (line === undefined ? [] : [html`<p>${said(line)}</p>`]))}${sums.length === 0 ? undefined : html`<ul>${sums}</ul>`}`;
}
