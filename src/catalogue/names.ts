import { remembered } from "../cells/remembered.ts";
import type { Segment } from "../model/subscription.ts";

/** Words that say how something is sold, not what it is. Removed wherever they stand. */
const SALES_WORDS = new Set(["nce", "csp"]);

/** Words about term and billing, removed from the end of a name only. */
const TRAILING_WORDS = new Set([
  ...[
    "annual",
    "annually",
    "ann",
    "yearly",
    "monthly",
    "mth",
    "p1m",
    "p1y",
    "p3y",
    "1y",
    "3y",
    "1yr",
    "3yr",
    "12m",
    "36m",
    "1m",
  ],
  ...["triennial", "term", "commit", "commitment", "billing", "billed", "upfront", "payment", "paid", "subscription"],
  ...["com", "commercial", "/"],
]);
const PERIOD_WORDS = new Set(["year", "years", "yr", "yrs", "month", "months"]);

type Replacement = readonly [pattern: RegExp, by: string];

const REPLACEMENTS: readonly Replacement[] = [
  [/[™®©]/g, ""],
  [/[\u2010-\u2015\u2212]/g, "-"],
  [/[_|]/g, " "],
  [/^\s*\[?(?:nce|csp)\]?\s*[/:-]\s*/, ""],
  [/\bnew commerce(?: experience)?\b/g, ""],
  // "(formerly Microsoft 365 E5 Security)" tells what it was called, not what it is.
  [/[([]\s*(?:formerly|previously|ehemals|antes|anciennement)\b[^)\]]*[)\]]/g, " "],
  [/\bw\/o\b/g, "without"],
  [/\b(?:without|excl(?:uding|\.)?|no)[ -]+(?:microsoft )?teams\b/g, "no teams"],
  // Brackets, commas and hyphens are set differently by every list: "(Plan 1)", "Plan 1", "- Plan 1".
  [/[()[\]{},;"'‘’“”-]/g, " "],
  [/:\s|:$/g, " "],
  [/\s*[&+]\s*|\s+and\s+/g, " and "],
  [/\s+/g, " "],
  [/\bwith microsoft teams\b/g, "with teams"],
  [/\b(office|microsoft|dynamics)365\b/g, "$1 365"],
  [/\bplan(?=\d\b)/g, "plan "],
  [/\bm365\b|\bms 365\b/g, "microsoft 365"],
  [/\bo365\b/g, "office 365"],
  [/\bd365\b/g, "dynamics 365"],
  [/\bnon profit/g, "nonprofit"],
  [/\b(?:for )?(?:nonprofits?|npo)(?: staff)?(?: pricing)?\b/g, "nonprofit"],
  [/\b(?:for )?gover?n?ment(?: pricing)?\b/g, "government"],
  [/\bfor (gcc|dod|faculty|education)\b/g, "$1"],
  [/\b(?:for )?students?\b/g, "students"],
  [/\badd on(s?)\b/g, "addon$1"],
  [/\blicen[sc]e/g, "licence"],
];

/**
 * One normal form for a name, so that two spellings of it compare equal: case, white space, trade marks, dashes, brackets,
 * term and billing words of distributors, a leading "Microsoft" (not that of "Microsoft 365"), common abbreviations.
 * What tells products apart stays: plan numbers, "no teams", segment words, "trial".
 */
export const foldName: (name: string) => string = remembered((name) => {
  let text = name.normalize("NFC").toLowerCase();
  for (const [pattern, by] of REPLACEMENTS) text = text.replace(pattern, by);

  const words = text.split(" ").filter((word) => word !== "" && !SALES_WORDS.has(word));
  const kept = withoutTrailingWords(words);
  const isMakerOnly = (kept[0] === "microsoft" || kept[0] === "ms") && kept.length > 1 && kept[1] !== "365";
  return (isMakerOnly ? kept.slice(1) : kept).join(" ");
});

function withoutTrailingWords(words: readonly string[]): readonly string[] {
  let end = words.length;
  while (end > 1) {
    const last = words[end - 1] ?? "";
    if (TRAILING_WORDS.has(last)) end -= 1;
    // Suites carry Teams unless they say otherwise; some lists say so since suites without it were sold beside them.
    else if (last === "teams" && end > 2 && words[end - 2] === "with") end -= 2;
    else if (PERIOD_WORDS.has(last) && end > 2 && /^\d+$/.test(words[end - 2] ?? "")) end -= 2;
    else break;
  }
  return words.slice(0, end);
}

// "Governance" is no government, "Bus Ed" no school, and a plan A1 is education only behind a suite's name.
const SEGMENT_WORDS: readonly (readonly [Segment, RegExp])[] = [
  ["nonprofit", /\bnon[ -]?profits?\b|\bcharit(?:y|ies)\b|\bnpo\b|\bdonation\b/],
  [
    "education",
    /\bfaculty\b|\bstudents?\b|\balumni\b|\bedu(?:cation)?\b|\bacademic\b|\b(?:365|security|enterprise) a[135]\b/,
  ],
  ["commercial", /\bcommercial\b/],
  ["government", /\bgover?n?ment\b|\bgov\b|\busgov\b|\bgcc(?:[ -]?high)?\b|\bdod\b|\b365 g[135]\b|\bsecurity g[135]\b/],
];

/** The segment that a name itself tells, or undefined where it tells none: "(Nonprofit Staff Pricing)", "for faculty", "GCC". */
export const segmentOfName: (name: string) => Segment | undefined = remembered((name) => {
  const text = name.toLowerCase().replace(/[_\s]+/g, " ");
  return SEGMENT_WORDS.find(([, words]) => words.test(text))?.[0];
});
