import type { Catalogue } from "./catalogue/catalogue.ts";
import { newPriceOf } from "./catalogue/new-prices.ts";
import { datedTargets, isLimited } from "./dated-targets.ts";
import type { AnyWording } from "./findings/finding.ts";
import { blockedPlaces } from "./flag/blocked.ts";
import { flag } from "./flag/flag.ts";
import { rules } from "./flag/rules/index.ts";
import { ingest } from "./ingest/ingest.ts";
import { ingestNotices } from "./ingest/notices.ts";
import { identify, settle } from "./map/map.ts";
import type { Configuration, DateOrder } from "./model/configuration.ts";
import type { InputFile } from "./model/input-file.ts";
import type { PlainDate } from "./model/plain-date.ts";
import type { Plan } from "./model/plan.ts";
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
  const newPrices = surveyed.map((one) => newPriceOf(one, today));
  const scheduling = { policy, today, partners, rulings: [], newPriceOf: (place: number) => newPrices[place] };
  const { slots, targets, quality } = datedTargets({
    surveyed,
    isLimited: isLimited(policy),
    dated: (standing) => schedule(surveyed, { ...scheduling, ...standing }),
    settled: (slots) => settle(surveyed, slots, { catalogue, today }),
    blocked: (slots, targets) => blockedPlaces(surveyed, { targets, slots, policy, today }),
  });

  progress({ kind: "stage", stage: "flag" });
  const findings = flag(surveyed, { targets, slots, policy, today });

  return assemblePlan({ ...request, legend }, { ingested, surveyed, slots, targets, findings, quality });
}
