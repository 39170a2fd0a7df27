import type { Policy } from "./policy.ts";
import type { Partner } from "./region.ts";
import type { Channel, Segment } from "./subscription.ts";

/** An entry of `files`: what an export of one tenant does not say itself. */
export interface FileEntry {
  /** Glob, relative to the configuration's folder. */
  readonly match: string;
  readonly customer:
    | {
        readonly tenantId: string;
        readonly name: string;
        readonly domain: string;
        readonly country: string;
        /** Of that country; left out: the whole country's holidays. */
        readonly state?: string;
      }
    | undefined;
  readonly channel: Channel | undefined;
  readonly segment: Segment | undefined;
}

/** An entry of `formats`: the export of a portal that the program does not know. Columns are those of our template. */
export interface FormatEntry {
  readonly id: string;
  readonly title: string;
  readonly record: "subscription" | "usage" | "customer";
  /** Our column to the header in the file. All of these headers make the file one of this format. */
  readonly columns: ReadonlyMap<string, string>;
  /** Our column to the value that every row has. */
  readonly fixed: ReadonlyMap<string, string>;
  /** Our column to their words, each with ours; an empty one of ours means that nothing is said. */
  readonly values: ReadonlyMap<string, ReadonlyMap<string, string>>;
  readonly dateOrder: DateOrder | undefined;
  /** Decides numbers that can be read in two ways, such as 1,250. */
  readonly decimal: "." | "," | undefined;
  /** As Excel counts; undefined: any of the first rows. */
  readonly headerRow: number | undefined;
  readonly channel: Channel | undefined;
}

/** The configuration as the core uses it: checked, defaults filled in. */
export interface Configuration {
  readonly partners: readonly Partner[];
  readonly files: readonly FileEntry[];
  readonly formats: readonly FormatEntry[];
  /** Own catalogue files, as named, relative to the configuration's folder. */
  readonly catalogueFiles: readonly string[];
  readonly policy: Policy;
}

export type DateOrder = "dmy" | "mdy";
