#!/usr/bin/env node
import process from "node:process";
import { CatalogueThread } from "./catalogue-thread.ts";
import { runProgram } from "./program.ts";

const INTERRUPTED = 130;

// Whoever reads our output may stop early (head, less): that is no fault.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
});

const catalogueThread = new CatalogueThread();
process.exitCode = await runProgram(process.argv.slice(2), {
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
  isInteractive: process.stderr.isTTY === true,
  columns: process.stderr.columns || 80,
  workingFolder: process.cwd(),
  now: () => performance.now(),
  today: () => new Date().toISOString().slice(0, 10),
  readCatalogueFiles: catalogueThread.read,
  onInterrupt: (cleanUp) => {
    const stop = () => {
      try {
        cleanUp();
      } finally {
        process.exit(INTERRUPTED);
      }
    };
    process.once("SIGINT", stop);
    process.once("SIGTERM", stop);
    return () => {
      process.off("SIGINT", stop);
      process.off("SIGTERM", stop);
    };
  },
});
catalogueThread.stop();
