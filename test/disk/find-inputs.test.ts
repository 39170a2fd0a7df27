import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { findInputs } from "../../src/disk/find-inputs.ts";

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "find-inputs-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function file(name: string, text = "a,b\r\n"): string {
  const full = path.join(folder, name);
  mkdirSync(path.dirname(full), { recursive: true });
  writeFileSync(full, text);
  return full;
}

/** Whoever may read everything becomes somebody else for as long as it takes. */
async function withoutAccess<T>(name: string, look: () => Promise<T>): Promise<T> {
  const isRoot = process.getuid?.() === 0;
  chmodSync(folder, 0o755);
  chmodSync(path.join(folder, name), 0);
  if (isRoot) process.seteuid?.(65_534);
  try {
    return await look();
  } finally {
    if (isRoot) process.seteuid?.(0);
    chmodSync(path.join(folder, name), 0o755);
  }
}

async function labels(...words: string[]): Promise<readonly string[]> {
  return (await findInputs(words, folder)).map((input) => input.label);
}

describe("findInputs", () => {
  it("reads a folder with its subfolders, exports only, in order of name", async () => {
    for (const name of ["z.csv", "a/b.TSV", "a/c.csv.gz", "notes.docx", "a/d.txt"]) file(name);

    expect(await labels(folder)).toEqual(["a/b.TSV", "a/c.csv.gz", "a/d.txt", "z.csv"]);
  });

  it("passes over earlier plan folders, unless one is named itself", async () => {
    file("book.csv");
    file("plan-1/plan.csv");
    file("plan-1/manifest.json", JSON.stringify({ tool: { name: "csp-transfer-planner" }, outputs: [] }));
    file("other/manifest.json", "{}");
    file("other/data.csv");

    expect(await labels(folder)).toEqual(["book.csv", "other/data.csv"]);
    expect(await labels(path.join(folder, "plan-1"))).toEqual(["plan.csv"]);
  });

  it("gives equal names the shortest parent that tells them apart", async () => {
    const one = file("x/may/book.csv");
    const two = file("x/june/book.csv");
    const alone = file("x/list.csv");

    expect(await labels(one, two, alone)).toEqual(["june/book.csv", "list.csv", "may/book.csv"]);
  });

  it("reads a file once, however often it is named", async () => {
    const one = file("book.csv");

    expect(await labels(one, folder, path.join(folder, "*.csv"))).toEqual(["book.csv"]);
  });

  it("keeps a folder that may not be listed, and a link that leads nowhere, for whoever reads them to tell", async () => {
    file("book.csv");
    file("locked/secret.csv");
    symlinkSync(path.join(folder, "gone.csv"), path.join(folder, "dangling.csv"));
    const inputs = await withoutAccess("locked", () => findInputs([folder], folder));

    expect(inputs.map(({ label }) => label)).toEqual(["book.csv", "dangling.csv", "locked/"]);
    for (const input of inputs.slice(1)) {
      await expect(input.open()[Symbol.asyncIterator]().next()).rejects.toMatchObject({
        code: input.label === "locked/" ? "EACCES" : "ENOENT",
      });
    }
  });

  it("keeps the folder that is named itself, where it may not be listed", async () => {
    file("locked/secret.csv");

    const named = await withoutAccess("locked", () => labels(path.join(folder, "locked")));

    expect(named).toEqual(["locked/"]);
  });

  it("does not walk through a link that leads back up", async () => {
    file("a/book.csv");
    symlinkSync(folder, path.join(folder, "a", "loop"));

    expect(await labels(folder)).toEqual(["a/book.csv"]);
  });

  it("reads a file through a link, and each real file once", async () => {
    const real = file("elsewhere/list.csv");
    file("book/book.csv");
    symlinkSync(real, path.join(folder, "book", "linked.csv"));
    symlinkSync(path.join(folder, "book", "book.csv"), path.join(folder, "book", "same.csv"));

    expect(await labels(path.join(folder, "book"))).toEqual(["book.csv", "linked.csv"]);
  });

  it("names every word that leads nowhere", async () => {
    await expect(labels(path.join(folder, "none.csv"), path.join(folder, "*.none"))).rejects.toMatchObject({
      problems: [expect.stringContaining("none.csv"), expect.stringContaining("*.none")],
    });
  });

  it("says where a file lies from the configuration's folder", async () => {
    file("tenants/fabrikam/skus.csv");

    const [input] = await findInputs([path.join(folder, "tenants")], folder);

    expect(input?.matchPath).toBe("tenants/fabrikam/skus.csv");
  });
});
