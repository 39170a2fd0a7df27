import { adminCentreLicences } from "./admin-centre-licences.ts";
import { appdirectPurchases } from "./appdirect-purchases.ts";
import { bamLegacy } from "./bam-legacy.ts";
import { bamNce } from "./bam-nce.ts";
import { bamSchedule } from "./bam-schedule.ts";
import { cippLicences } from "./cipp-licences.ts";
import { dickerData } from "./dicker-data.ts";
import type { Format } from "./format.ts";
import { generic } from "./generic.ts";
import { graphSkus } from "./graph-skus.ts";
import { graphSubscriptions } from "./graph-subscriptions.ts";
import { m365Toolkit } from "./m365-toolkit.ts";
import { msolAccountSku } from "./msol-account-sku.ts";
import { msolSubscription } from "./msol-subscription.ts";
import { pcCustomerSubscriptions } from "./pc-customer-subscriptions.ts";
import { pcCustomers } from "./pc-customers.ts";
import { pcInsights } from "./pc-insights.ts";
import { pcLegacyRecon } from "./pc-legacy-recon.ts";
import { pcNceRecon } from "./pc-nce-recon.ts";

/** In the order in which a reader sees them. */
export const formats: readonly Format[] = [
  generic,
  pcNceRecon,
  pcLegacyRecon,
  pcInsights,
  pcCustomerSubscriptions,
  pcCustomers,
  bamLegacy,
  bamNce,
  bamSchedule,
  graphSubscriptions,
  graphSkus,
  msolSubscription,
  msolAccountSku,
  adminCentreLicences,
  cippLicences,
  m365Toolkit,
  appdirectPurchases,
  dickerData,
];
