import { describe, expect, it } from "vitest";
import type { FileEntry } from "../../src/model/configuration.ts";
import { aCsv, ingestAll } from "./support.ts";

function anEntry(match: string, state: string | undefined): FileEntry {
  const customer = { tenantId: "", name: "Fabrikam", domain: "fabrikam.example", country: "DE" };
  return {
    match,
    customer: state === undefined ? customer : { ...customer, state },
    channel: undefined,
    segment: undefined,
  };
}

const book = (name: string) =>
  aCsv(name, ["customer", "domain", "product_name", "seats"], ["Fabrikam", "fabrikam.example", name, "5"]);

async function statesOf(...entries: readonly FileEntry[]): Promise<readonly (string | undefined)[]> {
  const { customers } = await ingestAll([book("a.csv"), book("b.csv")], { entries });
  return customers.map(({ state }) => state);
}

describe("the state of a customer", () => {
  it("is that of its files entry, with the country", async () => {
    expect(await statesOf(anEntry("a.csv", "BY"))).toEqual(["DE-BY"]);
  });

  it("is not known where no entry says", async () => {
    expect(await statesOf(anEntry("a.csv", undefined))).toEqual([undefined]);
  });

  it("is none where two entries name two", async () => {
    expect(await statesOf(anEntry("a.csv", "BY"), anEntry("b.csv", "BE"))).toEqual([undefined]);
  });

  it("is one where two entries name the same", async () => {
    expect(await statesOf(anEntry("a.csv", "BY"), anEntry("b.csv", "BY"))).toEqual(["DE-BY"]);
  });
});
