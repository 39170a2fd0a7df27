import { describe, expect, it } from "vitest";
import { recogniseFile } from "../../../src/ingest/recognise.ts";
import { aCsv, describeBook, ingestAll } from "../support.ts";

describe("exports that look alike", () => {
  it.each([
    [
      "the one-customer export of Partner Center",
      "Subscription ID,Subscription,Quantity,Status,Reseller",
      "pc-customer-subscriptions",
    ],
    ["a reseller's list of all customers", "Customer,Subscription ID,Subscription,Quantity,Status,Reseller", "generic"],
    ["a reseller's list with end dates", "Subscription ID,Subscription,Quantity,Status,Reseller,End date", "generic"],
    [
      "the report of MSOnline subscriptions",
      "Company,Skupartnumber,RenewalDate,TotalLicenses,status",
      "msol-subscription",
    ],
    ["a portal's list with terms", "Company,SKU part number,Renewal date,Total licenses,Status,Term", "generic"],
    [
      "the cmdlet's export with a column more",
      "SkuPartNumber,TotalLicenses,Status,NextLifecycleDate,Term",
      "msol-subscription",
    ],
    ["MSOnline account SKUs", "AccountSkuId,ActiveUnits,WarningUnits,ConsumedUnits", "msol-account-sku"],
    [
      "all properties of MSOnline account SKUs",
      "AccountSkuID,ActiveUnits,ConsumedUnits,SKUID,SkuPartNumber",
      "msol-account-sku",
    ],
    ["Graph's SKUs", "ConsumedUnits,SkuId,SkuPartNumber", "graph-skus"],
    ["the Licences page", "Product Title,Total Licenses,Expired Licenses,Assigned licenses", "admin-centre-licences"],
    ["a list of products bought", "Product Title,Total Licenses,Assigned licenses", "generic"],
  ])("%s", async (_, header, id) => {
    const { format, why } = await recogniseFile(aCsv("file.csv", header.split(","), ["x"]));

    expect(format?.id, why).toBe(id);
  });
});

describe("exports of several tenants in one file", () => {
  const skus = ["AccountSkuId", "ActiveUnits", "ConsumedUnits"];

  it("keeps apart what a column for the tenant tells apart", async () => {
    const file = aCsv(
      "all.csv",
      ["Customer", ...skus],
      ["Contoso", "a:SPE_E3", "5", "4"],
      ["Fabrikam", "b:SPE_E3", "7", "6"],
    );

    const { usage } = await ingestAll([file]);

    expect(usage.map(({ customer, assignedSeats }) => [customer.name, assignedSeats])).toEqual([
      ["Contoso", 4],
      ["Fabrikam", 6],
    ]);
  });

  it("takes no account name for a customer's", async () => {
    const customer = { tenantId: "", domain: "fabrikam.example", name: "Fabrikam Logistics", country: "" };
    const file = aCsv("skus.csv", ["AccountName", ...skus], ["fabrikamlog", "fabrikamlog:SPE_E3", "5", "4"]);

    const { usage } = await ingestAll([file], {
      entries: [{ match: "skus.csv", customer, channel: undefined, segment: undefined }],
    });

    expect(usage.map(({ customer }) => customer.name)).toEqual(["Fabrikam Logistics"]);
  });
});

describe("day and month of MSOnline subscriptions", () => {
  const header = (date: string) => ["SkuPartNumber", "Status", "TotalLicenses", date];

  it("are day first in the report", async () => {
    const { subscriptions } = await ingestAll([
      aCsv("a.csv", header("RenewalDate"), ["SPE_E3", "Enabled", "5", "03/04/2027"]),
    ]);

    expect(subscriptions).toHaveLength(1);
    expect(
      describeBook(await ingestAll([aCsv("a.csv", header("RenewalDate"), ["SPE_E3", "Enabled", "5", "03/04/2027"])])),
    ).toContain("termEnd 2027-04-03");
  });

  it("are not known in the cmdlet's export, which writes them as the machine does", async () => {
    const file = aCsv("a.csv", header("NextLifecycleDate"), ["SPE_E3", "Enabled", "5", "03/04/2027 00:00:00"]);

    expect((await ingestAll([file])).subscriptions).toEqual([]);
    expect(describeBook(await ingestAll([file], { dateOrder: "dmy" }))).toContain("termEnd 2027-04-02");
  });
});
