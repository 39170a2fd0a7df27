import fc from "fast-check";
import { expect, it } from "vitest";
import { customerOrder } from "../../src/schedule/customer-order.ts";
import { aCustomer } from "../support/a-subscription.ts";
import { aSurveyed } from "./a-surveyed.ts";

/** Two objects may stand for one customer. */
const customers = ["b", "a", "c", "b", "a-1"].map((key) => aCustomer({ key }));

it("is that of customer key, subscription id and key, whatever the order of the rows", () => {
  const aRow = fc.tuple(fc.constantFrom(...customers), fc.constantFrom("1", "10", "2", "é"), fc.nat(99));
  fc.assert(
    fc.property(fc.uniqueArray(aRow, { selector: ([, , key]) => key, maxLength: 12 }), (rows) => {
      const book = rows.map(([customer, id, key]) => aSurveyed({ customer, id, key: String(key) }));
      const { places, customerOf } = customerOrder(book);
      const textOf = (index: number) => {
        const { customer, id, key } = book[index]?.subscription ?? { customer: aCustomer(), id: "", key: "" };
        return [customer.key, id, key];
      };
      const sorted = [...book.keys()].sort((a, b) => {
        const differing = textOf(a).findIndex((text, at) => text !== textOf(b)[at]);
        return (textOf(a)[differing] ?? "") < (textOf(b)[differing] ?? "") ? -1 : 1;
      });
      const keys = [...new Set(rows.map(([{ key }]) => key))].sort();

      expect([...places]).toEqual(sorted);
      expect(rows.map((_, index) => customerOf(index))).toEqual(rows.map(([{ key }]) => keys.indexOf(key)));
    }),
    { numRuns: 1000 },
  );
});
