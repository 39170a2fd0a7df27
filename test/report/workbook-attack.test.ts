import { describe, expect, it } from "vitest";
import { plainDate } from "../../src/model/plain-date.ts";
import type { Plan, PlanChange } from "../../src/model/plan.ts";
import { tables } from "../../src/report/tables/index.ts";
import { aDecision } from "../support/a-decision.ts";
import { aFileReport, aFinding, aPartner, aPlan, aPlannedSubscription, aRejectedRow } from "../support/a-plan.ts";
import { aWorkbook, opened } from "../support/a-workbook.ts";
import { anOffer } from "../support/an-offer.ts";
import { isOfficeInstalled, savedByOffice } from "../support/office.ts";
import { sheetParts } from "../support/sheet-xml.ts";
import { unzip } from "../support/unzip.ts";
import { childrenOfRoot } from "../support/xml.ts";

const ATTACKS = [
  `=cmd|' /C calc'!A0`,
  "+1+1",
  "-2+3",
  "@SUM(A1)",
  "\t=1+1",
  "\r=1+1",
  "＝1+1",
  `=HYPERLINK("http://x.example","y")`,
  "_x0041__x000D_",
  "]]><script>alert(1)</script>",
  "&lt;&amp;&#65;&bogus;",
  `"'><row r="1"/>`,
  "\u0000\u0001\u0008\u000b\u001b\u007f\u009f\ufffe\uffff",
  "\ud800 alone \udc00",
  "👩‍🚀🇧🇷 naïve",
  "مرحبا ‮ שלום",
  "__proto__",
  "{{7*7}}",
  "x".repeat(40_000),
  `=${"👩".repeat(20_000)}`,
] as const;

/** A plan with this text wherever an export, a person or a file's name can bring one. */
function attacked(text: string): Plan {
  const offer = anOffer({ id: "o", name: text, productSku: text, services: [] });
  const one = aPlannedSubscription({
    customer: { key: text, name: text, tenantId: text, domain: text },
    subscription: {
      key: text,
      id: text,
      parentId: text,
      product: { ids: [text], name: text },
      currency: text,
      promotion: text,
      place: { file: text, row: 2, line: 2 },
    },
    identity: { product: { ids: [text], name: text }, offer },
    target: {
      match: "none",
      offers: [offer],
      candidates: [{ offer, score: 0.5, reason: text }],
      servicesLost: [text],
      servicesGained: [text],
      provenance: text,
    },
    slot: { costCurrency: text },
    status: "review",
    findings: [aFinding("SERVICES_LOST", "warning", text), aFinding("OFFER_UNKNOWN", "blocking", text)],
  });
  const typed = { target: text, seats: 3, date: plainDate("2027-01-08"), reviewer: text, comment: text, source: text };
  const decision = aDecision({ ...typed, decision: "change", facts: text });
  const change: PlanChange = {
    kind: "changed",
    key: text,
    customer: text,
    subscriptionId: text,
    sourceOffer: text,
    field: text,
    before: text,
    after: text,
    against: "earlier plan",
  };
  const plan = aPlan({
    subscriptions: [{ ...one, decision }],
    partners: [{ ...aPartner, id: text, name: text }],
    rejected: [
      aRejectedRow({
        value: text,
        header: [text, `${text}2`],
        cells: [text, text],
        place: { file: text, row: 2, line: 2 },
      }),
    ],
    files: [
      aFileReport({ file: text, unreadColumns: [text] }),
      aFileReport({ file: text, refusal: aFinding("FILE_UNKNOWN", "rejecting", text) }),
    ],
    notices: [{ place: { file: text, row: 1, line: 1 }, finding: aFinding("DATE_ORDER_UNKNOWN", "rejecting", text) }],
    catalogue: [{ name: text, date: "2026-08-01", sha256: "b".repeat(64) }],
    policy: {
      ...aPlan().policy,
      freezes: [{ from: plainDate("2026-12-18"), to: plainDate("2027-01-05"), reason: text }],
    },
    closedDays: [{ on: plainDate("2026-12-25"), kind: "holiday", names: [text] } as never],
    changes: [change],
    decisions: { file: undefined, ruled: 0, unapplied: [{ decision, reason: text }] },
  });
  return {
    ...plan,
    mappings: plan.mappings.map((line) => ({ ...line, decision: { ...decision, scope: "mapping" as const } })),
  };
}

describe.each(ATTACKS.map((text) => [JSON.stringify(text.slice(0, 30)), text] as const))(
  "%s in every field",
  (_, text) => {
    it("is text in well-formed parts: no formula but our own, no cell too long, no link outside", async () => {
      const bytes = await aWorkbook(attacked(text), tables);

      for (const [name, part] of unzip(bytes)) expect(() => childrenOfRoot(part.text), name).not.toThrow();
      for (const [name, xml] of sheetParts(bytes)) {
        const formulas = [...xml.matchAll(/<f(?: [^>]*)?>(.*?)<\/f>/gs)].map((match) => match[1] ?? "");
        const ours =
          name === "Review queue" ? /^MATCH\(\$A\d+,'Plan'!\$A\$2:\$A\$\d+,0\)\+1$/ : /^(?:\d+-\()?(?:REPT|COUNTIFS)\(/;
        if (name !== "Summary" && name !== "Review queue") expect(formulas, name).toEqual([]);
        for (const formula of formulas) expect(formula, name).toMatch(ours);
        for (const formula of formulas) expect(formula.length, name).toBeLessThan(1000);
        expect(xml, name).not.toContain('r:id="rIdExternal');
      }
      for (const [name, part] of unzip(bytes))
        if (name.includes("/_rels/")) expect(part.text, name).not.toContain("External");
      const workbook = await opened(bytes);
      for (const sheet of workbook.worksheets) {
        sheet.eachRow((row) =>
          row.eachCell((cell) => {
            if (typeof cell.value === "string")
              expect(cell.value.length, `${sheet.name}!${cell.address}`).toBeLessThanOrEqual(32_767);
          }),
        );
        expect(sheet.name.length).toBeLessThanOrEqual(31);
      }
    });
  },
);

it.skipIf(!isOfficeInstalled && process.env.CI === undefined)(
  "opens in LibreOffice with every attack in it, and comes back with the same text in every cell of Plan",
  { timeout: 240_000 },
  async () => {
    const plans = ATTACKS.map(attacked);
    const whole = aPlan({
      subscriptions: plans.flatMap(({ subscriptions }) => subscriptions),
      rejected: plans.flatMap(({ rejected }) => rejected),
      changes: plans.flatMap(({ changes }) => changes ?? []),
      files: plans.flatMap(({ files }) => files),
      notices: plans.flatMap(({ notices }) => notices),
    });
    const before = await opened(await aWorkbook(whole, tables));
    const after = await opened(savedByOffice(await aWorkbook(whole, tables)));

    expect(after.worksheets.map(({ name }) => name)).toEqual(before.worksheets.map(({ name }) => name));
    for (const name of ["Plan", "Mapping", "Review queue", "Findings", "Rejected", "Changes", "Customers"]) {
      expect(textsOf(after, name), name).toEqual(textsOf(before, name));
    }
  },
);

function textsOf(workbook: Awaited<ReturnType<typeof opened>>, name: string): readonly string[] {
  const texts: string[] = [];
  workbook.getWorksheet(name)?.eachRow((row, number) => {
    row.eachCell((cell, column) => {
      // LibreOffice divides a text of several scripts into runs, and does not escape what looks like an escape.
      const isText =
        typeof cell.value === "string" ||
        (cell.value !== null && typeof cell.value === "object" && "richText" in cell.value);
      if (isText && cell.text !== "") texts.push(`${number} ${column} ${cell.text.replaceAll("_x005F_", "_")}`);
    });
  });
  return texts;
}
