import { type Spoken, say, word } from "../../locale/sentence.ts";
import type { RunbookStep, StepKind } from "./step.ts";

interface StepWords {
  readonly title: string;
  /** For whoever does it, on the sheet. */
  readonly todo: string;
  /** Why it is a step, and why then; for the legend. */
  readonly why: string;
}

/** The words of each kind of step. Days and numbers stand in the columns beside them. */
export const STEP_WORDS: Readonly<Record<StepKind, StepWords>> = {
  invite: {
    title: "Invite",
    todo: "Send the customer the request for a reseller relationship.",
    why: "Nothing can be ordered or transferred without it, and customers take their time to accept.",
  },
  agreement: {
    title: "Agreement",
    todo: "Accept the reseller relationship and the Microsoft Customer Agreement in the admin centre.",
    why: "Due on the working day before the first order or transfer: both are refused without it.",
  },
  keepRenewal: {
    title: "Let it renew",
    todo: "See that auto-renewal is on: this term ends before the switch is possible, and must renew.",
    why: "Users would lose the old subscription before the new one begins.",
  },
  autoRenewOff: {
    title: "Auto-renewal off",
    todo: "Have auto-renewal switched off, so that no new term begins; service goes on to the last day.",
    why: "A renewed term is paid to its end. It is done on the day of the switch, not later than the working day before the term ends.",
  },
  cancelAtEnd: {
    title: "Cancel at end of term",
    todo: 'Choose "cancel at end of term". Auto-renewal merely off is not enough: it would run on as a paid extended term. Service stops after the last day, so take the choice back where the order fails.',
    why: "For terms without free grace: the Extended Service Term costs 3 % more, or 23 % where the offer has no monthly plan.",
  },
  request: {
    title: "Transfer request",
    todo: "Send the transfer request with these subscriptions.",
    why: "At most 25 items each, base and add-ons in one.",
  },
  approve: {
    title: "Approve the transfer",
    todo: "Approve the transfer request. Until then nothing moves, and nothing else can be changed.",
    why: "The source partner has to agree; remind them on the same day.",
  },
  order: {
    title: "Order",
    todo: "Order the new subscriptions, active the same day.",
    why: "The new one is active before the old one ends; where it cannot be, a finding on Plan says so.",
  },
  renewIntoCsp: {
    title: "Renew into CSP",
    todo: "Have the Enterprise Agreement's subscriptions renewed into CSP, active the same day.",
    why: "Enterprise Agreements are not transferred; their renewal is taken over.",
  },
  assign: {
    title: "Assign licences",
    todo: "Assign the new licences to every user, and only then remove the old ones.",
    why: "The new offer has other licences, and users have none of it until they are assigned.",
  },
  verifySeats: {
    title: "Verify seats",
    todo: "Check that each new subscription is active with these seats, and that no user is without a licence.",
    why: "On the next working day, while the old subscription still works and a mistake can be mended.",
  },
  verifyTransfer: {
    title: "Verify the transfer",
    todo: "Check that each subscription is with us now, with the same seats, term end and assignments.",
    why: "A request may have been refused or approved in part.",
  },
  cancelRenewed: {
    title: "Cancel the renewed term",
    todo: "Have the renewed term cancelled. Users lose the old subscription at once: only when the new one was verified.",
    why: "For seven days after a renewal the unused time is refunded; then the whole term is due.",
  },
  cancelExtended: {
    title: "Cancel the extended term",
    todo: "Have the extended term cancelled, when the new subscription was verified.",
    why: "It runs on at a higher price until somebody cancels it.",
  },
  gone: {
    title: "Old one gone",
    todo: "Check that the old subscription has ended, did not renew, and is billed no more.",
    why: "On the first working day after its last day: a renewal that slipped through can still be cancelled for a week.",
  },
  left: {
    title: "Transferred away",
    todo: "Check that the source partner has these subscriptions no more and bills nothing past the day of the transfer.",
    why: "Billing goes over on the day of the transfer.",
  },
  waiting: {
    title: "No steps yet",
    todo: "Blocked or without a day: the review queue says why. Order nothing, and leave auto-renewal as it is, until they are settled and planned again.",
    why: "Steps without a safe day would cost users their licence. The day beside it is when the first of these terms ends.",
  },
};

/** The steps by the title that the sheet shows, for the legend. */
export const STEP_MEANINGS: Readonly<Record<string, string>> = Object.fromEntries(
  Object.values(STEP_WORDS).map(({ title, why }) => [title, why]),
);

/** The sentence of one step: as for its kind, with what this customer or an earlier term adds. */
export function todoOf({ kind, customer, actor, subscriptions }: RunbookStep): Spoken {
  const { relationship } = customer.customer;
  const stopsRenewal = kind === "autoRenewOff" || kind === "cancelAtEnd";
  if (stopsRenewal && subscriptions.some(({ slot }) => slot.steps?.renewal !== undefined)) {
    return say`${word(STEP_WORDS[kind].todo)} Not before the day due: an earlier term must renew first.`;
  }
  if (kind === "agreement" && actor === "our partner") {
    return say`The relationship exists: check that the Microsoft Customer Agreement is accepted and on record, too.`;
  }
  if (kind === "invite" && relationship === undefined) {
    return say`${word(STEP_WORDS.invite.todo)} Look first: no export says whether there is one.`;
  }
  if (kind === "waiting" && relationship !== true) {
    return say`${word(STEP_WORDS.waiting.todo)} The invitation needs no day and can be sent.`;
  }
  return word(STEP_WORDS[kind].todo);
}
