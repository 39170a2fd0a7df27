import { defineRule } from "../../findings/define-rule.ts";
import { say } from "../../locale/sentence.ts";

export const customerUnconfirmed = defineRule({
  code: "CUSTOMER_UNCONFIRMED",
  group: "rows",
  severity: "warning",
  title: "Customer known only by the name of a file or folder",
  why: "Licences could be ordered for the wrong tenant.",
  remedy:
    'Add a "files" entry with the tenant id, domain and country to the configuration, or plan together with a customer list that has the name.',

  check({ subscription }) {
    return subscription.customer.confirmed ? undefined : { customer: subscription.customer.name };
  },

  message: ({ customer }) =>
    say`The export names no customer; "${customer}" comes from the name of its file or folder.`,

  examples: {
    flagged: [{ name: "the file's name", customer: { confirmed: false } }],
    clean: [{ name: "named by a row", customer: { confirmed: true } }],
  },
});
