import { type Phrase, say, word } from "../../locale/sentence.ts";
import type { Candidate } from "../../model/offer.ts";
import type { MappingLine } from "../../model/plan.ts";
import { mappingHiddenColumns, mappingReviewColumns } from "../columns/review.ts";
import { joined, sourceOfferText, targetIdsText, targetNamesText } from "../columns/words.ts";
import { type Column, inOrder, type Table } from "../table.ts";

const columns: readonly Column<MappingLine>[] = [
  {
    key: "key",
    title: "key",
    kind: "id",
    width: 19,
    note: "Names this source offer and segment in every run. Do not change it.",
    value: (line) => line.key,
  },
  {
    key: "source_product_id",
    title: "Source product id",
    kind: "id",
    width: 38,
    note: "Product id as exported: ProductId:SkuId, legacy offer id, tenant skuId or skuPartNumber.",
    value: (line) => line.identity.product.ids[0],
  },
  {
    key: "source_offer",
    title: "Source offer",
    kind: "text",
    width: 36,
    wrap: true,
    note: "Product name as exported; where the export has none, the product id.",
    value: (line) => sourceOfferText(line.identity.product),
  },
  {
    key: "segment",
    title: "Segment",
    kind: "text",
    width: 13,
    note: "commercial, education, government or nonprofit. Segments are never mixed.",
    value: (line) => word(line.identity.segment, "segment"),
  },
  {
    key: "target_product_id",
    title: "Target product id",
    kind: "id",
    width: 22,
    note: "ProductId:SkuId of the target; several that are ordered together are joined by +. Empty: not known.",
    value: (line) => targetIdsText(line.target),
  },
  {
    key: "target_offer",
    title: "Target offer",
    kind: "text",
    width: 36,
    wrap: true,
    note: "The target of most subscriptions of this offer; single ones may differ by day or country.",
    value: (line) => targetNamesText(line.target),
  },
  {
    key: "match",
    title: "Match",
    kind: "text",
    width: 12,
    note: "How the target was found: decision, exact, renamed, successor, equivalent, name or none.",
    value: (line) => line.target.match,
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
    width: 44,
    wrap: true,
    isList: true,
    note: "Services that users have today and the target does not include.",
    value: (line) => joined(line.target.servicesLost),
  },
  {
    key: "services_gained",
    title: "Services gained",
    kind: "text",
    width: 70,
    isList: true,
    note: "Services that the target includes and users do not have today.",
    value: (line) => joined(line.target.servicesGained),
  },
  candidateColumn(1),
  candidateColumn(2),
  candidateColumn(3),
  {
    key: "subscriptions",
    title: "Subscriptions",
    kind: "integer",
    width: 16,
    note: "Subscriptions of this source offer and segment.",
    value: (line) => line.subscriptionCount,
  },
  {
    key: "seats",
    title: "Seats",
    kind: "integer",
    width: 9,
    note: "Their purchased seats, summed.",
    value: (line) => line.seats,
  },
  {
    key: "provenance",
    title: "Provenance",
    kind: "text",
    width: 60,
    note: "The source of the match.",
    value: (line) => line.target.provenance,
  },
];

/** What it is called, what it becomes or could become, and for how many stands first on the sheet; ids and proof follow in CSV order. */
const ordered = inOrder(columns, [
  "key",
  "source_offer",
  "segment",
  "match",
  "target_offer",
  "licence_action",
  "subscriptions",
  "seats",
  "candidate_1",
  "candidate_2",
  "candidate_3",
  "services_lost",
]);

const FROZEN_COLUMNS = 2;

export const mappingTable: Table<MappingLine> = {
  file: "mapping.csv",
  sheet: "Mapping",
  frozenColumns: FROZEN_COLUMNS,
  printed: { titlesFrom: "source_offer", to: "services_lost" },
  purpose: "Every distinct source offer: what it becomes, how that was found, and what else it could be.",
  columns: () => columns,
  sheetColumns: (plan) => [
    ...ordered.slice(0, FROZEN_COLUMNS),
    ...mappingReviewColumns(),
    ...ordered.slice(FROZEN_COLUMNS),
    ...mappingHiddenColumns(plan, columns),
  ],
  rows: (plan) => plan.mappings,
};

function candidateColumn(place: 1 | 2 | 3): Column<MappingLine> {
  return {
    key: `candidate_${place}`,
    title: `Candidate ${place}`,
    kind: "text",
    width: 40,
    wrap: true,
    note: "An offer that a person may choose: ProductId:SkuId, name, likeness from 0 to 1, and why it is offered.",
    value: (line) => {
      const candidate = line.target.candidates[place - 1];
      return candidate === undefined ? undefined : candidateSaid(candidate);
    },
  };
}

function candidateSaid({ offer, score, reason }: Candidate): Phrase {
  const offerText = offer.productSku === "" ? offer.name : `${offer.productSku} ${offer.name}`;
  return say`${offerText} (${score.toFixed(2)}, ${reason})`;
}
