import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { checkOutputFolder, writePlanFolder } from "../../src/disk/plan-folder.ts";

let folder: string;

beforeEach(() => {
  folder = path.join(mkdtempSync(path.join(tmpdir(), "write-plan-")), "out");
});
afterEach(() => rmSync(path.dirname(folder), { recursive: true, force: true }));

function planFile(name: string, text: string) {
  return {
    name,
    write: async (sink: { write(chunk: string): Promise<void> }) => {
      await sink.write(text);
      return { rows: 1 };
    },
  };
}

const manifestOf = (written: readonly { readonly file: string }[]) =>
  JSON.stringify({ tool: { name: "csp-transfer-planner" }, outputs: written });

const NAMES = ["plan.csv", "findings.csv"];

async function writePlan(...files: ReturnType<typeof planFile>[]) {
  return writePlanFolder(folder, files, manifestOf);
}

function text(name: string): string {
  return readFileSync(path.join(folder, name), "utf8");
}

describe("writePlanFolder", () => {
  it("writes every file, hashes it, and leaves no staging behind", async () => {
    const written = await writePlan(planFile("plan.csv", "abc"));

    expect(written).toEqual([
      { file: "plan.csv", rows: 1, sha256: "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad" },
    ]);
    expect(readdirSync(folder).sort()).toEqual(["manifest.json", "plan.csv"]);
  });

  it("leaves the earlier plan whole when a file fails", async () => {
    await writePlan(planFile("plan.csv", "old"), planFile("findings.csv", "old"));
    const failing = { name: "findings.csv", write: () => Promise.reject(new Error("disk on fire")) };

    await expect(writePlanFolder(folder, [planFile("plan.csv", "new"), failing], manifestOf)).rejects.toThrow(
      "disk on fire",
    );

    expect(text("plan.csv")).toBe("old");
    expect(readdirSync(folder).sort()).toEqual(["findings.csv", "manifest.json", "plan.csv"]);
  });

  it("lists files in their order, also where a later one is done first", async () => {
    const slow = {
      name: "plan.csv",
      write: async (sink: { write(chunk: string): Promise<void> }) => {
        await new Promise((resolve) => setTimeout(resolve, 30));
        await sink.write("slow");
        return { rows: 1 };
      },
    };

    const written = await writePlanFolder(folder, [slow, planFile("findings.csv", "fast")], manifestOf);

    expect(written.map((each) => each.file)).toEqual(["plan.csv", "findings.csv"]);
    expect([text("plan.csv"), text("findings.csv")]).toEqual(["slow", "fast"]);
  });

  it("does not give up while another file is still written", async () => {
    let isDone = false;
    const slow = {
      name: "plan.csv",
      write: async () => {
        await new Promise((resolve) => setTimeout(resolve, 30));
        isDone = true;
        return { rows: 1 };
      },
    };
    const failing = { name: "findings.csv", write: () => Promise.reject(new Error("disk on fire")) };

    await expect(writePlanFolder(folder, [slow, failing], manifestOf)).rejects.toThrow("disk on fire");

    expect(isDone).toBe(true);
    expect(readdirSync(folder)).toEqual([]);
  });

  it("replaces only what the earlier manifest names", async () => {
    await writePlan(planFile("plan.csv", "old"), planFile("findings.csv", "old"));
    writeFileSync(path.join(folder, "notes.txt"), "mine");

    await writePlan(planFile("plan.csv", "new"));

    expect(text("plan.csv")).toBe("new");
    expect(text("notes.txt")).toBe("mine");
    expect(existsSync(path.join(folder, "findings.csv"))).toBe(false);
  });

  it("never removes what a tampered manifest names outside the folder", async () => {
    await writePlan(planFile("plan.csv", "old"));
    const outside = path.join(path.dirname(folder), "victim.csv");
    writeFileSync(outside, "precious");
    writeFileSync(path.join(folder, "manifest.json"), manifestOf([{ file: "../victim.csv" }, { file: "plan.csv" }]));

    await writePlan(planFile("plan.csv", "new"));

    expect(readFileSync(outside, "utf8")).toBe("precious");
  });
});

describe("checkOutputFolder", () => {
  it("lets a plan into a new or an unrelated folder", async () => {
    await expect(checkOutputFolder(folder, NAMES, false)).resolves.toBeUndefined();
    mkdirSync(folder);
    writeFileSync(path.join(folder, "notes.txt"), "mine");
    await expect(checkOutputFolder(folder, NAMES, false)).resolves.toBeUndefined();
  });

  it("asks for --force over an earlier plan", async () => {
    await writePlan(planFile("plan.csv", "old"));

    await expect(checkOutputFolder(folder, NAMES, false)).rejects.toThrow("--force");
    await expect(checkOutputFolder(folder, NAMES, true)).resolves.toBeUndefined();
  });

  it("refuses files of these names that no manifest names, also with --force", async () => {
    mkdirSync(folder);
    writeFileSync(path.join(folder, "plan.csv"), "somebody's");

    await expect(checkOutputFolder(folder, NAMES, true)).rejects.toThrow("plan.csv");
  });

  it("knows the files of a run that was killed while moving them", async () => {
    mkdirSync(path.join(folder, ".transfer-plan-being-written"), { recursive: true });
    writeFileSync(path.join(folder, "plan.csv"), "half moved");
    writeFileSync(path.join(folder, ".transfer-plan-being-written", "moving.json"), JSON.stringify(NAMES));

    await expect(checkOutputFolder(folder, NAMES, false)).resolves.toBeUndefined();
    await writePlan(planFile("plan.csv", "new"));
    expect(readdirSync(folder).sort()).toEqual(["manifest.json", "plan.csv"]);
  });
});
