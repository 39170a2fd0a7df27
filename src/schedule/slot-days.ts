import { addDays, laterOf, type PlainDate } from "../model/plain-date.ts";
import type { SlotDays } from "../model/slot.ts";
import { ByNumber } from "./by-number.ts";
import type { Choice, Undated } from "./choice.ts";
import type { Choices } from "./choices.ts";
import type { Desk } from "./desk.ts";
import { leadDaysOf } from "./lead-time.ts";
import { conditionsOf, reasonOf } from "./outcome.ts";
import { coveredUntil } from "./overlap.ts";
import { renews } from "./terms.ts";
import { waitingOf } from "./waiting.ts";

/**
 * Everything that follows from the choice of a day, but for what it costs and what is said and done: reason, overlap, what must
 * be done by when. Those in one situation share a choice, and so a slot.
 */
export function slotDaysOf(choices: Choices, desk: Desk): readonly SlotDays[] {
  const known = new ByNumber<SlotDays>();
  const slots: SlotDays[] = [];
  for (let index = 0; index < choices.size; index += 1) {
    const number = choices.numberOf(index);
    slots.push(known.at(number) ?? known.put(number, slotOf(choices.at(index), index, desk)));
  }
  return slots;
}

function slotOf(choice: Choice | Undated, index: number, desk: Desk): SlotDays {
  return choice.kind === "undated" ? undatedSlot(choice, index, desk) : datedSlot(choice, index, desk);
}

/** No window, no day; only why. */
function undatedSlot(choice: Undated, index: number, desk: Desk): SlotDays {
  const { switchOn } = choice;
  return {
    path: choice.path,
    termEnd: desk.at(index).subscription.termEnd,
    earliestOn: undefined,
    latestOn: undefined,
    switchOn,
    reason: choice.reason,
    overlapDays: undefined,
    inviteBy: switchOn === undefined ? undefined : inviteBy(index, switchOn, desk),
    autoRenewOffBy: undefined,
    conditions: NO_CONDITIONS,
    waiting: undefined,
    poolExceeded: undefined,
  };
}

const NO_CONDITIONS: SlotDays["conditions"] = [];

function datedSlot(choice: Choice, index: number, desk: Desk): SlotDays {
  const surveyed = desk.at(index);
  const { subscription } = surveyed;
  const { path, switchOn } = choice;
  const calendar = desk.calendarOf(index);
  const { terms, firstTermEnd } = desk.runningTermOf(index);
  const coveredTo = switchOn === undefined ? undefined : coveredUntil(choice, switchOn, terms, subscription);
  const mustBeLapsed = path !== "billing-transfer" && renews(subscription);
  return {
    path,
    termEnd: firstTermEnd,
    earliestOn: choice.earliestOn,
    latestOn: choice.latestOn,
    switchOn,
    reason: reasonOf(choice, calendar),
    overlapDays: overlapDaysOf(choice, coveredTo),
    inviteBy: switchOn === undefined ? undefined : inviteBy(index, switchOn, desk),
    autoRenewOffBy:
      coveredTo !== undefined && mustBeLapsed ? calendar.lastWorkingDay(addDays(coveredTo, -1)) : undefined,
    waiting: waitingOf(choice, { surveyed, terms }),
    conditions: conditionsOf(choice, { surveyed, policy: desk.policy, calendar, firstTermEnd }),
    poolExceeded: choice.poolExceeded,
  };
}

function overlapDaysOf({ path, switchOn }: Choice, coveredTo: PlainDate | undefined): number | undefined {
  if (switchOn === undefined || coveredTo === undefined) return undefined;
  return path === "billing-transfer" ? 0 : Math.max(0, coveredTo - switchOn);
}

/** Never a day that is past already: where only days off lie between today and the last day to invite, it is today. */
function inviteBy(index: number, switchOn: PlainDate, desk: Desk): PlainDate | undefined {
  const { policy, today } = desk;
  const { subscription } = desk.at(index);
  if (subscription.customer.relationship === true) return undefined;
  const day = desk.calendarOf(index).lastWorkingDay(addDays(switchOn, -leadDaysOf(subscription, policy)));
  return laterOf(day, today);
}
