import { describe, expect, it } from "vitest";
import { aFile } from "../support/a-file.ts";
import { describeBook, ingestAll } from "./support.ts";

const HEADER = "Customer,Product,Seats,Term end,Subscription ID";
const FIRST = "Adatum,Visio Plan 2,5,2027-03-31,s-1";

async function read(...lines: readonly string[]) {
  const book = await ingestAll([aFile("book.csv", [HEADER, FIRST, ...lines].join("\n"))]);
  return {
    book,
    planned: book.subscriptions.map(({ id, seats, customer, product }) => [id, seats, customer.name, product.name]),
    rejected: book.rejected.map(({ place, problems }) => [place.row, problems.map(({ expected }) => expected).length]),
    ignored: book.files[0]?.ignored,
  };
}

const FIRST_PLANNED = ["s-1", 5, "Adatum", "Visio Plan 2"];
const SECOND_PLANNED = ["s-2", 7, "Contoso", "Power BI Pro"];
const REPEATED = [{ reason: "repeated header", rows: 1 }];

describe("a header within the rows", () => {
  it.each([
    ["the same again", HEADER, "Contoso,Power BI Pro,7,2027-03-31,s-2"],
    [
      "its columns in another order",
      "Subscription ID,Seats,Product,Customer,Term end",
      "s-2,7,Power BI Pro,Contoso,2027-03-31",
    ],
    [
      "in capitals, spaced otherwise",
      "SUBSCRIPTIONID,SEATS,PRODUCT,CUSTOMER,TERM-END",
      "s-2,7,Power BI Pro,Contoso,2027-03-31",
    ],
  ])("is read on under %s", async (_, header, row) => {
    const { planned, ignored, book } = await read(header, row);

    expect(planned).toEqual([FIRST_PLANNED, SECOND_PLANNED]);
    expect(ignored).toEqual(REPEATED);
    expect(book.rejected).toEqual([]);
  });

  it("is another where it has one column more, since nobody knows which", async () => {
    const { planned, book } = await read(
      "Subscription ID,Seats,Product,Customer,Term end,Remark",
      "s-2,7,Power BI Pro,Contoso,2027-03-31,x",
    );

    expect(planned).toEqual([FIRST_PLANNED]);
    expect(book.rejected.map(({ place }) => place.row)).toEqual([4]);
  });

  it("puts the cells of a rejected row in the order of the first header", async () => {
    const { book } = await read(
      "Subscription ID,Seats,Product,Customer,Term end",
      "s-2,seven,Power BI Pro,Contoso,2027-03-31",
    );

    expect(book.rejected.map(({ cells, header }) => [header, cells])).toEqual([
      [HEADER.split(","), ["Contoso", "Power BI Pro", "seven", "2027-03-31", "s-2"]],
    ]);
  });

  it("is said where its columns are others, and nothing below it is guessed", async () => {
    const { planned, book, ignored } = await read(
      "Customer,Seats,Product,Term end,Order number,Remark",
      "Contoso,7,Power BI Pro,2027-03-31,s-2,x",
      HEADER,
      "Contoso,Power BI Pro,7,2027-03-31,s-2",
    );

    expect(planned).toEqual([FIRST_PLANNED, SECOND_PLANNED]);
    expect(book.rejected.map(({ place }) => place.row)).toEqual([4]);
    expect(describeBook(book)).toContain("another header stands above this row");
    expect(ignored).toEqual([{ reason: "repeated header", rows: 2 }]);
  });

  it.each([
    ["a product that is called like a column", "Seats,Product,7,2027-03-31,s-2", ["s-2", 7, "Seats", "Product"]],
    ["a row without seats, which is no header", "Customer,Power BI Pro,,2027-03-31,s-2", undefined],
  ])("is not seen in %s", async (_, row, expected) => {
    const { planned, ignored } = await read(row);

    expect(planned).toEqual([FIRST_PLANNED, ...(expected === undefined ? [] : [expected])]);
    expect(ignored).toEqual([]);
  });
});
