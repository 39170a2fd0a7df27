import { expect, it } from "vitest";
import type { InputFile } from "../../src/model/input-file.ts";
import { aFile } from "../support/a-file.ts";
import { ingestAll } from "./support.ts";

const COUNT = 2000;

/** A tenant's own exports: subscriptions, usage, a book of some, and now and then one that cannot be read. */
function textOf(index: number): string {
  const seats = (index % 250) + 1;
  switch (index % 5) {
    case 0:
      return `customer,tenant_id,subscription_id,product_name,seats,term_end\nC${index},t-${index},s-${index},P,${seats},2027-03-31\n`;
    case 1:
      return `id,skuId,skuPartNumber,totalLicenses,status,nextLifecycleDateTime\ns-${index},k,SPE_E3,${seats},Enabled,2027-04-01T00:00:00Z\n`;
    case 2:
      return `skuPartNumber,skuId,consumedUnits\nSPE_E3,k,${seats}\n`;
    case 3:
      // The same subscription as in the file three before, a term later.
      return `customer,tenant_id,subscription_id,product_name,seats,term_end\nC${index - 3},t-${index - 3},s-${index - 3},P,9,2028-03-31\n`;
    default:
      return index % 100 === 4
        ? "nothing,known\n1,2\n"
        : `customer,product_name,seats\nOnly a name ${index % 7},P,x${index}\n`;
  }
}

function manyFiles(): {
  readonly files: readonly InputFile[];
  readonly mostOpen: () => number;
  readonly open: () => number;
} {
  let open = 0;
  let mostOpen = 0;
  const files = Array.from({ length: COUNT }, (_, index): InputFile => {
    const file = aFile(`tenants/${index % 40}/tenant ${index}.csv`, textOf(index));
    return {
      ...file,
      async *open() {
        open += 1;
        mostOpen = Math.max(mostOpen, open);
        try {
          await new Promise(setImmediate);
          yield* file.open();
        } finally {
          open -= 1;
        }
      },
    };
  });
  return { files, mostOpen: () => mostOpen, open: () => open };
}

it("reads 2,000 files with few of them open, and closes them all", async () => {
  const { files, mostOpen, open } = manyFiles();

  const book = await ingestAll(files);

  expect(book.files).toHaveLength(COUNT);
  expect(book.files.every(({ rows }) => rows.read === 1)).toBe(true);
  expect(mostOpen()).toBeGreaterThan(0);
  expect(mostOpen()).toBeLessThanOrEqual(32);
  expect(open()).toBe(0);
});

it("gives one book of them, whatever their order", async () => {
  const { files } = manyFiles();
  // 7919 is prime: a step of it visits each file once.
  const shuffled = files.map((_, index) => files[(index * 7919) % COUNT]).filter((file) => file !== undefined);

  const book = await ingestAll(files);

  expect(await ingestAll(shuffled)).toEqual(book);
  expect(await ingestAll([...files].reverse())).toEqual(book);
});
