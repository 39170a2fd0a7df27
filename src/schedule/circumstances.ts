import type { Language } from "../locale/language.ts";
import type { Spoken } from "../locale/sentence.ts";
import type { PlainDate } from "../model/plain-date.ts";
import type { Policy } from "../model/policy.ts";
import type { Surveyed } from "../model/survey.ts";
import type { Waiting } from "../model/waiting.ts";
import type { ByNumber } from "./by-number.ts";
import type { Calendar } from "./calendar.ts";
import type { Fullness } from "./crowd.ts";
import type { Obstacles } from "./obstacles.ts";

/** What a sentence about a day is made of, beside the choice. */
export interface Circumstances {
  readonly surveyed: Surveyed;
  readonly calendar: Calendar;
  readonly policy: Policy;
  readonly today: PlainDate;
  /** End of term 0: as exported, or rolled from the start. */
  readonly firstTermEnd: PlainDate;
  readonly overlapDays: number | undefined;
  readonly overlapCost: number | undefined;
  readonly currency: string;
  /** What follows without a switch; undefined: not known. */
  readonly waiting: Waiting | undefined;
  readonly obstacles: Obstacles;
  readonly fullness: Fullness;
  readonly language: Language;
  /** How the day of a choice was found, in words: the same for all that share the choice and find the same days full. */
  readonly told: ByNumber<Spoken>;
  /** Number of the choice, in the book. */
  readonly choiceNumber: number;
}
