import type { Asked } from "../map-one.ts";

/** Why a case is hard, what the row says, what it becomes, and who says so. The sections are those of DOMAIN.md. */
export type HardCase = readonly [why: string, asked: Asked, expected: string, source: string];
