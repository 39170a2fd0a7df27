import { bamLegacy } from "./bam-legacy.ts";
import { defineFormat } from "./format.ts";

/**
 * subscriptionsforschedule.csv of Microsoft's batch migration tool: its subscriptions.csv, and when the old partner means
 * to migrate each. That day is a plan and no fact of the subscription, so it is not read.
 */
export const bamSchedule = defineFormat({
  id: "bam-schedule",
  title: "Microsoft batch migration tool, subscriptionsforschedule.csv",
  record: "subscription",
  columns: {
    ...bamLegacy.columns,
    targetDate: { as: "recognition only", names: ["TargetDate"] },
    migrateOnRenewal: { as: "recognition only", names: ["MigrateOnRenewal"] },
  },
  needs: [...bamLegacy.needs, ["targetDate", "migrateOnRenewal"]],
  dateOrder: bamLegacy.dateOrder,
  channel: bamLegacy.channel,
  isOneTenant: bamLegacy.isOneTenant,
  read: (row) => bamLegacy.read(row),
});
