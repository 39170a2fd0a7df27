import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { plainDate } from "../../src/model/plain-date.ts";
import { opened } from "../support/a-workbook.ts";
import { readCsv, temporaryFolder, transferPlanner } from "../support/command.ts";
import type { Typing } from "../support/edit-workbook.ts";
import { isOfficeInstalled, savedByOffice } from "../support/office.ts";
import { PORTUGUESE, rearranged } from "../support/rearrange.ts";

const HEADER =
  "customer,tenant_id,country,subscription_id,product_id,product_name,seats,channel,term,billing,term_end,auto_renew";
const E3 = "CFQ7TTC0LFLX:0001";
const NAMES = [
  "aprovada",
  "retida",
  "excluida",
  "licencas",
  "data",
  "vencida",
  "mapeada",
  "adulterada",
  "outra palavra",
];
const SERIAL_OF_1970 = 25_569;

function row(name: string, seats = 25): string {
  const product = name === "mapeada" ? ",Contoso Widget Plan" : name === "aprovada" ? ",Microsoft 365 E3" : `${E3},`;
  return `Contoso ${name},,BR,s-${name},${product},${seats},direct,P1Y,annual,2027-03-31,no`;
}

/** What a Brazilian planner types, in the words of the workbook, by subscription. */
const TYPED: Readonly<Record<string, Readonly<Record<string, string | number>>>> = {
  aprovada: { decisão: "Aprovar", revisor: "João", comentário: "combinado por telefone" },
  retida: { decisão: "RETER " },
  excluida: { decisão: "excluir" },
  licencas: { decisão: "alterar", "novas licenças": 30 },
  data: { decisão: "alterar", "nova data": plainDate("2027-03-10") + SERIAL_OF_1970 },
  vencida: { decisão: "aprovar" },
  adulterada: { decisão: "aprovar", Licenças: 99 },
  "outra palavra": { decisão: "talvez" },
};

describe.each(isOfficeInstalled || process.env.CI !== undefined ? ["as typed", "saved by LibreOffice"] : ["as typed"])(
  "decisions in workbooks in Portuguese, in two parts, %s",
  (how) => {
    const cwd = temporaryFolder();
    let keys: Readonly<Record<string, string>>;
    let reviewed: ReturnType<typeof transferPlanner>;

    const plan = (...words: string[]) =>
      transferPlanner(["plan", ...words, "--partner-country", "BR", "--locale", "pt-BR"], { cwd });

    beforeAll(async () => {
      writeFileSync(path.join(cwd, "old.csv"), `${[HEADER, ...NAMES.map((name) => row(name))].join("\n")}\n`);
      expect(plan("old.csv", "--as-of", "2026-12-01", "--out", "before", "--split", "5").exitCode).toBe(0);
      keys = Object.fromEntries(
        readCsv(path.join(cwd, "before/plan.csv")).map(({ subscription_id, key }) => [
          subscription_id?.slice(2) ?? "",
          key ?? "",
        ]),
      );
      const [mapped] = readCsv(path.join(cwd, "before/mapping.csv")).filter(
        ({ source_offer }) => source_offer === "Contoso Widget Plan",
      );
      const typings: Typing[] = [
        ...Object.entries(TYPED).flatMap(([name, cells]) =>
          Object.entries(cells).map(([header, value]) => ({ sheet: "Plano", key: keys[name] ?? "", header, value })),
        ),
        { sheet: "Mapeamento", key: mapped?.key ?? "", header: "decisão", value: "usar" },
        { sheet: "Mapeamento", key: mapped?.key ?? "", header: "destino escolhido", value: E3 },
      ];
      const parts = ["001", "002"].map((number) => {
        const typed = rearranged(
          readFileSync(path.join(cwd, `before/transfer-plan-${number}.xlsx`)),
          typings,
          PORTUGUESE,
        );
        writeFileSync(path.join(cwd, `${number}.xlsx`), how === "as typed" ? typed : savedByOffice(typed));
        return `${number}.xlsx`;
      });
      reviewed = transferPlanner(["review", ...parts, "--out", "before/decisions.csv"], { cwd });
      const newer = NAMES.map((name) => row(name, name === "vencida" ? 26 : 25));
      writeFileSync(path.join(cwd, "new.csv"), `${[HEADER, ...newer].join("\n")}\n`);
      const again = ["--as-of", "2026-12-02", "--decisions", "before/decisions.csv", "--out", "after"];
      expect(plan("new.csv", ...again).exitCode).toBe(0);
    }, 240_000);

    const planned = (name: string) =>
      readCsv(path.join(cwd, "after/plan.csv")).find((found) => found.subscription_id === `s-${name}`);

    it("are read back, and what is refused is said with the words of the workbook", () => {
      expect(reviewed.exitCode).toBe(0);
      expect(reviewed.out).toContain("2 workbooks read: 9 rows of subscriptions");
      const said = reviewed.err.split("\n").filter((line) => line !== "");
      expect(said).toHaveLength(2);
      expect(said.join("\n")).toMatch(/Plano!\w+: expected one of aprovar, reter, excluir, alterar, found "talvez"/);
      expect(said.join("\n")).toMatch(/Plano!\w+: "seats" is not for typing; the change from "25" to "99" is refused/);
    });

    it("are applied, asked again or refused", () => {
      expect(planned("aprovada")).toMatchObject({ status: "ready" });
      expect(planned("retida")).toMatchObject({ status: "review", switch_on: "" });
      expect(planned("excluida")).toMatchObject({ status: "excluded" });
      expect(planned("licencas")).toMatchObject({ target_seats: "30" });
      expect(planned("data")).toMatchObject({ switch_on: "2027-03-10", date_reason: "DECISION" });
      expect(planned("mapeada")).toMatchObject({ match: "decision", target_product_id: E3 });
      for (const name of ["vencida", "adulterada"]) expect(planned(name)?.findings, name).toContain("DECISION_STALE");
      expect(planned("outra palavra")?.findings).toContain("DECISION_REFUSED");
      expect(
        readCsv(path.join(cwd, "after/decisions-not-applied.csv"))
          .map(({ key }) => key)
          .sort(),
      ).toEqual([keys.vencida, keys.adulterada, keys["outra palavra"]].sort());
    });

    it("stand in the next workbook in Portuguese", async () => {
      const workbook = await opened(readFileSync(path.join(cwd, "after/transfer-plan.xlsx")));
      const sheet = workbook.getWorksheet("Plano");
      const titles = Array.from((sheet?.getRow(1).values ?? []) as unknown[], String);
      const typed = new Map<unknown, unknown>();
      sheet?.eachRow((each) =>
        typed.set(each.getCell(titles.indexOf("chave")).value, [
          each.getCell(titles.indexOf("decisão")).value,
          each.getCell(titles.indexOf("comentário")).value,
        ]),
      );

      expect(typed.get(keys.aprovada)).toEqual(["aprovar", "combinado por telefone"]);
      expect(typed.get(keys["outra palavra"])).toEqual(["talvez", null]);
    });
  },
);
