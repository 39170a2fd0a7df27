/**
 * What `init` writes: every key with what it is for. The values are the defaults; lines of examples begin with `//` and a brace
 * or quote, and hold when the slashes are taken away.
 */
export const STARTING_CONFIGURATION = `{
  // Your partner locations. Country and tenant decide region, public holidays, and what is yours already; a "state" (as "BY" of
  // DE) adds its public holidays. A customer of "files" can have one, too.
  "partners": [
    // { "id": "eu", "name": "Contoso Cloud EU", "country": "DE", "tenantId": "7a1d3c52-0000-4000-8000-000000000001" },
  ],

  // What exports of one tenant do not say themselves. Paths are relative to this file.
  "files": [
    // { "match": "tenants/fabrikam*.csv", "customer": { "domain": "fabrikam.example", "country": "FR" }, "channel": "csp-nce" },
  ],

  // Offer matrix, price lists, mapping tab or own mappings as CSV; they go over what the program knows, the newest wins.
  "catalogue": [
    // "catalogue/nce-offer-matrix.csv", "catalogue/price-list-DE.csv", "catalogue/mappings.csv",
  ],

  // Portals that the program does not know; \`transfer-planner formats <file>\` proposes an entry.
  "formats": [
    // { "id": "acme-portal", "record": "subscription", "columns": { "customer": "Kunde", "product_name": "Produkt", "seats": "Anzahl", "term_end": "Laufzeitende" }, "dateOrder": "dmy" },
  ],

  "policy": {
    // auto: EA by channel-renewal, new commerce of another partner by billing-transfer, all else by repurchase. Or force one.
    "path": "auto",
    // Seats to order: as purchased today, or as assigned to users.
    "seats": "purchased",
    // Switch so many days before the term ends; where that cannot be, never less than the minimum.
    "bufferDays": 7,
    "minimumDays": 2,
    // How long a customer takes to accept the reseller relationship.
    "relationshipLeadDays": 14,
    // Draw switches of one customer together that lie at most so many days apart; 0: do not.
    "groupDays": 0,
    "workingDays": ["mon", "tue", "wed", "thu", "fri"],
    // Public holidays that are no working days: none, partner, or partner-and-customer.
    "holidays": "partner",
    // Days on which nothing is switched, both ends included.
    "freezes": [
      // { "from": "2026-12-18", "to": "2027-01-05", "reason": "year-end freeze" },
    ],
    // What your team can switch on one day; what is not named is not limited.
    "capacityPerDay": {
      // "subscriptions": 200, "customers": 25,
    },
  },
}
`;
