import type { Language } from "../locale/language.ts";
import type { PlainDate } from "../model/plain-date.ts";
import type { Policy } from "../model/policy.ts";
import type { Partner } from "../model/region.ts";
import type { Surveyed } from "../model/survey.ts";
import type { Calendar } from "./calendar.ts";
import { calendarsFor } from "./calendars.ts";
import type { ChooseContext } from "./choose.ts";
import { type NewPriceOf, pricesOf } from "./prices.ts";
import { type Rates, ratesOf } from "./rates.ts";
import { Situations } from "./situations.ts";
import { endOfTerm, type Terms, termsOf } from "./terms.ts";

export interface DeskContext {
  readonly policy: Policy;
  readonly today: PlainDate;
  readonly partners: readonly Partner[];
  /** What a seat of the new subscription costs, where a price list tells; left out: the export's price holds. */
  readonly newPriceOf?: NewPriceOf | undefined;
  /** Of the sentences that explain days, beside English. */
  readonly language?: Language;
}

/** The terms, and the end of term 0: as exported, or rolled from the start. */
interface RunningTerm {
  readonly terms: Terms;
  readonly firstTermEnd: PlainDate;
}

/** What is known of each subscription of a book however often its days are chosen: calendar, terms, price. By place in the list. */
export class Desk {
  readonly surveyed: readonly Surveyed[];
  readonly policy: Policy;
  readonly today: PlainDate;
  readonly priceOf: NewPriceOf;
  readonly rates: Rates;
  private readonly situations: Int32Array;
  /** By situation. */
  private readonly calendars: readonly Calendar[];
  /** By situation; undefined: nobody can say when the term ends. */
  private readonly runningTerms: readonly (RunningTerm | undefined)[];

  constructor(surveyed: readonly Surveyed[], { policy, today, partners, newPriceOf }: DeskContext) {
    const calendarFor = calendarsFor(policy, partners);
    this.surveyed = surveyed;
    this.policy = policy;
    this.today = today;
    this.priceOf = pricesOf(surveyed, newPriceOf);
    this.rates = ratesOf(surveyed, this.priceOf);
    const numbers = new Int32Array(surveyed.length);
    const situations = new Situations();
    const calendars: Calendar[] = [];
    const runningTerms: (RunningTerm | undefined)[] = [];
    for (let index = 0; index < surveyed.length; index += 1) {
      const one = surveyed[index] as Surveyed;
      const calendar = calendarFor(one);
      const situation = situations.of(one, calendar);
      if (situation === calendars.length) {
        calendars.push(calendar);
        const terms = termsOf(one.subscription, today);
        runningTerms.push(terms && { terms, firstTermEnd: endOfTerm(terms, 0) });
      }
      numbers[index] = situation;
    }
    this.calendars = calendars;
    this.situations = numbers;
    this.runningTerms = runningTerms;
  }

  at(index: number): Surveyed {
    return this.surveyed[index] as Surveyed;
  }

  calendarOf(index: number): Calendar {
    return this.calendars[this.situationOf(index)] as Calendar;
  }

  /** Number of what the rules see of it (situations.ts). */
  situationOf(index: number): number {
    return this.situations[index] as number;
  }

  contextOf(index: number): ChooseContext {
    const { policy, today } = this;
    return {
      calendar: this.calendarOf(index),
      terms: this.runningTerms[this.situationOf(index)]?.terms,
      policy,
      today,
    };
  }

  /** Of what is dated, whose term end is known. */
  runningTermOf(index: number): RunningTerm {
    const running = this.runningTerms[this.situationOf(index)];
    if (running === undefined) {
      throw new Error(`Subscription "${this.at(index).subscription.key}" was dated without a term end.`);
    }
    return running;
  }
}
