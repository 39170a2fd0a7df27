import fc from "fast-check";

// A property that fails is shrunk no longer than this, so that it says what it found while somebody still waits for it. One that
// takes longer without failing fails too: it did not try what it says. BOOKS asks for a long run.
if (process.env.BOOKS === undefined) {
  fc.configureGlobal({ interruptAfterTimeLimit: 240_000, markInterruptAsFailure: true });
}
