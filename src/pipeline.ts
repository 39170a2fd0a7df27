import type { Catalogue } from "./catalogue/catalogue.ts";
import { newPriceOf } from "./catalogue/new-prices.ts";
import { datedTargets, isLimited } from "./dated-targets.ts";
import { blockedPlaces } from "./flag/blocked.ts";
import { flag } from "./flag/flag.ts";
import { ingest } from "./ingest/ingest.ts";
import { legend } from "./legend.ts";
import { type Locale, languageOf } from "./locale/language.ts";
import { identify, settle } from "./map/map.ts";
import type { Configuration, DateOrder } from "./model/configuration.ts";
import type { Ingested } from "./model/ingested.ts";
import type { InputFile } from "./model/input-file.ts";
import type { Identities } from "./model/offer.ts";
import type { PlainDate } from "./model/plain-date.ts";
import type { DecisionsFile, Plan, PlannedSubscription } from "./model/plan.ts";
import { UserError } from "./model/user-error.ts";
import type { TypedDecision } from "./model/verdict.ts";
import { assemblePlan } from "./plan.ts";
import type { Decided } from "./plan-decisions.ts";
import { planCells } from "./report/report.ts";
import { changedFields, changesSince } from "./review/changes.ts";
import { planRecord } from "./review/plan-file.ts";
import { review } from "./review/review.ts";
import { scheduler } from "./schedule/schedule.ts";
import { survey } from "./survey/survey.ts";

export interface RunRequest {
  readonly files: readonly InputFile[];
  /** May still be read while the exports are. */
  readonly catalogue: Catalogue | Promise<Catalogue>;
  readonly configuration: Configuration;
  readonly today: PlainDate;
  readonly locale: Locale;
  /** For files whose dates do not tell. */
  readonly dateOrder: DateOrder | undefined;
  /** What people decided on an earlier plan; left out: nothing, and nobody was asked. */
  readonly decisions?: readonly TypedDecision[];
  readonly decisionsFile?: DecisionsFile;
  /** The plan.csv of an earlier plan, to say what has changed. */
  readonly earlierPlan?: InputFile | undefined;
  /** Told what is being done: a stage, a file, rows so far. */
  readonly progress: (step: ProgressStep) => void;
}

export type ProgressStep =
  | { readonly kind: "stage"; readonly stage: string }
  | { readonly kind: "rows"; readonly file: string; readonly rows: number };

/** The whole run: exports in, a plan as data out. Same request, same plan, byte for byte. */
export async function run(request: RunRequest): Promise<Plan> {
  const { configuration, progress } = request;

  progress({ kind: "stage", stage: "ingest" });
  const ingested = await ingest(request.files, {
    entries: configuration.files,
    formats: configuration.formats,
    dateOrder: request.dateOrder,
    onRows: (file, rows) => progress({ kind: "rows", file, rows }),
  });

  progress({ kind: "stage", stage: "map" });
  const catalogue = await request.catalogue;
  const book: Book = { catalogue, ingested, identities: identify(ingested, catalogue) };
  const undecided = planOf(book, request, undefined);
  if (request.decisions === undefined) return withChanges(undecided, undefined, request.earlierPlan);

  // Facts that reviewers saw are those of a plan without decisions: else each decision would outdate itself.
  progress({ kind: "stage", stage: "review" });
  const reviewed = review(request.decisions, undecided, catalogue);
  const plan = planOf(book, request, { undecided, reviewed, file: request.decisionsFile });
  return withChanges(plan, undecided, request.earlierPlan);
}

/** Over an earlier plan that says the same nothing is added: the same command twice writes the same bytes. */
async function withChanges(plan: Plan, undecided: Plan | undefined, earlier: InputFile | undefined): Promise<Plan> {
  if (undecided === undefined && earlier === undefined) return plan;
  const { columns, cellsOf } = planCells(plan);
  const recordOf = (planned: PlannedSubscription) => planRecord(columns, cellsOf(planned));
  const byDecision = (undecided?.subscriptions ?? []).flatMap((before, at) => {
    const after = plan.subscriptions[at];
    return after === undefined ? [] : changedFields(recordOf(before), recordOf(after), "no decisions");
  });
  const byKey = new Map(plan.subscriptions.map((planned) => [planned.subscription.key, planned]));
  const sinceEarlier = earlier === undefined ? [] : await changesSince(earlier, byKey, recordOf).catch(problemsOf);
  if (sinceEarlier instanceof UserError) {
    const changes = undecided === undefined ? {} : { changes: byDecision };
    return { ...plan, ...changes, notCompared: sinceEarlier.problems };
  }
  if (undecided === undefined && sinceEarlier.length === 0) return plan;
  return { ...plan, changes: [...byDecision, ...sinceEarlier] };
}

/** An earlier plan that cannot be read is no reason not to replace it. */
function problemsOf(error: unknown): UserError {
  if (error instanceof UserError) return error;
  throw error;
}

/** What does not depend on decisions. */
interface Book {
  readonly catalogue: Catalogue;
  readonly ingested: Ingested;
  readonly identities: Identities;
}

function planOf({ catalogue, ingested, identities }: Book, request: RunRequest, decided: Decided | undefined): Plan {
  const { configuration, today, progress } = request;
  const { policy, partners } = configuration;
  const verdicts = decided?.reviewed.verdicts ?? [];
  const rulings = verdicts.map((verdict) => verdict?.ruling);
  const surveyed = survey(ingested, identities, { partners, policy, catalogue, rulings });

  progress({ kind: "stage", stage: "schedule" });
  const newPrices = surveyed.map((one) => newPriceOf(one, today));
  const dated = scheduler(surveyed, {
    policy,
    today,
    partners,
    rulings,
    newPriceOf: (place) => newPrices[place],
    language: languageOf(request.locale),
  });
  const { slots, targets, quality } = datedTargets({
    surveyed,
    isLimited: isLimited(policy),
    dated,
    settled: (slots) => settle(surveyed, slots, { catalogue, today, rulings }),
    blocked: (slots, targets) => blockedPlaces(surveyed, { targets, slots, policy, today, verdicts }),
  });

  progress({ kind: "stage", stage: "flag" });
  const findings = flag(surveyed, { targets, slots, policy, today, verdicts });

  return assemblePlan(
    { ...request, catalogue, legend },
    { ingested, surveyed, slots, targets, findings, quality, decided },
  );
}
