import type { AnyRule } from "../../findings/define-rule.ts";
import { addonSeatsExceedBase } from "./addon-seats-exceed-base.ts";
import { addonWithoutBase } from "./addon-without-base.ts";
import { alreadyOurs } from "./already-ours.ts";
import { assignedContradictory } from "./assigned-contradictory.ts";
import { assignedUnknown } from "./assigned-unknown.ts";
import { baseBlocked } from "./base-blocked.ts";
import { bufferReduced } from "./buffer-reduced.ts";
import { cancellationWindow } from "./cancellation-window.ts";
import { customerContradictory } from "./customer-contradictory.ts";
import { customerUnconfirmed } from "./customer-unconfirmed.ts";
import { decidedAfterTermEnd } from "./decided-after-term-end.ts";
import { decidedBeforeEarliest } from "./decided-before-earliest.ts";
import { decidedDayNotFree } from "./decided-day-not-free.ts";
import { decidedInRenewal } from "./decided-in-renewal.ts";
import { decisionRefused } from "./decision-refused.ts";
import { decisionStale } from "./decision-stale.ts";
import { excludedByDecision } from "./excluded-by-decision.ts";
import { extendedTermRisk } from "./extended-term-risk.ts";
import { inGrace } from "./in-grace.ts";
import { leadTimeShort } from "./lead-time-short.ts";
import { licencesToReassign } from "./licences-to-reassign.ts";
import { nameContradictsId } from "./name-contradicts-id.ts";
import { nameOnlyMatch } from "./name-only-match.ts";
import { noFreeDay } from "./no-free-day.ts";
import { noTargetDecided } from "./no-target-decided.ts";
import { notActive } from "./not-active.ts";
import { notLicenceBased } from "./not-licence-based.ts";
import { offerAmbiguous } from "./offer-ambiguous.ts";
import { offerDiscontinued } from "./offer-discontinued.ts";
import { offerEndOfSale } from "./offer-end-of-sale.ts";
import { offerNotInCountry } from "./offer-not-in-country.ts";
import { offerRenamed } from "./offer-renamed.ts";
import { offerSplits } from "./offer-splits.ts";
import { offerStatusUnconfirmed } from "./offer-status-unconfirmed.ts";
import { offerUnknown } from "./offer-unknown.ts";
import { offerWithoutSuccessor } from "./offer-without-successor.ts";
import { priceChange } from "./price-change.ts";
import { promotionLost } from "./promotion-lost.ts";
import { regionConflict } from "./region-conflict.ts";
import { regionContradictory } from "./region-contradictory.ts";
import { regionUnknown } from "./region-unknown.ts";
import { regionUnserved } from "./region-unserved.ts";
import { relationshipMissing } from "./relationship-missing.ts";
import { renewsBeforeSwitch } from "./renews-before-switch.ts";
import { rowsCombined } from "./rows-combined.ts";
import { sameOfferTwice } from "./same-offer-twice.ts";
import { seatPoolExceeded } from "./seat-pool-exceeded.ts";
import { seatsAboveMaximum } from "./seats-above-maximum.ts";
import { seatsBelowAssigned } from "./seats-below-assigned.ts";
import { seatsBelowMinimum } from "./seats-below-minimum.ts";
import { seatsUnassigned } from "./seats-unassigned.ts";
import { segmentConflict } from "./segment-conflict.ts";
import { servicesLost } from "./services-lost.ts";
import { statusUnknown } from "./status-unknown.ts";
import { subscriptionConflict } from "./subscription-conflict.ts";
import { subscriptionLimitExceeded } from "./subscription-limit-exceeded.ts";
import { targetIdUnknown } from "./target-id-unknown.ts";
import { tenantOver150 } from "./tenant-over-150.ts";
import { tenantOver300 } from "./tenant-over-300.ts";
import { termAssumed } from "./term-assumed.ts";
import { termEndUnknown } from "./term-end-unknown.ts";
import { termEnded } from "./term-ended.ts";
import { termEndsTooSoon } from "./term-ends-too-soon.ts";
import { termNotOffered } from "./term-not-offered.ts";
import { termUnknown } from "./term-unknown.ts";
import { trial } from "./trial.ts";
import { valueUnknown } from "./value-unknown.ts";

/** Every rule, in the order of the legend: what to add is a file here and a line below. */
export const rules: readonly AnyRule[] = [
  subscriptionConflict,
  statusUnknown,
  customerUnconfirmed,
  customerContradictory,
  rowsCombined,
  termUnknown,
  valueUnknown,
  offerUnknown,
  offerAmbiguous,
  offerDiscontinued,
  offerWithoutSuccessor,
  offerEndOfSale,
  offerRenamed,
  offerNotInCountry,
  nameOnlyMatch,
  nameContradictsId,
  segmentConflict,
  termNotOffered,
  targetIdUnknown,
  licencesToReassign,
  servicesLost,
  offerSplits,
  promotionLost,
  priceChange,
  offerStatusUnconfirmed,
  seatsBelowAssigned,
  seatsAboveMaximum,
  seatsBelowMinimum,
  seatPoolExceeded,
  seatsUnassigned,
  assignedUnknown,
  assignedContradictory,
  addonWithoutBase,
  addonSeatsExceedBase,
  baseBlocked,
  sameOfferTwice,
  subscriptionLimitExceeded,
  regionConflict,
  regionUnserved,
  regionUnknown,
  regionContradictory,
  trial,
  notActive,
  alreadyOurs,
  notLicenceBased,
  termEndUnknown,
  termEnded,
  tenantOver150,
  tenantOver300,
  relationshipMissing,
  termAssumed,
  noFreeDay,
  termEndsTooSoon,
  renewsBeforeSwitch,
  cancellationWindow,
  inGrace,
  bufferReduced,
  extendedTermRisk,
  leadTimeShort,
  decidedAfterTermEnd,
  decidedBeforeEarliest,
  decidedDayNotFree,
  decidedInRenewal,
  decisionStale,
  decisionRefused,
  noTargetDecided,
  excludedByDecision,
];
