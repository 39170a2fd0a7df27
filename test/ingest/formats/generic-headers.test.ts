import { expect, it } from "vitest";
import { recogniseFile } from "../../../src/ingest/recognise.ts";
import { aFile } from "../../support/a-file.ts";

/** Columns that make any header one of the generic template, under names that no test case has. */
const FRAME = ["product_name", "seats"];

async function readAs(header: string): Promise<string | undefined> {
  const cells = [...FRAME, header].map((name) => `"${name}"`);
  const { understood } = await recogniseFile(aFile("x.csv", `${cells.join(",")}\n`));
  return understood.find(({ column }) => column === header)?.as;
}

const HEADERS: Readonly<Record<string, string>> = {
  tenant_id: `Tenant ID|Customer Tenant Id|Microsoft Tenant ID|Azure AD Tenant ID|Directory ID|Mandanten-ID|Mandantenkennung|
    Microsoft-Mandanten-ID|ID do locatário|Identificador do inquilino|ID del inquilino|Código de inquilino|ID du locataire|
    Identifiant du locataire|ID client`,
  customer: `Customer|Customer Name|Company name|Organisation|Kunde|Kundenname|Firmenname|Name des Kunden|Nome do cliente|
    Nome da empresa|Razão social|Nombre del cliente|Nombre de la empresa|Nom du client|Nom de l'entreprise|Raison sociale`,
  domain: `Domain|Primary Domain|Default domain name|Customer Domain|Domäne|Primäre Domäne|Standarddomäne|Domínio|
    Domínio principal|Nome do domínio|Dominio predeterminado|Nombre de dominio|Nom de domaine|Domaine par défaut`,
  country: `Country|Country/Region|Customer Country|Land|Länderkürzel|Land des Kunden|País|País do cliente|Código do país|
    País/Região|Código de país|Pays|Code pays|Pays du client`,
  subscription_id: `Subscription ID|SubscriptionGuid|Microsoft Subscription ID|Abonnement-ID|Abonnementnummer|Abo-Nr.|
    ID da assinatura|Código da assinatura|Número da subscrição|ID de la suscripción|ID suscripción|ID d'abonnement|
    Identifiant de l'abonnement|Numéro d'abonnement`,
  product_id: `Product ID|Offer ID|Product Code|Catalog Item ID|Produkt-ID|Produktnummer|Angebots-ID|ID do produto|
    Código do produto|Código da oferta|ID del producto|Código de producto|ID de la oferta|ID du produit|Référence produit|
    Identifiant de l'offre|SKU|Part Number|Artikelnummer`,
  seats: `Quantity|Licenses|Total Licenses|Number of licenses|Seat Count|Purchased Quantity|Anzahl|Anzahl Lizenzen|
    Anzahl der Lizenzen|Lizenzanzahl|Gekaufte Lizenzen|Quantidade|Quantidade de licenças|Nº de licenças|Total de assentos|
    Cantidad|Número de licencias|Cantidad de licencias|Puestos|Quantité|Nombre de licences|Nb de licences|
    Licences achetées|Nombre de sièges`,
  assigned_seats: `Assigned licenses|Licenses assigned|Seats in use|Consumed units|Zugewiesene Lizenzen|Verwendete Lizenzen|
    Lizenzen in Verwendung|Licenças atribuídas|Licenças em uso|Quantidade atribuída|Licencias asignadas|
    Licencias en uso|Licences attribuées|Licences utilisées|Sièges affectés`,
  term_end: `End Date|Term End Date|Renewal Date|Expiration Date|Subscription expiry date|Valid until|Laufzeitende|
    Ablaufdatum|Vertragsende|Gültig bis|Verlängerungsdatum|Data de término|Data de renovação|Data de vencimento|
    Fim do contrato|Data de término do contrato|Fecha de fin|Fecha de renovación|Fecha de vencimiento|
    Fecha de fin del contrato|Date de fin|Date d'expiration|Date d'échéance|Fin du contrat|Date de renouvellement`,
  start: `Start Date|Subscription start date|Term Start|Creation date|Startdatum|Vertragsbeginn|Laufzeitbeginn|Data de início|
    Início da vigência|Data da compra|Fecha de inicio|Fecha de alta|Date de début|Date de création|Début du contrat`,
  auto_renew: `Auto Renew|Auto-renewal|Is auto renew enabled|Automatic renewal|Automatische Verlängerung|Autoverlängerung|
    Renovação automática|Renova automaticamente|Renovación automática|Renouvellement automatique|Reconduction tacite`,
  term: `Term|Term duration|Commitment term|Contract length|Laufzeit|Vertragslaufzeit|Mindestlaufzeit|Prazo|Prazo do contrato|
    Período de compromisso|Plazo|Duración del contrato|Durée|Durée d'engagement|Durée du contrat`,
  billing: `Billing|Billing cycle|Billing frequency|Payment plan|Abrechnungsintervall|Abrechnungszeitraum|Zahlungsweise|
    Ciclo de faturamento|Frequência de cobrança|Ciclo de facturación|Frecuencia de pago|Fréquence de facturation|
    Cycle de facturation|Périodicité de paiement`,
  unit_price: `Unit price|Price per seat|Price per license|Monthly price|Preis/Einheit|Preis pro Einheit|Preis pro Lizenz|
    Stückpreis|Preço unitário|Preço por licença|Valor unitário|Precio unitario|Precio por licencia|Prix unitaire|
    Prix par licence|Prix par utilisateur`,
  currency: `Currency|Currency Code|Währung|Abrechnungswährung|Moeda|Código da moeda|Moneda|Divisa|Devise|Code devise`,
  status: `Status|Subscription status|State|Vertragsstatus|Estado|Situação|Estado da assinatura|Estado de la suscripción|
    État|Statut de l'abonnement`,
  segment: `Segment|Customer segment|Kundensegment|Segmento|Tipo de cliente|Type de client|Segment de marché`,
  channel: `Channel|Sales channel|Kanal|Vertriebskanal|Canal|Canal de vendas|Canal de venta|Canal d'achat`,
};

const cases = Object.entries(HEADERS).flatMap(([as, names]) =>
  names.split("|").map((name) => [name.trim(), as] as const),
);

it.each(cases)("%s is read as %s", async (name, as) => {
  // The frame has a column for seats and product already; the case then stands for it.
  if (as === "seats") {
    const { understood } = await recogniseFile(aFile("x.csv", `product_name,"${name}"\n`));
    expect(understood).toContainEqual({ column: name, as });
  } else expect(await readAs(name)).toBe(as);
});

it.each([
  "Nombre",
  "Total",
  "Total price",
  "Gesamtpreis (Vertragslaufzeit)",
  "Preis pro Lizenz (Vertragslaufzeit)",
  "Monthly cost",
  "Yearly price",
  "Invoice date",
  "Rechnungsdatum",
  "Cancellation date",
  "Kündigungsdatum",
  "Region",
  "Customer number",
  "Kundennummer",
  "Code client",
  "Código do cliente",
  "Contract number",
  "Invoice number",
  "Available licenses",
  "Expired licenses",
  "Unassigned seats",
  "Product family",
  "Sales person",
  "Phone",
  "Partner name",
  "Reseller",
  "Minimum quantity",
  "Discount",
])("%s means nothing to the template", async (name) => {
  expect(await readAs(name)).toBeUndefined();
});
