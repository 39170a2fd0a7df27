import { bamLegacy } from "./bam-legacy.ts";
import { bamNce } from "./bam-nce.ts";
import type { Format } from "./format.ts";
import { generic } from "./generic.ts";
import { graphSkus } from "./graph-skus.ts";
import { graphSubscriptions } from "./graph-subscriptions.ts";
import { pcCustomers } from "./pc-customers.ts";
import { pcNceRecon } from "./pc-nce-recon.ts";

/** In the order in which a reader sees them. */
export const formats: readonly Format[] = [
  generic,
  pcNceRecon,
  pcCustomers,
  bamLegacy,
  bamNce,
  graphSubscriptions,
  graphSkus,
];
