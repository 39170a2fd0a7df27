import { isBilled, termsSold } from "../../catalogue/prices.ts";
import { word } from "../../locale/sentence.ts";
import type { PlannedSubscription } from "../../model/plan.ts";
import { countryOf } from "../../model/region.ts";
import { judgedOn } from "../../model/slot.ts";
import type { Billing, Term } from "../../model/subscription.ts";
import type { Column } from "../table.ts";
import { joined, targetIdsText, targetNamesText } from "./words.ts";

/** What is ordered or transferred. */
export const targetColumns: readonly Column<PlannedSubscription>[] = [
  {
    key: "target_product_id",
    title: "Target product id",
    kind: "id",
    width: 22,
    note: "ProductId:SkuId to order; several that are ordered together are joined by +. Empty: not known.",
    value: (planned) => targetIdsText(planned.target),
  },
  {
    key: "target_offer",
    title: "Target offer",
    kind: "text",
    width: 30,
    note: "Name of the offer to order; several that are ordered together are joined by +.",
    value: (planned) => targetNamesText(planned.target),
  },
  {
    key: "target_term",
    title: "Target term",
    kind: "text",
    width: 14,
    note: "The term carried over; P1Y where the export gives none. Empty where the exported term is not understood, or the offer not sold in it.",
    value: targetTerm,
  },
  {
    key: "target_billing",
    title: "Target billing",
    kind: "text",
    width: 17,
    note: "The billing carried over. Empty: the export does not say, or the offer is not sold so.",
    value: (planned) => {
      const billing = targetBilling(planned);
      return billing && word(billing, "billing");
    },
  },
  {
    key: "target_seats",
    title: "Target seats",
    kind: "integer",
    width: 15,
    note: "Seats to order: those purchased, or by policy those assigned.",
    value: (planned) => (moves(planned) ? planned.targetSeats : undefined),
  },
  {
    key: "match",
    title: "Match",
    kind: "text",
    width: 12,
    note: "How the target was found: decision, exact, renamed, successor, equivalent, name or none.",
    value: (planned) => planned.target.match,
  },
  {
    key: "licence_action",
    title: "Licence action",
    kind: "text",
    width: 17,
    note: "keep: users keep their licences. reassign: licences must be assigned again.",
    value: ({ target: { licenceAction } }) => licenceAction && word(licenceAction, "licence action"),
  },
  {
    key: "services_lost",
    title: "Services lost",
    kind: "text",
    width: 34,
    wrap: true,
    isList: true,
    note: "Services that users have today and the target does not include.",
    value: (planned) => joined(planned.target.servicesLost),
  },
];

/** An excluded subscription has nothing to order. */
function moves(planned: PlannedSubscription): boolean {
  return planned.slot.path !== "none";
}

function targetTerm(planned: PlannedSubscription): string | undefined {
  const { term, unread } = planned.subscription;
  if (!moves(planned)) return undefined;
  if (term !== undefined) return isSoldAs(planned, term) ? term : undefined;
  return unread.some((value) => value.field === "term") ? undefined : isSoldAs(planned, "P1Y") ? "P1Y" : undefined;
}

/** As far as is known; a term that a price list does not have is for a person to choose. */
function isSoldAs({ target, tenant, slot }: PlannedSubscription, term: Term): boolean {
  const day = judgedOn(slot);
  return target.offers.every((offer) => termsSold(offer, countryOf(tenant.region), day)?.includes(term) ?? true);
}

function targetBilling(planned: PlannedSubscription): Billing | undefined {
  const { term = "P1Y", billing } = planned.subscription;
  if (!moves(planned) || !isSoldAs(planned, term)) return undefined;
  const country = countryOf(planned.tenant.region);
  return planned.target.offers.every((offer) => isBilled(offer, term, billing, country)) ? billing : undefined;
}
