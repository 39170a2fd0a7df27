import type { PlainDate } from "../../model/plain-date.ts";
import type { ChargeLine } from "../formats/draft.ts";
import type { SubscriptionRecord } from "./record.ts";

/**
 * Folds the charge lines of an invoice: one record a subscription and customer, in the order of their first lines.
 *
 * Seats in force. `Quantity` is the seats of the subscription, `BillableQuantity` those of the charge (Partner Center,
 * modern-invoice-reconciliation-file), so the line with the latest charge period tells, then the latest order, then the
 * last in the file. Three kinds of line need more thought:
 * - Credits (negative, or called credit, refund, cancel) give money back; their seats neither add nor replace.
 * - Seats added within a period come as a line of their own, with the new total or with the added seats only. An addition
 *   cannot make a subscription smaller, so a quantity not above the seats before is what was added.
 * - Seats removed within their seven days come as a credit of the removed seats, and are taken off. A credit of all
 *   seats is the first half of a re-billing, and its second half tells.
 * A subscription whose last event is a cancellation is deleted (NCE cancels at once). One of which the file has credits
 * only is of unknown state: kept, and said.
 */
export function foldChargeLines(records: readonly SubscriptionRecord[]): SubscriptionRecord[] {
  const linesOf = new Map<string, SubscriptionRecord[]>();
  for (const record of records) {
    const { who, id } = record;
    const key = `${who.tenantId || who.domain || who.name}\n${id.toLowerCase()}`;
    const lines = linesOf.get(key);
    if (lines === undefined) linesOf.set(key, [record]);
    else lines.push(record);
  }
  return [...linesOf.values()].map(fold);
}

interface Line {
  readonly record: SubscriptionRecord;
  readonly charge: ChargeLine;
}

function fold(records: readonly SubscriptionRecord[]): SubscriptionRecord {
  const lines: Line[] = [];
  for (const record of records) if (record.charge !== undefined) lines.push({ record, charge: record.charge });
  // The sort is stable: lines of one moment stay in the order of the file.
  lines.sort((a, b) => compareCharges(a.charge, b.charge));

  const charges = lines.filter(({ charge }) => !charge.isCredit);
  const inForce = charges.at(-1) ?? lines.at(-1);
  const first = records[0];
  if (inForce === undefined || first === undefined) throw new Error("A subscription without a charge line");

  const { record, charge } = inForce;
  const isCreditOnly = charges.length === 0;
  const isCancelled = endsInCancellation(lines);
  return {
    ...record,
    place: first.place,
    seats: isCreditOnly ? record.seats : seatsInForce(lines),
    status: isCancelled ? "deleted" : record.status,
    unitPrice: monthlyPrice(record, charge),
    unread:
      isCreditOnly && !isCancelled
        ? [...record.unread, { field: "status", column: "ChargeType", value: `${charge.type} (credit lines only)` }]
        : record.unread,
    charge: undefined,
  };
}

function compareCharges(a: ChargeLine, b: ChargeLine): number {
  return compareDays(a.start, b.start) || compareDays(a.end, b.end) || compareDays(a.ordered, b.ordered);
}

function compareDays(a: PlainDate | undefined, b: PlainDate | undefined): number {
  if (a === b) return 0;
  return (a ?? Number.NEGATIVE_INFINITY) < (b ?? Number.NEGATIVE_INFINITY) ? -1 : 1;
}

function seatsInForce(lines: readonly Line[]): number {
  let seats = 0;
  let periodEnd: PlainDate | undefined;
  for (const { charge } of lines) {
    const { type, isCredit, quantity, billableQuantity } = charge;
    const isSamePeriod = seats > 0 && (charge.start ?? 0) <= (periodEnd ?? 0);
    if (isCredit) {
      const removed = Math.abs(quantity);
      if (REMOVAL.test(type) && isSamePeriod && removed < seats) seats -= removed;
      continue;
    }
    const isAddedOnly =
      ADDITION.test(type) && isSamePeriod && quantity <= seats && (billableQuantity ?? quantity) >= quantity;
    seats = isAddedOnly ? seats + quantity : quantity;
    periodEnd = charge.end ?? charge.start;
  }
  return seats;
}

const ADDITION = /add\s*-?quantity/;
const REMOVAL = /remove\s*-?quantity/;
const CANCELLATION = /cancel/;

/** The last event is a cancellation, and it takes back all that was charged from its day on. */
function endsInCancellation(lines: readonly Line[]): boolean {
  const last = lines.findLastIndex(({ charge }) => CANCELLATION.test(charge.type));
  const cancelled = lines[last]?.charge;
  if (cancelled === undefined || lines.findLastIndex(({ charge }) => !charge.isCredit) > last) return false;
  let balance = 0;
  for (const { charge } of lines) {
    if (compareDays(charge.start, cancelled.start) !== 0) continue;
    balance += charge.isCredit ? -Math.abs(charge.quantity) : charge.quantity;
  }
  return balance <= 0;
}

const MONTHS = { monthly: 1, annual: 12, triennial: 36 } as const;
const DAYS_PER_MONTH = 365.25 / 12;
/** Months are of unequal length, and some platforms end them a day short. */
const TOLERANCE_DAYS = 4;

/**
 * Per seat and month. A price is for one billing period; the charged one only where the line covers a whole period,
 * since a part of it is charged in part. Unknown where the billing is.
 */
function monthlyPrice(record: SubscriptionRecord, charge: ChargeLine): number | undefined {
  if (record.billing === undefined) return undefined;
  const months = MONTHS[record.billing];
  const days = charge.start === undefined || charge.end === undefined ? undefined : charge.end - charge.start + 1;
  const isWhole = days !== undefined && Math.abs(days - months * DAYS_PER_MONTH) <= TOLERANCE_DAYS;
  const price = isWhole ? (charge.chargedPrice ?? charge.listPrice) : charge.listPrice;
  return price === undefined ? undefined : price / months;
}
