import { spawn } from "node:child_process";
import { readdirSync, writeFileSync } from "node:fs";
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

/** Plans the book, and sends a signal as soon as that is being done. */
function interruptedWhile(stage: string, configuration: string, out: string) {
  return new Promise<{ readonly code: number | null; readonly signal: string | null }>((resolve, reject) => {
    const words = ["plan", "book/book.csv", "--config", configuration, "--as-of", "2026-12-01", "--out", out];
    const program = spawn(process.execPath, [path.join(PROJECT, "dist/main.js"), ...words], { cwd: folder });
    program.on("error", reject);
    program.on("close", (code, signal) => resolve({ code, signal }));
    program.stderr.setEncoding("utf8").on("data", (text: string) => {
      if (text.includes(stage)) setTimeout(() => program.kill("SIGINT"), 200);
    });
  });
}

describe("whoever interrupts", () => {
  it("while days are chosen is obeyed at once", async () => {
    expect(await interruptedWhile("choosing dates", "limited.json", "days")).toEqual({ code: null, signal: "SIGINT" });
    expect(readdirSync(folder)).not.toContain("days");
  });

  it("while files are written finds none of them, nor anything half written", async () => {
    expect(await interruptedWhile("writing the plan", "unlimited.json", "files")).toEqual({ code: 130, signal: null });
    expect(readdirSync(path.join(folder, "files"))).toEqual([]);
  });
});
