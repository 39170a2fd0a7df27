import { defineRule } from "../../findings/define-rule.ts";
import { counted, say } from "../../locale/sentence.ts";

export const baseBlocked = defineRule({
  code: "BASE_BLOCKED",
  group: "seats",
  severity: "warning",
  title: "Base of the add-on is blocked",
  why: "An add-on cannot be ordered for a tenant that does not hold a base offer with the same partner, and its base does not move.",
  remedy: "Clear what blocks the base first, and move both on one day; or hold the add-on with it.",

  check({ blockedBases }) {
    return blockedBases.length === 0 ? undefined : { ids: blockedBases.map(({ id }) => id) };
  },

  message: ({ ids }) => {
    const [first = "", ...others] = ids;
    return others.length === 0
      ? say`Its base subscription "${first}" is blocked.`
      : say`All ${counted(ids.length, "subscription")} that it could stand on are blocked, "${first}" among them.`;
  },

  examples: {
    flagged: [
      { name: "the only base is blocked", blockedBases: [{ id: "s0" }] },
      { name: "each of two bases is blocked", blockedBases: [{ id: "s0" }, { id: "s1" }] },
    ],
    clean: [{ name: "a base moves, or it is no add-on", blockedBases: [] }],
  },
});
