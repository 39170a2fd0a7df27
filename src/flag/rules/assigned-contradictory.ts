import { defineRule } from "../../findings/define-rule.ts";
import { joined, placePhrase, say } from "../../locale/sentence.ts";

const at = (file: string) => ({ file, row: 2, line: 2 });

export const assignedContradictory = defineRule({
  code: "ASSIGNED_CONTRADICTORY",
  group: "seats",
  severity: "warning",
  title: "Exports of one tenant disagree on the assigned seats",
  why: "Only one count is true; by the lower one users may lose their licence, by the higher one seats are paid for nobody.",
  remedy: "Export the licences of the tenant again, correct or leave out what is older, and plan again.",

  check({ productInTenant: { assignedSeats, assignedAt, assignedElsewhere, targetSeats }, policy }) {
    if (assignedSeats === undefined || assignedAt === undefined || assignedElsewhere.length === 0) return undefined;
    const most = Math.max(assignedSeats, ...assignedElsewhere.map(({ seats }) => seats));
    const isDecisive = policy.seats === "assigned" || targetSeats < most;
    return { assignedSeats, assignedAt, assignedElsewhere, isDecisive };
  },

  // Where the planned seats are enough by either count, and were not chosen by it, nothing hangs on which is true.
  severityOf: ({ isDecisive }) => (isDecisive ? "warning" : "info"),

  message: ({ assignedSeats, assignedAt, assignedElsewhere }) =>
    say`Files disagree on the assigned seats: ${assignedSeats} (${placePhrase(assignedAt)}, taken) against ${joined(
      assignedElsewhere.map(({ seats, at: other }) => say`${seats} (${placePhrase(other)})`),
    )}.`,

  examples: {
    flagged: [
      {
        name: "too few seats by one of two files",
        productInTenant: {
          targetSeats: 25,
          assignedSeats: 26,
          assignedAt: at("new.csv"),
          assignedElsewhere: [{ seats: 25, at: at("old.csv") }],
        },
      },
      {
        name: "too few seats by the row itself, which is not taken",
        productInTenant: {
          targetSeats: 26,
          assignedSeats: 26,
          assignedAt: at("tenant.csv"),
          assignedElsewhere: [{ seats: 27, at: at("book.csv") }],
        },
      },
      {
        name: "enough seats by both",
        productInTenant: {
          targetSeats: 26,
          assignedSeats: 26,
          assignedAt: at("new.csv"),
          assignedElsewhere: [{ seats: 25, at: at("old.csv") }],
        },
      },
    ],
    clean: [
      { name: "one file, or all agree", productInTenant: { assignedSeats: 25, assignedAt: at("new.csv") } },
      { name: "nobody said", productInTenant: { assignedSeats: undefined } },
    ],
  },
});
