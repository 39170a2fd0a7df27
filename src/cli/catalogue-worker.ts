import { parentPort, workerData } from "node:worker_threads";
import type { CatalogueWork } from "./catalogue-thread.ts";
import { readCatalogueFiles } from "./read-catalogue-files.ts";

// The whole of a thread that catalogue-thread.ts starts: what it throws becomes an error there.
const { named, folder } = workerData as CatalogueWork;
parentPort?.postMessage(await readCatalogueFiles(named, folder));
