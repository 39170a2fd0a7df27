import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { foldName, segmentOfName } from "../../src/catalogue/names.ts";

describe("foldName", () => {
  it.each([
    ["Microsoft 365 Business Premium", "MICROSOFT 365  Business\u00a0Premium"],
    ["Microsoft 365 Business Premium", "Microsoft 365 Business Premium (NCE COM ANN)"],
    ["Microsoft 365 Business Premium", "Microsoft 365 Business Premium (NCE COM MTH)"],
    ["Microsoft 365 Business Premium", "NCE/Microsoft 365 Business Premium"],
    ["Microsoft 365 Business Premium", "[CSP] M365 Business Premium - 1 Year"],
    ["Microsoft 365 E3", "Microsoft 365 E3 - Annual Commitment, Monthly Billing"],
    ["Microsoft 365 E3", "Microsoft 365 E3 (P1Y)"],
    ["Microsoft 365 E3", "Microsoft 365 E3 - Annual Commit / Monthly Billing"],
    ["Microsoft 365 E3", "Microsoft 365 E3 [CSP] (3 Years)"],
    ["Office 365 E3", "Microsoft Office 365 E3"],
    ["Office 365 E3", "O365 E3"],
    ["Microsoft Intune™ Extra Storage", "Intune Extra Storage"],
    ["Exchange Online (Plan 1)", "Exchange Online Plan 1"],
    ["Exchange Online (Plan 1)", "Microsoft Exchange Online ( Plan 1 )"],
    ["Dynamics 365 Unified Operations – Device", "D365 Unified Operations - Device"],
    ["Enterprise Mobility + Security E3", "Enterprise Mobility & Security E3"],
    ["Planner and Project Plan 3", "Planner & Project Plan 3"],
    ["Microsoft 365 E3 (no Teams)", "Microsoft 365 E3 without Teams"],
    ["Microsoft 365 E3 (no Teams)", "Microsoft 365 E3 - No Microsoft Teams"],
    ["Office 365 E3 (Nonprofit Staff Pricing)", "Office 365 E3 (NCE NPO ANN)"],
    ["Office 365 E3 (Nonprofit Staff Pricing)", "Office 365 E3 for Nonprofits"],
    ["Office 365 E3 (Nonprofits Pricing)", "Office 365 E3 (Non-Profit Pricing)"],
    ["Office 365 A3 for faculty", "Office 365 A3 (Faculty)"],
    ["Microsoft 365 E3 - Unattended License", "Microsoft 365 E3 (Unattended Licence)"],
    ["Common Data Service Add-on", "Common Data Service Add On"],
    ["Microsoft 365 Business Premium", "Microsoft 365 Business Premium (with Teams)"],
    ["Office 365 E3", "Office 365 E3 - with Microsoft Teams"],
    ["Office 365 E3", "Office 365 E3 (with Teams) (NCE COM ANN)"],
    ["Microsoft Defender Suite", "Microsoft Defender Suite (formerly Microsoft 365 E5 Security)"],
    ["Microsoft Entra ID P1", "Microsoft Entra ID P1 [previously Azure AD Premium P1]"],
  ])("takes %j and %j for one name", (one, other) => {
    expect(foldName(other)).toBe(foldName(one));
  });

  it.each([
    ["Microsoft 365 E3", "Microsoft 365 E3 (no Teams)"],
    ["Microsoft 365 E3", "Office 365 E3"],
    ["Microsoft 365 E3", "Microsoft 365 E3 (Nonprofit Staff Pricing)"],
    ["Microsoft 365 E3", "Microsoft 365 E3 - Unattended License"],
    ["Microsoft 365 Business", "Microsoft 365 Business Premium"],
    ["Microsoft 365 Business Premium", "Microsoft 365 Business Premium Trial"],
    ["Microsoft 365 Business Standard", "Microsoft 365 Business Standard - Prepaid Legacy"],
    ["Office 365 A3 for faculty", "Office 365 A3 for students"],
    ["Microsoft 365 A3 for students", "Microsoft 365 A3 for students use benefit"],
    ["Visio Plan 1", "Visio Plan 2"],
    ["Microsoft 365 E3 (with Teams)", "Microsoft 365 E3 (no Teams)"],
    ["Contoso Calls with Teams Phone", "Contoso Calls"],
    ["Exchange Online (Plan 1)", "Exchange Online (Plan 2)"],
    ["Office 365 G3 GCC", "Office 365 G3"],
    ["Microsoft 365 E3 EEA (no Teams)", "Microsoft 365 E3 (no Teams)"],
    ["Dynamics 365 Customer Engagement Plan Tier 1 (1-99 users)", "Dynamics 365 Customer Engagement Plan"],
  ])("keeps %j and %j apart", (one, other) => {
    expect(foldName(other)).not.toBe(foldName(one));
  });

  it("folds a folded name to itself", () => {
    const words = [
      "Microsoft",
      "365",
      "E3",
      "(no Teams)",
      "- 1 Year",
      "NCE",
      "Annual",
      "for faculty",
      "&",
      "Add-on",
      "Plan",
      "1",
    ];
    const aName = fc
      .uniqueArray(fc.constantFrom(...words), { minLength: 1, maxLength: 6 })
      .map((parts) => parts.join(" "));

    fc.assert(
      fc.property(aName, (name) => {
        expect(foldName(foldName(name))).toBe(foldName(name));
      }),
    );
  });

  it("leaves something of a name that is all term and billing", () => {
    expect(foldName("Annual")).toBe("annual");
  });
});

describe("segmentOfName", () => {
  it.each([
    ["Office 365 E1 (Nonprofit Staff Pricing)", "nonprofit"],
    ["Dynamics 365 for Talent (Nonprofits Pricing)", "nonprofit"],
    ["Microsoft_365_Business_Premium_Donation_(Non_Profit_Pricing)", "nonprofit"],
    ["Office 365 Enterprise E4 (Government Pricing)", "government"],
    ["Office 365 Exchange Online Protection (Goverment Pricing)", "government"],
    ["Microsoft 365 G3 GCC", "government"],
    ["Microsoft 365 E3_USGOV_GCCHIGH", "government"],
    ["Microsoft Teams Phone Standard for DOD", "government"],
    ["Office 365 A3 for faculty", "education"],
    ["Microsoft 365 A5 for students use benefit", "education"],
    ["Microsoft 365 A3", "education"],
    ["Enterprise Mobility + Security A3", "education"],
    ["Windows 10/11 Enterprise E5 Commercial (GCC Compatible)", "commercial"],
    ["Microsoft Entra ID Governance", undefined],
    ["Dynamics 365 Business Central Premium from DPL or Bus Ed (Qualified Offer)", undefined],
    ["Microsoft 365 Business Premium", undefined],
    ["Plan A1", undefined],
  ])("reads %j as %s", (name, segment) => {
    expect(segmentOfName(name)).toBe(segment);
  });
});
