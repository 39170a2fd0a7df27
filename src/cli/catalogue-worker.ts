import { parentPort, workerData } from "node:worker_threads";
import type { CatalogueAnswer, CatalogueWork } from "./catalogue-thread.ts";
import { packed } from "./packed-layers.ts";
import { readCatalogueFiles } from "./read-catalogue-files.ts";

// The whole of a thread that catalogue-thread.ts starts: what it throws becomes an error there.
const { named, folder } = workerData as CatalogueWork;
const { layers, refusals } = await readCatalogueFiles(named, folder);
parentPort?.postMessage({ layers: packed(layers), refusals } satisfies CatalogueAnswer);
