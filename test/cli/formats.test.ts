import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { readCsv, temporaryFolder, transferPlanner } from "../support/command.ts";

const OWN = {
  id: "acme-portal",
  title: "The portal of Acme",
  record: "subscription",
  columns: { customer: "Wer", product_name: "Was", seats: "Wie viele" },
};

function aFolder(configuration: string): string {
  const cwd = temporaryFolder();
  writeFileSync(path.join(cwd, configuration), JSON.stringify({ formats: [OWN] }));
  writeFileSync(
    path.join(cwd, "a.csv"),
    "Wer;Was;Wie viele\r\nFabrikam;Exchange Online (Plan 1);12\r\nB;Teams;viele\r\n",
  );
  return cwd;
}

describe("a format of the configuration", () => {
  it.each([
    ["transfer-planner.json", []],
    ["other.json", ["--config", "other.json"]],
  ])("in %s is known to the command formats", (configuration, words) => {
    const cwd = aFolder(configuration);

    expect(transferPlanner(["formats", ...words], { cwd }).out).toMatch(
      /^acme-portal +subscription +The portal of Acme$/m,
    );
    expect(transferPlanner(["formats", "a.csv", ...words], { cwd })).toMatchObject({
      exitCode: 0,
      out: expect.stringMatching(/format +acme-portal \(The portal of Acme\)[\s\S]+Wie viele as seats/),
    });
  });

  it("is planned, and its rejected rows come back corrected", () => {
    const cwd = aFolder("transfer-planner.json");
    const plan = (file: string, out: string) =>
      transferPlanner(["plan", file, "--as-of", "2026-12-01", "--out", out], { cwd });

    expect(plan("a.csv", "one").exitCode).toBe(0);
    const rejected = path.join(cwd, "one/rejected.csv");
    expect(readCsv(rejected)).toMatchObject([{ column: "Wie viele", value: "viele", format: "acme-portal" }]);
    writeFileSync(
      path.join(cwd, "corrected.csv"),
      readFileSync(rejected, "utf8").replace("B,Teams,viele", "B,Teams,3"),
    );
    expect(plan("corrected.csv", "two").exitCode).toBe(0);
    expect(readCsv(path.join(cwd, "two/plan.csv"))).toMatchObject([
      { customer: "B", source_offer: "Teams", seats: "3" },
    ]);
  });
});

it("a file that no format knows gets a proposal, with which it is known", () => {
  const cwd = temporaryFolder();
  writeFileSync(path.join(cwd, "a.csv"), "Kunde;Was;Wie viele\r\nFabrikam;Exchange Online (Plan 1);12\r\n");

  const { exitCode, out } = transferPlanner(["formats", "a.csv"], { cwd });

  expect(exitCode).toBe(2);
  const entry = out
    .slice(out.indexOf("    {\n"))
    .replace('"product_id": ""', '"product_name": "Was"')
    .replace('"seats": ""', '"seats": "Wie viele"');
  writeFileSync(path.join(cwd, "transfer-planner.json"), `{ "formats": [\n${entry}] }`);
  expect(transferPlanner(["formats", "a.csv"], { cwd })).toMatchObject({
    exitCode: 0,
    out: expect.stringContaining("my-a"),
  });
});
