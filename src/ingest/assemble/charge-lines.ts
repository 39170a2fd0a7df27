import type { PlainDate } from "../../model/plain-date.ts";
import type { SubscriptionStatus } from "../../model/subscription.ts";
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
 * A subscription whose last event is a cancellation is not in service any more. One of which the file has credits only is
 * of unknown state: kept, and said. `onMerged` is told the file of each further line of a subscription.
 */
export function foldChargeLines(
  records: readonly SubscriptionRecord[],
  onMerged: (file: string) => void,
): SubscriptionRecord[] {
  const linesOf = new Map<string, SubscriptionRecord[]>();
  for (const record of records) {
    const { who, id, product } = record;
    // Consumption without an id is one thing a product; only what is not licence-based may come without.
    const what = id === "" ? ["", ...product.ids, product.name].join("\n") : id.toLowerCase();
    const key = `${who.tenantId || who.domain || who.name}\n${what}`;
    const lines = linesOf.get(key);
    if (lines === undefined) linesOf.set(key, [record]);
    else {
      lines.push(record);
      onMerged(record.place.file);
    }
  }
  return [...linesOf.values()].map(fold);
}

interface Line {
  readonly record: SubscriptionRecord;
  readonly charge: ChargeLine;
}

function fold(records: readonly SubscriptionRecord[]): SubscriptionRecord {
  const lines = linesOf(records);
  // The sort is stable: lines of one moment stay in the order of the file.
  lines.sort((a, b) => compareCharges(a.charge, b.charge));

  const charges = lines.filter(({ charge }) => !charge.isCredit);
  const inForce = newestTerm(charges) ?? lines.at(-1);
  const first = records[0];
  if (inForce === undefined || first === undefined) throw new Error("A subscription without a charge line");

  const { record, charge } = inForce;
  const isCreditOnly = charges.length === 0;
  const isCancelled = endsInCancellation(lines);
  return {
    ...record,
    place: first.place,
    seats: isCreditOnly ? record.seats : seatsInForce(lines),
    status: isCancelled ? statusOfCancelled(record) : record.status,
    unitPrice: monthlyPrice(record, charge),
    unread:
      isCreditOnly && !isCancelled
        ? [...record.unread, { field: "status", column: "ChargeType", value: `${charge.type} (credit lines only)` }]
        : record.unread,
    charge: undefined,
  };
}

/** A line that a person corrected in rejected.csv may be corrected in the export, too: it is one line. */
function linesOf(records: readonly SubscriptionRecord[]): Line[] {
  const ownFile = records[0]?.place.file;
  const isMixed = records.some(({ place }) => place.file !== ownFile);
  const own = new Set<string>();
  const lines: Line[] = [];
  for (const record of records) {
    const { charge, place } = record;
    if (charge === undefined) continue;
    if (isMixed) {
      const content = JSON.stringify(charge);
      if (place.file === ownFile) own.add(content);
      else if (own.has(content)) continue;
    }
    lines.push({ record, charge });
  }
  return lines;
}

/** The last of the lines whose subscription ends last: a file in which the term renews has lines of both terms. */
function newestTerm(charges: readonly Line[]): Line | undefined {
  let newest: Line | undefined;
  for (const line of charges) {
    if (newest === undefined || compareDays(line.record.termEnd, newest.record.termEnd) >= 0) newest = line;
  }
  return newest;
}

/** New commerce cancels at once and for good; the old commerce suspends, and deletes after 90 days (DOMAIN.md 3.5). */
function statusOfCancelled({ channel }: SubscriptionRecord): SubscriptionStatus {
  return channel === "csp-legacy" ? "suspended" : "deleted";
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
  let termEnd: PlainDate | undefined;
  for (const { charge, record } of lines) {
    const { type, isCredit, quantity, billableQuantity } = charge;
    // A late line of the term before says nothing about the one in force.
    if (record.termEnd !== undefined && compareDays(record.termEnd, termEnd) < 0) continue;
    if (!isCredit) termEnd = record.termEnd ?? termEnd;
    // A file without the ends of its periods does not tell that a new one has begun.
    const isSamePeriod = seats > 0 && (periodEnd === undefined || (charge.start ?? periodEnd) <= periodEnd);
    if (isCredit) {
      // Beside a negative charge a positive quantity is what is left, and the charge tells what was removed.
      const isWhatIsLeft = quantity > 0 && billableQuantity !== undefined && billableQuantity < 0;
      const removed = Math.abs(isWhatIsLeft ? billableQuantity : quantity);
      if (REMOVAL.test(type) && isSamePeriod && removed < seats) seats -= removed;
      continue;
    }
    const isAddedOnly =
      ADDITION.test(type) && isSamePeriod && quantity <= seats && (billableQuantity ?? quantity) >= quantity;
    seats = isAddedOnly ? seats + quantity : quantity;
    periodEnd = charge.end;
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
