import { describe, expect, it } from "vitest";
import { builtInCatalogue } from "../src/catalogue/built-in.ts";
import { configurationFor } from "../src/config/read-configuration.ts";
import type { InputFile } from "../src/model/input-file.ts";
import { isoDate, plainDate } from "../src/model/plain-date.ts";
import type { Plan } from "../src/model/plan.ts";
import { run } from "../src/pipeline.ts";
import { aFile } from "./support/a-file.ts";
import { allInEnglish } from "./support/in-english.ts";

const HEADER =
  "tenant_id,customer,country,subscription_id,product_id,product_name,seats,channel,term,term_end,auto_renew";

function aBook(label: string, ...rows: readonly string[]): InputFile {
  return aFile(label, [HEADER, ...rows].join("\n"));
}

async function planOf(...files: readonly InputFile[]): Promise<Plan> {
  return planOn("2026-12-01", ...files);
}

async function planOn(today: string, ...files: readonly InputFile[]): Promise<Plan> {
  return run({
    files,
    catalogue: builtInCatalogue(),
    configuration: configurationFor("DE"),
    today: plainDate(today),
    locale: "en",
    dateOrder: undefined,
    progress: () => undefined,
  });
}

describe("run", () => {
  it("buys what a billing transfer cannot keep: a retired offer goes to its successor near the term end", async () => {
    const plan = await planOf(
      aBook("book.csv", "t-1,Contoso,DE,s-1,ENTERPRISEWITHSCAL,Office 365 Enterprise E4,10,csp-nce,P1Y,2027-05-31,yes"),
    );

    const [planned] = plan.subscriptions;
    expect(planned?.target.match).toBe("successor");
    expect(planned?.slot.path).toBe("repurchase");
    expect(planned?.slot.switchOn === undefined ? "" : isoDate(planned.slot.switchOn)).toBe("2027-05-24");
  });

  it("transfers what is off sale and still renewed, and says what replaces it", async () => {
    const plan = await planOf(
      aBook("book.csv", "t-1,Contoso,DE,s-1,CFQ7TTC0LH3N:0001,Dynamics 365 for Marketing,2,csp-nce,P1Y,2027-05-31,yes"),
    );

    const [planned] = plan.subscriptions;
    expect(planned?.target.match).toBe("exact");
    expect(planned?.slot.path).toBe("billing-transfer");
    expect(planned?.findings.map((found) => found.wording.code)).toContain("OFFER_DISCONTINUED");
  });

  it("takes an id for an id in whatever column it stands", async () => {
    const plan = await planOf(
      aBook(
        "book.csv",
        "t-1,Contoso,DE,s-1,,spe_e5,10,direct,P1Y,2027-05-31,yes",
        "t-1,Contoso,DE,s-2,,CFQ7TTC0LCHC-0002-P1Y-12M,10,direct,P1Y,2027-05-31,yes",
      ),
    );

    expect(plan.subscriptions.map(({ target }) => [target.match, target.offers[0]?.productSku])).toEqual([
      ["exact", "CFQ7TTC0LFLZ:0002"],
      ["exact", "CFQ7TTC0LCHC:0002"],
    ]);
  });

  it("says on the mapping line what else an offer becomes, where day or country make a difference", async () => {
    const plan = await planOn(
      "2025-09-01",
      aBook(
        "book.csv",
        "t-1,Contoso,DE,s-1,SPE_E3,,10,direct,P1Y,2025-10-15,yes",
        "t-2,Fabrikam,DE,s-2,SPE_E3,,10,direct,P1Y,2026-03-31,yes",
        "t-3,Tailspin,FR,s-3,SPE_E3,,10,direct,P1Y,2026-06-30,yes",
        "t-4,Adatum,FR,s-4,spe_e3 ,,10,direct,P1Y,2026-05-31,yes",
      ),
    );

    expect(plan.mappings).toHaveLength(1);
    const { target, subscriptionCount } = plan.mappings[0] ?? {};
    expect([target?.match, target?.offers[0]?.name, subscriptionCount]).toEqual(["exact", "Microsoft 365 E3", 4]);
    expect(allInEnglish(target?.provenance)).toMatch(
      /; 1 of 4 by day, country or path: successor: Microsoft 365 E3 EEA \(no Teams\) \+ Microsoft Teams EEA$/,
    );
  });

  it("gives the same plan whatever the order of the files", async () => {
    const one = aBook("a.csv", "t-1,Contoso,DE,s-1,SPE_E3,,10,direct,P1Y,2027-05-31,yes");
    const two = aBook("b.csv", "t-1,Contoso,DE,s-1,SPE_E3,,12,direct,P1Y,2027-05-31,");

    const forward = await planOf(one, two);
    const backward = await planOf(two, one);

    expect(backward).toEqual(forward);
    expect(forward.totals).toMatchObject({ rowsRead: 2, planned: 1, duplicates: 1 });
    expect(forward.subscriptions[0]?.findings.map((found) => found.wording.code)).toContain("SUBSCRIPTION_CONFLICT");
  });

  it("tells each stage and the rows so far", async () => {
    const steps: string[] = [];
    await run({
      files: [aBook("book.csv", "t-1,Contoso,DE,s-1,SPE_E3,,10,direct,P1Y,2027-05-31,yes")],
      catalogue: builtInCatalogue(),
      configuration: configurationFor("DE"),
      today: plainDate("2026-12-01"),
      locale: "en",
      dateOrder: undefined,
      progress: (step) => steps.push(step.kind === "stage" ? step.stage : `${step.file} ${step.rows}`),
    });

    expect(steps.filter((step) => !step.includes(" "))).toEqual(["ingest", "map", "schedule", "flag"]);
    expect(steps).toContain("book.csv 1");
  });
});
