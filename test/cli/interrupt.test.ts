import { spawn } from "node:child_process";
import { existsSync, readdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { PROJECT, temporaryFolder, transferPlanner } from "../support/command.ts";

const folder = temporaryFolder();

// Days under several limits take seconds to choose, and the workbook takes some to write: time enough to interrupt both.
beforeAll(() => {
  transferPlanner(["generate", "--customers", "700", "--seed", "3", "--out", path.join(folder, "book")]);
  const partners = [{ id: "eu", country: "DE" }];
  const limited = { partners, policy: { capacityPerDay: { subscriptions: 30, customers: 10 }, groupDays: 5 } };
  writeFileSync(path.join(folder, "limited.json"), JSON.stringify(limited));
  writeFileSync(path.join(folder, "unlimited.json"), JSON.stringify({ partners }));
});

/** Plans the book, and sends a signal as soon as that is being done, told by what the program says or has made by then. */
function interruptedWhile(isDoing: (said: string) => boolean, configuration: string, out: string) {
  return new Promise<{ readonly code: number | null; readonly signal: string | null }>((resolve, reject) => {
    const words = ["plan", "book/book.csv", "--config", configuration, "--as-of", "2026-12-01", "--out", out];
    const program = spawn(process.execPath, [path.join(PROJECT, "dist/main.js"), ...words], { cwd: folder });
    let said = "";
    program.stderr.setEncoding("utf8").on("data", (text: string) => {
      said += text;
    });
    const watching = setInterval(() => {
      if (!isDoing(said)) return;
      clearInterval(watching);
      program.kill("SIGINT");
    }, 10);
    program.on("error", reject);
    program.on("close", (code, signal) => {
      clearInterval(watching);
      resolve({ code, signal });
    });
  });
}

describe("whoever interrupts", () => {
  it("while days are chosen is obeyed at once", async () => {
    expect(await interruptedWhile((said) => said.includes("choosing dates"), "limited.json", "days")).toEqual({
      code: null,
      signal: "SIGINT",
    });
    expect(readdirSync(folder)).not.toContain("days");
  });

  it("while files are written finds none of them, nor anything half written", async () => {
    const hasBegun = () => existsSync(path.join(folder, "files", ".transfer-plan-being-written", "plan.csv"));

    expect(await interruptedWhile(hasBegun, "unlimited.json", "files")).toEqual({ code: 130, signal: null });
    expect(readdirSync(path.join(folder, "files"))).toEqual([]);
  });
});
