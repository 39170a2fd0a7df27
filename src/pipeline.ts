import type { Catalogue } from "./catalogue/catalogue.ts";
import { withCostCurrency, withNewPrices } from "./catalogue/new-prices.ts";
import type { AnyWording } from "./findings/finding.ts";
import { flag } from "./flag/flag.ts";
import { rules } from "./flag/rules/index.ts";
import { ingest } from "./ingest/ingest.ts";
import { ingestNotices } from "./ingest/notices.ts";
import { identify, settle } from "./map/map.ts";
import type { Configuration, DateOrder } from "./model/configuration.ts";
import type { InputFile } from "./model/input-file.ts";
import type { Target } from "./model/offer.ts";
import type { PlainDate } from "./model/plain-date.ts";
import type { Plan } from "./model/plan.ts";
import type { Slot } from "./model/slot.ts";
import type { Surveyed } from "./model/survey.ts";
import { assemblePlan } from "./plan.ts";
import { schedule } from "./schedule/schedule.ts";
import { survey } from "./survey/survey.ts";

export interface RunRequest {
  readonly files: readonly InputFile[];
  readonly catalogue: Catalogue;
  readonly configuration: Configuration;
  readonly today: PlainDate;
  readonly locale: Plan["locale"];
  /** For files whose dates do not tell. */
  readonly dateOrder: DateOrder | undefined;
  /** Told what is being done: a stage, a file, rows so far. */
  readonly progress: (step: ProgressStep) => void;
}

export type ProgressStep =
  | { readonly kind: "stage"; readonly stage: string }
  | { readonly kind: "rows"; readonly file: string; readonly rows: number };

/** Every finding that a run can raise, in the order in which a reader meets them. */
export const legend: readonly AnyWording[] = [...ingestNotices, ...rules];

/** The whole run: exports in, a plan as data out. Same request, same plan, byte for byte. */
export async function run(request: RunRequest): Promise<Plan> {
  const { catalogue, configuration, today, progress } = request;
  const { policy, partners } = configuration;

  progress({ kind: "stage", stage: "ingest" });
  const ingested = await ingest(request.files, {
    entries: configuration.files,
    formats: configuration.formats,
    dateOrder: request.dateOrder,
    onRows: (file, rows) => progress({ kind: "rows", file, rows }),
  });

  progress({ kind: "stage", stage: "map" });
  const identities = identify(ingested, catalogue);
  const surveyed = survey(ingested, identities, { partners, policy, catalogue });

  progress({ kind: "stage", stage: "schedule" });
  // Overlap costs what the new subscription costs, where a price list tells.
  const priced = withNewPrices(surveyed, today);
  const { slots, targets } = datedTargets(
    surveyed,
    (mustBuy) =>
      withCostCurrency(schedule(priced, { policy, today, partners, mustBuy, rulings: [] }), surveyed, priced),
    (slots) => settle(surveyed, slots, { catalogue, today }),
  );

  progress({ kind: "stage", stage: "flag" });
  const findings = flag(surveyed, { targets, slots, policy, today });

  return assemblePlan({ ...request, legend }, { ingested, surveyed, slots, targets, findings });
}

/**
 * Days and targets need each other: which offers are on sale depends on the day, and a billing transfer, which keeps the
 * offer, is impossible for what must become another. So what a transfer cannot keep is dated again as a purchase.
 */
function datedTargets(
  surveyed: readonly Surveyed[],
  dated: (mustBuy: ReadonlySet<number>) => readonly Slot[],
  settled: (slots: readonly Slot[]) => readonly Target[],
): { readonly slots: readonly Slot[]; readonly targets: readonly Target[] } {
  const slots = dated(new Set());
  const targets = settled(slots);
  const mustBuy = new Set<number>();
  slots.forEach((slot, index) => {
    if (slot.path === "billing-transfer" && changesOffer(targets[index], surveyed[index])) mustBuy.add(index);
  });
  if (mustBuy.size === 0) return { slots, targets };
  const again = dated(mustBuy);
  return { slots: again, targets: settled(again) };
}

function changesOffer(target: Target | undefined, surveyed: Surveyed | undefined): boolean {
  if (target?.match === "decision") {
    const [offer, ...others] = target.offers;
    return others.length > 0 || offer?.id !== surveyed?.identity.offer?.id;
  }
  return target?.match === "successor" || target?.match === "equivalent";
}
