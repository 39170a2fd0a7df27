import type { Constraint } from "./constraint.ts";

export const freeze: Constraint = {
  removes: "freeDay",
  refuse(day, { policy }) {
    const found = policy.freezes.find(({ from, to }) => day >= from && day <= to);
    return found && { kind: "freeze", from: found.from, to: found.to, reason: found.reason };
  },
};
