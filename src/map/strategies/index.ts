import { decision } from "./decision.ts";
import { equivalent } from "./equivalent.ts";
import { exact } from "./exact.ts";
import { name } from "./name.ts";
import { renamed } from "./renamed.ts";
import type { Strategy } from "./strategy.ts";
import { successor } from "./successor.ts";
import { unmatched } from "./unmatched.ts";

/** In the order in which they are asked; the first that answers wins. */
export const strategies: readonly Strategy[] = [decision, exact, renamed, successor, equivalent, name, unmatched];
