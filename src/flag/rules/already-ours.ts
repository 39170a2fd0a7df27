import { defineRule } from "../../findings/define-rule.ts";
import { say } from "../../locale/sentence.ts";

export const alreadyOurs = defineRule({
  code: "ALREADY_OURS",
  group: "subscription",
  severity: "excluded",
  title: "Subscription is with the new partner already",
  why: "Moving it would buy the same seats a second time.",
  remedy: "Nothing to do. If it is not ours, correct the partner tenant in the row.",

  check({ exclusions, subscription }) {
    return exclusions.includes("ALREADY_OURS") ? { partnerTenantId: subscription.partnerTenantId } : undefined;
  },

  message: ({ partnerTenantId }) =>
    say`The row's partner tenant "${partnerTenantId}" is one of the configured partners.`,

  examples: {
    flagged: [
      {
        name: "held by a partner of the configuration",
        subscription: { partnerTenantId: "7a1d3c52-0000-4000-8000-000000000001" },
        case: { exclusions: ["ALREADY_OURS"] },
      },
    ],
    clean: [{ name: "held by another partner" }],
  },
});
