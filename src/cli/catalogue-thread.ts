import { Worker } from "node:worker_threads";
import type { CatalogueFilesRead, CatalogueReader } from "./read-catalogue-files.ts";

/** What the thread is given. */
export interface CatalogueWork {
  readonly named: readonly string[];
  readonly folder: string;
}

/** Nearly all that is read stays: in V8's usual small young generation it would be copied again and again. */
const YOUNG_MEGABYTES = 192;

/** Beside main.js, wherever the package lies. */
const WORKER = new URL("./catalogue-worker.js", import.meta.url);

/** Reads catalogue files in a thread of its own, so that loading the program and reading exports go on meanwhile. */
export class CatalogueThread {
  #worker: Worker | undefined;

  readonly read: CatalogueReader = (named, folder) => {
    if (named.length === 0) return Promise.resolve({ overlay: undefined, files: [], refusals: [] });
    const worker = new Worker(WORKER, {
      workerData: { named, folder } satisfies CatalogueWork,
      resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MEGABYTES },
    });
    this.#worker = worker;
    return new Promise<CatalogueFilesRead>((resolve, reject) => {
      worker.once("message", resolve);
      worker.once("messageerror", reject);
      worker.once("error", reject);
      // The last event of every thread; where it has answered or failed before, this changes nothing.
      worker.once("exit", (code) => reject(new Error(`The thread that reads catalogue files ended with ${code}.`)));
    });
  };

  /** What has failed elsewhere does not wait for files that nobody needs any more. */
  stop(): void {
    void this.#worker?.terminate();
  }
}
