import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { findInputs } from "../../src/disk/find-inputs.ts";
import { messageOf } from "../../src/findings/finding.ts";
import type { Ingested } from "../../src/model/ingested.ts";
import type { InputFile } from "../../src/model/input-file.ts";
import { aFile } from "../support/a-file.ts";
import { aCsv, ingestAll } from "./support.ts";

const HEADER = "customer,product_name,seats\n";
const LONGEST_MESSAGE = 1500;
const CONTROL = /(?!\n)\p{Cc}|[\u202a-\u202e\u2066-\u2069]/u;

/** A file that is made while it is read; `taken` counts the bytes that were asked for. */
function aStream(
  bytes: number,
  chunks: () => Iterable<Uint8Array | string>,
): InputFile & { readonly taken: () => number } {
  let taken = 0;
  return {
    label: "endless.csv",
    matchPath: "endless.csv",
    bytes,
    taken: () => taken,
    async *open() {
      for (const chunk of chunks()) {
        taken += chunk.length;
        yield typeof chunk === "string" ? Buffer.from(chunk) : chunk;
      }
    },
  };
}

function messages(book: Ingested): readonly string[] {
  return book.notices.map(({ finding }) => messageOf(finding));
}

function longest(texts: readonly string[]): number {
  return texts.reduce((most, text) => Math.max(most, text.length), 0);
}

function* times<T>(count: number, value: T): Iterable<T> {
  for (let index = 0; index < count; index += 1) yield value;
}

/** The most memory that the work has held at any of the looks taken at it, beyond what was held before. */
async function heldBy<T>(work: () => Promise<T>): Promise<{ readonly result: T; readonly megabytes: number }> {
  const held = () => {
    const { heapUsed, external } = process.memoryUsage();
    return heapUsed + external;
  };
  const before = held();
  let most = before;
  const watch = setInterval(() => {
    most = Math.max(most, held());
  }, 5);
  try {
    const result = await work();
    return { result, megabytes: (most - before) / 2 ** 20 };
  } finally {
    clearInterval(watch);
  }
}

describe("what has no end", () => {
  it("as a gzip of zeros is refused before it is unpacked", async () => {
    const bomb = gzipSync(Buffer.alloc(200 * 2 ** 20), { level: 1 });

    const { result, megabytes } = await heldBy(() => ingestAll([aFile("bomb.csv.gz", bomb)]));

    expect(messages(result)).toEqual([expect.stringMatching(/bomb\.csv\.gz: the gzip expands .* 200 times/)]);
    expect(result.rejected).toEqual([]);
    expect(megabytes).toBeLessThan(300);
  });

  it("as a gzip of a billion rows is refused, and read no further than that takes", async () => {
    const header = gzipSync(HEADER);
    const million = gzipSync("A,P,1\n".repeat(1_000_000));
    const members = 1000;
    const file = aStream(2_000_000, function* () {
      yield header;
      yield* times(members, million);
    });

    const book = await ingestAll([file, aFile("other.csv", `${HEADER}A,P,1\n`)]);

    expect(messages(book)).toEqual([expect.stringContaining("200 times")]);
    expect(book.subscriptions).toHaveLength(1);
    // Once to its limit, and once from end to end, for its digest.
    expect(file.taken()).toBeLessThan(1.2 * members * million.length);
  });

  it.each([
    ["without a break", "x"],
    ["in a quote without a break", '"'],
    ["in a quote with breaks", '"\n'],
    ["of delimiters", ","],
    ["of quotes", '""'],
  ])("as a line %s is one rejected row or some, held in part", async (_name, start) => {
    const text = start === "," || start === '""' ? start : start.includes("\n") ? "x\n" : "x";
    const chunk = text.repeat(65_536 / text.length);
    const file = aStream(40 * 2 ** 20, function* () {
      yield `${HEADER}A,${start}`;
      yield* times(start.includes("\n") ? 4 : 640, chunk);
    });

    const { result, megabytes } = await heldBy(() => ingestAll([file]));

    const [report] = result.files;
    expect(report?.format).toBe("generic");
    expect(report?.rows.read).toBe(report?.rows.rejected);
    expect(report?.rows.read).toBeGreaterThan(0);
    expect(longest(messages(result))).toBeLessThan(LONGEST_MESSAGE);
    expect(megabytes).toBeLessThan(500);
  });

  it("as a file of one line is refused with a short message", async () => {
    const file = aStream(40 * 2 ** 20, () => times(640, "x".repeat(65_536)));

    const book = await ingestAll([file]);

    expect(messages(book)).toEqual([expect.stringContaining("endless.csv: none of the first 20 rows")]);
    expect(messages(book)[0]?.length).toBeLessThan(LONGEST_MESSAGE);
  });

  it("as a million columns costs the row; in the header, what is beyond Excel's last column", async () => {
    const wide = Array.from({ length: 1_000_000 }, (_, index) => `c${index}`).join(",");

    const inRow = await ingestAll([aFile("x.csv", `${HEADER}A,P,1\n${wide}\nB,P,2\n`)]);
    const inHeader = await ingestAll([aFile("x.csv", `customer,product_name,seats,${wide}\nA,P,1\n`)]);

    expect(inRow.files[0]?.rows).toMatchObject({ read: 3, planned: 2, rejected: 1 });
    expect(inHeader.files[0]?.unreadColumns.length).toBeLessThanOrEqual(16_384);
    expect(inHeader.files[0]?.rows.read).toBe(1);
    expect(longest([...messages(inRow), ...messages(inHeader)])).toBeLessThan(LONGEST_MESSAGE);
  });

  it("as more columns than Excel has is said, and kept up to the last of them", async () => {
    const wide = (cells: number) => `A${",x".repeat(cells - 1)}`;

    const most = await ingestAll([aFile("x.csv", `${HEADER}${wide(16_384)}\n`)]);
    const beyond = await ingestAll([aFile("x.csv", `${HEADER}${wide(16_385)}\n`)]);

    expect(messages(most)).toEqual([expect.stringContaining("no more cells than the 3 of the header")]);
    expect(messages(beyond)).toEqual([expect.stringContaining("more than 16384 columns")]);
    expect(beyond.rejected[0]?.cells).toHaveLength(16_384);
  });

  it("as a cell of 40,000 characters is kept, and shown in part", async () => {
    const long = "y".repeat(40_000);

    const book = await ingestAll([aFile("x.csv", `${HEADER}${long},P,1\nA,P,${long}\n`)]);

    expect(book.subscriptions[0]?.customer.name).toBe(long);
    expect(book.rejected[0]?.cells[2]).toBe(long);
    expect(messages(book)[0]?.length).toBeLessThan(LONGEST_MESSAGE);
  });
});

describe("names that objects have", () => {
  const NAMES = ["__proto__", "constructor", "toString", "hasOwnProperty", "valueOf"];

  it.each(NAMES)("%s is a value like any other, in each column", async (name) => {
    const columns = [
      ...["tenant_id", "customer", "domain", "subscription_id", "parent_subscription_id", "product_id", "product_name"],
      ...["status", "segment", "channel", "term", "billing", "auto_renew", "is_trial", "currency", "country"],
    ];
    const book = await ingestAll([
      aCsv(`${name}.csv`, [...columns, "seats"], [...columns.map(() => name), "5"]),
      aCsv("usage.csv", ["skuPartNumber", "skuId", "consumedUnits"], [name, name, "4"]),
    ]);

    expect(book.subscriptions).toMatchObject([
      { id: name, seats: 5, product: { ids: [name], name }, status: undefined, term: undefined, billing: undefined },
    ]);
    expect(book.subscriptions[0]?.unread.map(({ value }) => value)).toContain(name);
    expect(Object.keys(Object.prototype)).toEqual([]);
  });

  it("do no harm as headers, more than once or not", async () => {
    const once = await ingestAll([
      aCsv("x.csv", ["customer", ...NAMES, "product_name", "seats"], ["A", ...NAMES, "P", "1"]),
    ]);
    const twice = await ingestAll([aCsv("x.csv", ["__proto__", "customer", "product_name", "seats", "__PROTO__"])]);

    expect(once.subscriptions).toHaveLength(1);
    expect(once.files[0]?.unreadColumns).toEqual(NAMES);
    expect(messages(twice)).toEqual([expect.stringContaining('"__PROTO__" more than once')]);
  });
});

describe("headers", () => {
  it.each([
    ["twice", "customer,product_name,seats,Seats", '"Seats" more than once'],
    ["twice but for spaces", "customer,product_name,seats, SEATS ", '"SEATS" more than once'],
    ["all empty", ",,,", "none of the first 20 rows"],
    ["of control characters", "\u0001,\u0002,\u0003", "none of the first 20 rows"],
  ])("%s are refused, with their rows kept", async (_name, header, reason) => {
    const book = await ingestAll([aFile("x.csv", `${header}\nA,P,1,2\n`)]);

    expect(messages(book)).toEqual([expect.stringContaining(reason)]);
    expect(book.files[0]?.format).toBe("");
    expect(book.subscriptions).toEqual([]);
  });

  it("that are empty beside good ones are no columns", async () => {
    const book = await ingestAll([aFile("x.csv", ",customer,,product_name,seats,,\nx,A,y,P,1,z,\n")]);

    expect(book.subscriptions).toMatchObject([{ customer: { name: "A" }, seats: 1 }]);
  });
});

describe("characters that steer a terminal", () => {
  const EVIL = "\u001b[31m\u0007\u202e\r\0";

  it("are in no message, wherever they come from", async () => {
    const name = `in${EVIL}voice.csv`;
    const book = await ingestAll([
      aFile(
        name,
        `customer,product_name,seats,se${EVIL.replace("\r", "")}ats 2\nA,P,x\u001b[2J\nB,\0,1\n"C,P,1\nD,P,1,\u001b]0;x\u0007,y\n`,
      ),
      aFile(`refused${EVIL}.csv`, `what\u001b[1m,is,this\n1,2,3\n`),
      aFile(`dates${EVIL}.csv`, `customer,product_name,seats,"term\u001b_end"\nA,P,1,03/04/2027\u0007\n`),
      aFile(`twice${EVIL}.csv`, `customer,product_name,seats,x\u001b,x\u001b\nA,P,1\n`),
    ]);

    expect(messages(book)).toHaveLength(4);
    for (const message of messages(book)) {
      expect(message).not.toMatch(CONTROL);
      expect(message).not.toContain("\n");
    }
  });

  it("are in no customer, product or id", async () => {
    const book = await ingestAll([
      aFile("x.csv", `customer,product_name,seats,subscription_id\nA\u001b[31m,P\u202e,1,s\u0007\u00071\n`),
    ]);

    expect(JSON.stringify(book.subscriptions)).not.toMatch(/\\u00[01]|\u202e/);
    expect(book.subscriptions).toMatchObject([{ id: "s1" }]);
  });
});

it.each([
  ["subscription_id", 1],
  ["product_id", 1],
  ["tenant_id", 1],
  ["customer", 0],
])("a damaged character in %s rejects %i rows: an id is never guessed", async (column, rejected) => {
  const book = await ingestAll([
    aCsv(
      "x.csv",
      ["product_name", "customer", "seats", column].filter((name, index, all) => all.indexOf(name) === index),
      ["P", "A\ufffd", "1", ...(column === "customer" ? [] : ["ab\ufffdc"])],
    ),
  ]);

  expect(book.rejected).toHaveLength(rejected);
});

describe("odd names on the disk", () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), "odd-names-"));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const put = (name: string | Buffer) => {
    const target = Buffer.concat([Buffer.from(`${folder}/`), Buffer.from(name)]);
    writeFileSync(target, `${HEADER}A,P,1\n`);
  };
  const labels = async (...words: string[]) => (await findInputs(words, folder)).map(({ label }) => label);

  it("are names and no patterns", async () => {
    const names = ["-rf.csv", "!no.csv", "(p).csv", "*.csv", "[x].csv", "a b.csv", "ü.csv", "{a,b}.csv", "$(x).csv"];
    for (const name of names) put(name);

    const inFolder = await findInputs([folder], folder);
    const byName = await labels(...names.map((name) => path.join(folder, name)));

    expect(inFolder.map(({ label }) => label)).toEqual([...names].sort());
    expect(byName).toEqual([...names].sort());
    expect((await ingestAll(inFolder)).files.map(({ rows }) => rows.read)).toEqual(names.map(() => 1));
  });

  it("that lead to folders or devices are passed over, and those that lead nowhere kept for whoever reads them to tell", async () => {
    put("book.csv");
    mkdirSync(path.join(folder, "folder.csv"));
    symlinkSync("self.csv", path.join(folder, "self.csv"));
    symlinkSync("nowhere", path.join(folder, "gone.csv"));
    symlinkSync("..", path.join(folder, "folder.csv", "up"));
    symlinkSync("/dev/zero", path.join(folder, "zero.csv"));
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(path.join(folder, "socket.csv"), resolve));

    const found = await labels(folder);

    server.close();
    expect(found).toEqual(["book.csv", "gone.csv", "self.csv"]);
    await expect(labels("/dev/zero")).rejects.toThrow("/dev/zero");
  });

  it("that are no text, and files that are gone, are refused and do not stop the others", async () => {
    put("book.csv");
    put("gone.csv");
    put(Buffer.from([0x66, 0xff, 0xfe, 0x2e, 0x63, 0x73, 0x76]));
    const files = await findInputs([folder], folder);
    rmSync(path.join(folder, "gone.csv"));

    const book = await ingestAll(files);

    expect(book.subscriptions).toHaveLength(1);
    expect(messages(book)).toEqual([
      expect.stringMatching(/^f.*\.csv: it cannot be read \(ENOENT\)/),
      expect.stringMatching(/^gone\.csv: it cannot be read \(ENOENT\)/),
    ]);
  });
});
