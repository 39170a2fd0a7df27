import type { Channel, Segment, SubscriptionStatus, Term } from "../model/subscription.ts";

// Words of exports in English, Portuguese, German, Spanish and French, folded (see foldWord in words.ts).
// A word that means different things in two exports stands nowhere: it is kept as given and flagged.

/**
 * A cancelled new-commerce subscription is deleted at once (DOMAIN.md 3.5). "gekündigt" and "résilié" are not in the
 * list: there notice has been given, and the service runs to the end of the term. "inactive" may be any of four.
 */
export const STATUS_WORDS: Readonly<Record<SubscriptionStatus, string>> = {
  active: "active enabled aktiv aktiviert ativo ativa ativado ativada actif activo activa activado activada",
  suspended: `suspended onhold paused suspendiert ausgesetzt angehalten gesperrt suspenso suspensa suspendido suspendida
    suspendu suspendue`,
  expired: `expired lapsed warning ingraceperiod graceperiod abgelaufen expirado expirada vencido vencida caducado
    caducada expire expiree echu echue`,
  disabled: `disabled lockedout deaktiviert desativado desativada desabilitado desabilitada deshabilitado deshabilitada
    desactivado desactivada desactive desactivee`,
  deleted: `deleted removed deprovisioned terminated churned cancelled canceled geloscht geloescht beendet storniert
    excluido excluida cancelado cancelada encerrado encerrada eliminado eliminada borrado borrada supprime supprimee
    annule annulee`,
  pending: `pending provisioning inprogress ausstehend wartend inbearbeitung pendente pendiente enattente`,
};

/** What Entra calls the states of a company's subscription: Warning is the expired state, Suspended the disabled one. */
export const GRAPH_STATUS_WORDS: Readonly<Partial<Record<SubscriptionStatus, string>>> = {
  active: "enabled",
  expired: "warning",
  disabled: "suspended lockedout",
  deleted: "deleted",
};

export const YES_NO_WORDS: Readonly<Record<"yes" | "no", string>> = {
  yes: `yes y true t 1 on enabled active ja j wahr ein an aktiv aktiviert sim s verdadeiro ligado ativo ativado si
    verdadero activo activado activada oui vrai activee actif`,
  no: `no n false f 0 off disabled inactive nein falsch aus inaktiv deaktiviert nao falso desligado inativo desativado
    inactivo desactivado desactivada non faux desactive desactivee inactif`,
};

export const SEGMENT_WORDS: Readonly<Record<Segment, string>> = {
  commercial: `commercial corporate business enterprise com kommerziell gewerblich geschaftlich geschaeftlich unternehmen
    comercial empresarial corporativo corporativa empresa entreprise commerciale`,
  education: `education educational academic edu faculty student students school bildung bildungswesen akademisch schule
    educacao educacional academico academica educacion educativo educativa enseignement academique`,
  government: `government governmental gcc gov govt publicsector behorde behoerde regierung offentlich oeffentlich
    offentlicherdienst oeffentlicherdienst governo governamental setorpublico gobierno gubernamental sectorpublico
    gouvernement administration secteurpublic`,
  nonprofit: `nonprofit nonprofits notforprofit charity charities npo ngo gemeinnutzig gemeinnuetzig semfinslucrativos
    filantropico sinfinesdelucro sinanimodelucro onlucratif butnonlucratif sansbutlucratif ong association`,
};

export const TERM_WORDS: Readonly<Record<Term, string>> = {
  P1M: `p1m p30d 1m monthly month 1month onemonth 1months mth monatlich monat 1monat einmonat monatlichkundbar mensal 1mes
    mes ummes mensual unmes mensuel mensuelle mois 1mois unmois monatliche`,
  P1Y: `p1y p12m p365d 1y annual annually yearly year ann 1year oneyear 1yr 12m 12 12month 12months 12mo jahrlich jaehrlich
    jahrliche jaehrliche jahr 1jahr einjahr einjahrig einjaehrig jahres 12monate anual anualmente 1ano umano unano 12meses
    annuel annuelle 1an unan 12mois`,
  P3Y: `p3y p36m 3y triennial triennially 3year 3years threeyear threeyears 3yr 3yrs 36m 36 36month 36months 36mo 3jahre
    dreijahre dreijahrig dreijaehrig dreijahrlich dreijaehrlich 36monate trienal 3anos tresanos 36meses triennal triennale
    3ans troisans 36mois`,
};

export const CHANNEL_WORDS: Readonly<Record<Channel, string>> = {
  "csp-nce": "cspnce ncecsp nce newcommerce newcommerceexperience cspnewcommerce modern cspmodern",
  "csp-legacy": "csplegacy legacycsp legacy csptraditional traditional",
  direct: "direct web webdirect microsoftdirect buyonline direkt direto directo",
  ea: "ea enterpriseagreement",
  open: "open openlicense openlicence openlicensing openvalue",
  unknown: "unknown unbekannt desconhecido desconocido inconnu",
};
