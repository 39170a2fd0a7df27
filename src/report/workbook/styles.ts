import type { Severity } from "../../findings/finding.ts";
import type { Status } from "../../model/plan.ts";

/** The part of a cell style that this workbook uses, in exceljs's words. */
export interface CellStyle {
  readonly font: {
    readonly name: string;
    readonly size: number;
    readonly bold?: boolean;
    readonly italic?: boolean;
    readonly underline?: boolean;
    readonly color?: { readonly argb: string };
  };
  readonly numFmt: string;
  readonly fill?: { readonly type: "pattern"; readonly pattern: "solid"; readonly fgColor: { readonly argb: string } };
  readonly border?: {
    readonly bottom: Line;
    readonly top?: Line;
    readonly left?: Line;
    readonly right?: Line;
  };
  readonly alignment: {
    readonly vertical: "top" | "middle";
    readonly horizontal?: "left" | "right" | "center";
    readonly wrapText?: boolean;
    readonly indent?: number;
  };
}

interface Line {
  readonly style: "medium" | "thin";
  readonly color: { readonly argb: string };
}

/** A look that depends on what stands in a cell. */
export interface WordLook {
  readonly font?: { readonly bold?: boolean; readonly italic?: boolean; readonly color: { readonly argb: string } };
  readonly fill?: { readonly type: "pattern"; readonly pattern: "solid"; readonly bgColor: { readonly argb: string } };
  readonly border?: { readonly top: Line };
}

const INK = "FF1F2937";
const FAINT = "FF6B7280";
const HEAD = "FF1F3864";
const LINK = "FF0B5394";
/** Ground of what a person types, and of its headers. */
const TYPED = "FFFFF8DC";
const TYPED_HEAD = "FF7A5C00";

const FONT = { name: "Calibri", size: 10, color: { argb: INK } };
const TOP = { vertical: "top" } as const;
const PLAIN = { font: FONT, numFmt: "General", alignment: TOP } satisfies CellStyle;
/** Kept off the text that begins in the next column. */
const RIGHT = { vertical: "top", horizontal: "right", indent: 1 } as const;
const NUMBER = { font: FONT, numFmt: "#,##0", alignment: RIGHT } satisfies CellStyle;
const AS_TEXT = { ...PLAIN, numFmt: "@" } satisfies CellStyle;

function solid(argb: string): Required<Pick<CellStyle, "fill">> {
  return { fill: { type: "pattern", pattern: "solid", fgColor: { argb } } };
}

/** A word on a ground. The grounds differ in lightness as well, so that they can be told apart on a grey print. */
function word(ground: string, ink: string, more: Partial<CellStyle["font"]> = {}): CellStyle {
  return { ...AS_TEXT, font: { ...FONT, color: { argb: ink }, ...more }, ...solid(ground) };
}

const EXCLUDED = word("FFF3F4F6", FAINT, { italic: true });
const READY = word("FFC6E0B4", "FF1E4620");
const REVIEW = word("FFF2B134", "FF3D2B00", { bold: true });
const BLOCKED = word("FF9B1C1C", "FFFFFFFF", { bold: true });

export const STATUS_STYLES = {
  ready: READY,
  review: REVIEW,
  blocked: BLOCKED,
  excluded: EXCLUDED,
} satisfies Record<Status, CellStyle>;

export const SEVERITY_STYLES = {
  rejecting: word("FF3F0D0D", "FFFFFFFF", { bold: true }),
  excluded: EXCLUDED,
  blocking: BLOCKED,
  warning: REVIEW,
  info: word("FFDCE9F7", "FF12355B"),
} satisfies Record<Severity, CellStyle>;

/** Shades of one colour, from few to many: their order is seen in grey as well. */
export const HEAT_STYLES: readonly [CellStyle, ...CellStyle[]] = [
  heat("FFE3EEF9", INK),
  heat("FFB9D3EE", INK),
  heat("FF86B3DE", INK),
  heat("FF4A86C0", "FFFFFFFF"),
  heat("FF1F4E8C", "FFFFFFFF"),
];

const CELL_LINE: Line = { style: "thin", color: { argb: "FFE5E7EB" } };
const CELL_FRAME = { left: CELL_LINE, right: CELL_LINE, top: CELL_LINE, bottom: CELL_LINE };

/** A day on which nothing may switch. */
export const CLOSED_STYLE: CellStyle = {
  ...AS_TEXT,
  font: { ...FONT, color: { argb: FAINT } },
  ...solid("FFD1D5DB"),
  border: CELL_FRAME,
  alignment: { vertical: "middle", horizontal: "center" },
};

function heat(ground: string, ink: string): CellStyle {
  return {
    ...NUMBER,
    font: { ...FONT, color: { argb: ink } },
    ...solid(ground),
    border: {
      left: { style: "thin", color: { argb: "FFFFFFFF" } },
      right: { style: "thin", color: { argb: "FFFFFFFF" } },
      top: { style: "thin", color: { argb: "FFFFFFFF" } },
      bottom: { style: "thin", color: { argb: "FFFFFFFF" } },
    },
    alignment: { vertical: "middle", horizontal: "center" },
  };
}

/** Decisions look as the status that they lead to. */
const DECISION_LOOKS: Readonly<Record<string, CellStyle>> = {
  approve: READY,
  accept: READY,
  hold: REVIEW,
  none: REVIEW,
  exclude: EXCLUDED,
  change: SEVERITY_STYLES.info,
  use: SEVERITY_STYLES.info,
};

export function decisionLook(word: string): WordLook {
  const { font, fill } = DECISION_LOOKS[word] ?? SEVERITY_STYLES.info;
  return {
    font: { bold: font.bold === true, italic: font.italic === true, color: font.color ?? { argb: INK } },
    fill: { type: "pattern", pattern: "solid", bgColor: fill?.fgColor ?? { argb: TYPED } },
  };
}

/** A line where a group of rows begins; what the rows below repeat stands back. Excel draws no thicker one here. */
export const GROUP_LOOKS: { readonly first: WordLook; readonly repeated: WordLook } = {
  first: { border: { top: { style: "thin", color: { argb: INK } } } },
  repeated: { font: { color: { argb: FAINT } } },
};

const TYPED_LINE: Line = { style: "thin", color: { argb: "FFD9C98F" } };

/** A cell that is for typing: a ground and a frame of its own, seen in print and without colour. */
function typed(style: CellStyle): CellStyle {
  return {
    ...style,
    ...solid(TYPED),
    border: { left: TYPED_LINE, right: TYPED_LINE, top: TYPED_LINE, bottom: TYPED_LINE },
  };
}

/** One object for each look. The library numbers styles by object, so a style made per cell would cost ten times as much. */
export const STYLES = {
  text: AS_TEXT,
  wrapped: { ...AS_TEXT, alignment: { vertical: "top", wrapText: true } },
  integer: NUMBER,
  money: { ...NUMBER, numFmt: "#,##0.00" },
  date: { ...PLAIN, numFmt: "yyyy-mm-dd", alignment: { vertical: "top", horizontal: "left" } },
  share: { ...NUMBER, numFmt: "0 %" },
  header: {
    ...AS_TEXT,
    font: { ...FONT, bold: true, color: { argb: "FFFFFFFF" } },
    ...solid(HEAD),
    alignment: { vertical: "middle", wrapText: true },
  },
  numberHeader: {
    ...AS_TEXT,
    font: { ...FONT, bold: true, color: { argb: "FFFFFFFF" } },
    ...solid(HEAD),
    alignment: { vertical: "middle", horizontal: "right", indent: 1, wrapText: true },
  },
  openDay: { ...AS_TEXT, border: CELL_FRAME },
  typedHeader: {
    ...AS_TEXT,
    font: { ...FONT, bold: true, italic: true, color: { argb: "FFFFFFFF" } },
    ...solid(TYPED_HEAD),
    alignment: { vertical: "middle", wrapText: true },
  },
  typedText: typed({ ...AS_TEXT, alignment: { vertical: "top", wrapText: true } }),
  typedInteger: typed({ ...NUMBER, numFmt: "0" }),
  typedDate: typed({ ...PLAIN, numFmt: "yyyy-mm-dd", alignment: { vertical: "top", horizontal: "left" } }),
  title: { ...AS_TEXT, font: { ...FONT, size: 18, bold: true, color: { argb: HEAD } } },
  subtitle: { ...AS_TEXT, font: { ...FONT, size: 11, color: { argb: FAINT } } },
  heading: {
    ...AS_TEXT,
    font: { ...FONT, size: 12, bold: true, color: { argb: HEAD } },
    border: { bottom: { style: "medium", color: { argb: HEAD } } },
  },
  label: { ...AS_TEXT, font: { ...FONT, bold: true } },
  count: { ...NUMBER, font: { ...FONT, bold: true } },
  task: { ...AS_TEXT, font: { ...FONT, size: 11, bold: true }, alignment: { vertical: "middle" } },
  faint: { ...AS_TEXT, font: { ...FONT, italic: true, color: { argb: FAINT } } },
  taskLink: {
    ...AS_TEXT,
    font: { ...FONT, size: 11, bold: true, underline: true, color: { argb: LINK } },
    alignment: { vertical: "middle" },
  },
  bar: { ...AS_TEXT, font: { ...FONT, color: { argb: "FF44546A" } } },
  link: { ...AS_TEXT, font: { ...FONT, underline: true, color: { argb: LINK } } },
} satisfies Record<string, CellStyle>;
