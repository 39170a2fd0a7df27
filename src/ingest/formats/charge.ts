import { readMoney } from "../../cells/number.ts";
import type { ChargeLine } from "./draft.ts";
import type { RowReader } from "./row-reader.ts";

type ChargeColumn = "chargeType" | "quantity" | "subtotal" | "chargeStart" | "chargeEnd" | "ordered";

const MAY_BE_CREDIT = Number.NEGATIVE_INFINITY;
const CREDIT_TYPE = /credit|cancel|refund/;

/** The quantity of a charge line; credits are often negative. */
export function chargedSeats(row: RowReader<ChargeColumn>): number {
  return row.seats("quantity", MAY_BE_CREDIT);
}

/** What a line of an invoice charges or gives back. No seats are a problem, where it gives nothing back. */
export function readCharge(
  row: RowReader<ChargeColumn>,
  quantity: number,
  more: Pick<ChargeLine, "billableQuantity" | "listPrice" | "chargedPrice"> & { readonly mayBeZero: boolean },
): ChargeLine {
  const type = row.text("chargeType").toLowerCase();
  const subtotal = readMoney(row.text("subtotal"));
  const isCredit = quantity < 0 || (subtotal.kind === "number" && subtotal.value < 0) || CREDIT_TYPE.test(type);
  if (quantity === 0 && !more.mayBeZero && !isCredit && row.problems.length === 0) {
    row.problem("quantity", "at least 1 seat", "Give the seats in force, or take the charge line out.");
  }
  return {
    type,
    isCredit,
    quantity,
    billableQuantity: more.billableQuantity,
    start: row.date("chargeStart", "chargeStart"),
    end: row.date("chargeEnd", "chargeEnd"),
    ordered: row.date("ordered", "ordered"),
    listPrice: more.listPrice,
    chargedPrice: more.chargedPrice,
  };
}
