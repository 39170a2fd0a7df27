import { describe, expect, it } from "vitest";
import {
  foldWord,
  readBilling,
  readChannel,
  readGraphStatus,
  readSegment,
  readStatus,
  readTerm,
  readYesNo,
} from "../../src/cells/words.ts";

it.each([
  ["Não Lucrativo", "naolucrativo"],
  ["  LOCKED-out ", "lockedout"],
  ["Straße", "strasse"],
  ["1-Year", "1year"],
  ["Año", "ano"],
  ["", ""],
  ["日本", "日本"],
])("folds %j to %j", (text, expected) => {
  expect(foldWord(text)).toBe(expected);
});

it.each([
  ["Active", "active"],
  ["ENABLED", "active"],
  ["Aktiv", "active"],
  ["ativo", "active"],
  ["actif", "active"],
  ["activo", "active"],
  ["Suspended", "suspended"],
  ["gesperrt", "suspended"],
  ["Warning", "expired"],
  ["abgelaufen", "expired"],
  ["expiré", "expired"],
  ["vencida", "expired"],
  ["Locked Out", "disabled"],
  ["desabilitado", "disabled"],
  ["Deleted", "deleted"],
  ["gelöscht", "deleted"],
  ["Cancelled", "deleted"],
  ["canceled", "deleted"],
  ["Churned", "deleted"],
  ["Pending", "pending"],
  ["en attente", "pending"],
  ["gekündigt", undefined],
  ["résilié", undefined],
  ["inactive", undefined],
  ["sleeping", undefined],
  ["__proto__", undefined],
  ["constructor", undefined],
  ["", undefined],
])("the status %j is %s", (text, expected) => {
  expect(readStatus(text)).toBe(expected);
});

it.each([
  ["Enabled", "active"],
  ["Warning", "expired"],
  ["Suspended", "disabled"],
  ["LockedOut", "disabled"],
  ["Deleted", "deleted"],
  ["aktiv", "active"],
  ["other", undefined],
])("a tenant's own status %j is %s", (text, expected) => {
  expect(readGraphStatus(text)).toBe(expected);
});

it.each([
  ["Yes", true],
  ["TRUE", true],
  ["1", true],
  ["ja", true],
  ["sim", true],
  ["sí", true],
  ["Oui", true],
  ["On", true],
  ["Wahr", true],
  ["no", false],
  ["False", false],
  ["0", false],
  ["nein", false],
  ["não", false],
  ["non", false],
  ["off", false],
  ["Disabled", false],
  ["désactivé", false],
  ["maybe", undefined],
  ["", undefined],
])("%j as yes or no is %s", (text, expected) => {
  expect(readYesNo(text)).toBe(expected);
});

it.each([
  ["Commercial", "commercial"],
  ["Corporate", "commercial"],
  ["kommerziell", "commercial"],
  ["EDU", "education"],
  ["Academic", "education"],
  ["Educação", "education"],
  ["Bildung", "education"],
  ["GCC", "government"],
  ["Behörde", "government"],
  ["Non-Profit", "nonprofit"],
  ["Charity", "nonprofit"],
  ["gemeinnützig", "nonprofit"],
  ["sans but lucratif", "nonprofit"],
  ["other", undefined],
])("the segment %j is %s", (text, expected) => {
  expect(readSegment(text)).toBe(expected);
});

describe("terms and billing", () => {
  it.each([
    ["P1M", "P1M", "monthly"],
    ["P1Y", "P1Y", "annual"],
    ["P12M", "P1Y", "annual"],
    ["P3Y", "P3Y", "triennial"],
    ["P36M", "P3Y", "triennial"],
    ["Monthly", "P1M", "monthly"],
    ["1 month", "P1M", "monthly"],
    ["1-Year", "P1Y", "annual"],
    ["12 months", "P1Y", "annual"],
    ["Yearly", "P1Y", "annual"],
    ["3 Year", "P3Y", "triennial"],
    ["36 Monate", "P3Y", "triennial"],
    ["Triennial", "P3Y", "triennial"],
    ["Jährlich", "P1Y", "annual"],
    ["Monatlich", "P1M", "monthly"],
    ["1 año", "P1Y", "annual"],
    ["mensal", "P1M", "monthly"],
    ["mensuel", "P1M", "monthly"],
    ["3 ans", "P3Y", "triennial"],
    ["Annual term, Monthly billing", "P1Y", "monthly"],
    ["Annual term, Annual billing", "P1Y", "annual"],
    ["Monthly term, monthly billing", "P1M", "monthly"],
    ["Triennial term, Upfront billing", "P3Y", "triennial"],
    ["3-Year term, Annual billing", "P3Y", "annual"],
    ["One-Year commitment for monthly billing", "P1Y", "monthly"],
    ["One-Year commitment for monthly/yearly billing", "P1Y", undefined],
    ["1-Year term", "P1Y", undefined],
    ["Jahreslaufzeit, monatliche Abrechnung", "P1Y", "monthly"],
    ["Prazo anual, cobrança mensal", "P1Y", "monthly"],
    ["Engagement annuel, facturation mensuelle", "P1Y", "monthly"],
    ["Monthly billing", undefined, "monthly"],
    ["Upfront", undefined, undefined],
    ["None", undefined, undefined],
    ["2-Year", undefined, undefined],
    ["Trial", undefined, undefined],
    ["P2Y", undefined, undefined],
    ["3", undefined, undefined],
    ["", undefined, undefined],
  ])("%j is a term of %s, billed %s", (text, term, billing) => {
    expect(readTerm(text)).toBe(term);
    expect(readBilling(text)).toBe(billing);
  });
});

it.each([
  ["csp-nce", "csp-nce"],
  ["New Commerce", "csp-nce"],
  ["csp-legacy", "csp-legacy"],
  ["Direct", "direct"],
  ["EA", "ea"],
  ["Open License", "open"],
  ["unknown", "unknown"],
  ["CSP", undefined],
])("the channel %j is %s", (text, expected) => {
  expect(readChannel(text)).toBe(expected);
});
