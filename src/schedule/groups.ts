import { earlierOf, type PlainDate } from "../model/plain-date.ts";
import type { Surveyed } from "../model/survey.ts";
import { bundleRoots } from "./bundles.ts";
import type { Calendar } from "./calendar.ts";
import { bestDay, type Choice, type Undated } from "./choice.ts";

/** Puts a base and its add-ons with the same path on one day, where their windows have a free day in common. */
export function shareDays(
  surveyed: readonly Surveyed[],
  choices: readonly (Choice | Undated)[],
  calendarFor: (surveyed: Surveyed) => Calendar,
): readonly (Choice | Undated)[] {
  const shared = [...choices];
  for (const members of bundles(surveyed, choices)) {
    const day = commonDay(members, calendarFor);
    if (day === undefined) continue;
    for (const { index, choice } of members) {
      if (choice.switchOn !== day) shared[index] = { ...choice, switchOn: day, aloneOn: choice.switchOn };
    }
  }
  return shared;
}

interface Member {
  readonly index: number;
  readonly surveyed: Surveyed;
  readonly choice: Choice;
}

/** Two or more that belong together. Those that are held without a day do not hold the others back. */
function bundles(
  surveyed: readonly Surveyed[],
  choices: readonly (Choice | Undated)[],
): readonly (readonly Member[])[] {
  const roots = bundleRoots(surveyed);
  const isShared = new Set(roots.filter((root, index) => root !== index));
  const byRoot = new Map<string, Member[]>();
  surveyed.forEach((one, index) => {
    const root = roots[index] ?? index;
    const choice = choices[index];
    if (!isShared.has(root) || choice?.kind !== "dated" || choice.switchOn === undefined) return;
    if (choice.decided !== undefined) return;
    const key = `${root} ${choice.path}`;
    const bundle = byRoot.get(key);
    if (bundle === undefined) byRoot.set(key, [{ index, surveyed: one, choice }]);
    else bundle.push({ index, surveyed: one, choice });
  });
  return [...byRoot.values()].filter((members) => members.length > 1);
}

function commonDay(members: readonly Member[], calendarFor: (surveyed: Surveyed) => Calendar): PlainDate | undefined {
  const [first] = members;
  if (first === undefined) return undefined;
  let { from, to } = first.choice;
  let idealOn = idealDayOf(first.choice);
  for (const { choice } of members) {
    if (choice.from > from) from = choice.from;
    if (choice.to < to) to = choice.to;
    idealOn = earlierOf(idealOn, idealDayOf(choice));
  }
  return bestDay(calendarFor(first.surveyed), { from, to, idealOn });
}

/** With auto-renew off and the window over, the first day left is the best, whatever the buffer would have allowed. */
function idealDayOf({ rule, from, idealOn }: Choice): PlainDate {
  return rule === "lapsing" ? from : idealOn;
}
