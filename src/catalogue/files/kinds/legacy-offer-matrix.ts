import type { OfferStatement } from "../../statement.ts";
import type { CatalogueKind, CatalogueRow } from "../catalogue-kind.ts";
import { guidOf, isTrialText, seatsOf, segmentOf, subscriptionLimitOf } from "../cells.ts";

/** Offer matrix of the time before new commerce (DOMAIN.md 8.4): limits of seats and subscriptions by offer id. */
export const legacyOfferMatrix: CatalogueKind = {
  id: "legacy-offer-matrix",
  title: "legacy offer matrix",
  columns: {
    Name: ["Offer display name", "Offer Name"],
    OfferId: ["Offer ID", "Durable Offer ID"],
    Agreement: ["License agreement type", "Agreement type"],
    SecondaryType: ["Secondary license type"],
    Minimum: ["Minimum seat count", "Min seat count", "Minimum seats", "Minimum quantity", "Min Licenses"],
    Maximum: ["Maximum seat count", "Max seat count", "Maximum seats", "Maximum quantity", "Max Licenses"],
    LimitScope: ["Offer Limit Scope"],
    Limit: ["Offer Limit"],
  },
  needs: [["OfferId"], ["Name"], ["LimitScope", "Limit", "Minimum", "Maximum"]],
  dates: [],
  read: (rows) => ({ offers: Array.from(rows, statementOf).filter((statement) => statement !== undefined) }),
};

function statementOf(row: CatalogueRow): OfferStatement | undefined {
  const id = guidOf(row, "OfferId");
  if (id === undefined) return undefined;
  const name = row.text("Name");
  const type = row.text("SecondaryType");
  const minimumSeats = seatsOf(row, "Minimum");
  const subscriptionLimit = subscriptionLimitOf(row, "Limit", "LimitScope");
  const maximumSeats = seatsOf(row, "Maximum");
  return {
    about: { space: "legacyOfferId", id },
    segment: segmentOf(name, row.text("Agreement")),
    name,
    isSaleName: false,
    ...(/add[- ]?on/i.test(type) ? { isAddOn: true } : {}),
    ...(isTrialText(name, type) ? { isTrial: true } : {}),
    ...(minimumSeats === undefined ? {} : { minimumSeats }),
    ...(maximumSeats === undefined ? {} : { maximumSeats }),
    ...(subscriptionLimit === undefined ? {} : { subscriptionLimit }),
  };
}
