import { addDays } from "../../model/plain-date.ts";
import { readGraphStatus, readYesNo } from "../cells/words.ts";
import { defineFormat } from "./format.ts";

/** Graph directory/subscriptions (companySubscription) as CSV, a tenant's own export. */
export const graphSubscriptions = defineFormat({
  id: "graph-subscriptions",
  title: "Graph directory/subscriptions (Get-MgDirectorySubscription)",
  record: "subscription",
  columns: {
    commerceId: { as: "subscription_id", names: ["commerceSubscriptionId"] },
    id: { as: "subscription_id", names: ["id"] },
    skuId: { as: "product_id", names: ["skuId"] },
    partNumber: { as: "product_id", names: ["skuPartNumber"] },
    seats: { as: "seats", names: ["totalLicenses"] },
    status: { as: "status", names: ["status"] },
    created: { as: "start", names: ["createdDateTime"], isDate: true },
    nextLifecycle: { as: "term_end", names: ["nextLifecycleDateTime"], isDate: true },
    isTrial: { as: "is_trial", names: ["isTrial"] },
    ownerTenantId: { as: "partner tenant", names: ["ownerTenantId"] },
  },
  needs: [["seats"], ["skuId", "partNumber"], ["commerceId", "id"], ["nextLifecycle", "created", "status"]],
  dateOrder: undefined,
  channel: undefined,
  isOneTenant: true,

  read(row) {
    const productIds = row.ids("skuId", "partNumber");
    if (productIds.length === 0) row.missing(["skuId", "partNumber"], "a skuId or skuPartNumber");
    const id = row.id("commerceId") || row.id("id");
    if (id === "") row.missing(["commerceId", "id"], "a subscription id");
    const status = row.word("status", "status", readGraphStatus);
    // The next state change: for an Enabled subscription its renewal, so that the day before is the last of the term.
    // For one in Warning or later it is the next stage of its decline, and says nothing about the term.
    const dayBefore = isMidnight(row.text("nextLifecycle")) ? -1 : 0;
    const termEnd = row.date("nextLifecycle", "termEnd", (date) =>
      status === "active" ? addDays(date, dayBefore) : undefined,
    );
    return {
      kind: "subscription",
      tenantId: "",
      domain: "",
      customer: "",
      country: "",
      id,
      productIds,
      productName: "",
      seats: row.seats("seats", status === "deleted" ? 0 : 1),
      status,
      start: row.date("created", "start"),
      termEnd,
      isTrial: row.word("isTrial", "is_trial", readYesNo),
      partnerTenantId: row.id("ownerTenantId"),
    };
  },
});

const ISO_WITH_TIME = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?$/;
const ISO_ZONE = /(Z|[+-]\d{2}:?\d{2})$/;
const TIME_OF_DAY = /\b(\d{1,2}):(\d{2})(?::(\d{2}))?(?:\.0*)?\s*([ap]m)?/i;
const MS_PER_DAY = 86_400_000;

/** The moment is 00:00 UTC, in whatever way a tool has written it. A day without a time is. */
function isMidnight(text: string): boolean {
  if (ISO_WITH_TIME.test(text)) {
    // Without a zone Date would take the machine's.
    const iso = text.replace(" ", "T");
    return Date.parse(ISO_ZONE.test(iso.slice(10)) ? iso : `${iso}Z`) % MS_PER_DAY === 0;
  }
  const time = TIME_OF_DAY.exec(text);
  if (time === null) return true;
  const [, hour, minute, second = "00", half] = time;
  const isFirstHour = Number(hour) === 0 || (Number(hour) === 12 && half?.toLowerCase() === "am");
  return isFirstHour && Number(minute) === 0 && Number(second) === 0;
}
