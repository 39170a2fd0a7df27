export interface NamesInPath {
  /** What may be the customer's tenant id, domain or name, the likeliest first. */
  readonly candidates: readonly string[];
  /** The name that stands for the customer when nobody knows any of them. */
  readonly own: string;
}

const EXTENSIONS = /(\.(csv|tsv|txt|gz))+$/i;

// What an export is called when its name does not tell the tenant; its folder does then.
const EXPORT_NAME =
  /^(licen[cs]es?|licen[cs]e-?list|lizenzen|licenças|licencias|subscriptions?|subs|abos?|abonnements?|assinaturas|suscripciones|subscribed-?skus?|skus?|exports?|reports?|graph|entra|users?|data|output|directory|m365|[-_ .()\d])+$/i;

const TENANT = /^(?:[a-z0-9-]+\.)+[a-z]{2,}$|^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * The names that a file's path may give its tenant: the file's own, its folders' from the nearest up, then the leading
 * parts of each (`fabrikam.example-subscriptions.csv`).
 */
export function namesInPath(path: string): NamesInPath {
  const [file = "", ...folders] = path.split("/").reverse();
  const base = file.replace(EXTENSIONS, "");
  const whole = [base, file, ...folders].filter((name) => name !== "");
  const folder = folders.find((name) => name !== "" && name !== "..");
  // A folder that is called like a domain or a tenant is one; a file in it rarely is.
  const isTold = EXPORT_NAME.test(base) || (folder !== undefined && TENANT.test(folder) && !TENANT.test(base));
  const own = isTold ? (folder ?? base) : base;
  return { candidates: [...whole, ...[base, ...folders].flatMap(leadingParts)], own: own === "" ? path : own };
}

/** `a-b_c` gives `a-b`, then `a`. */
function leadingParts(name: string): string[] {
  const parts: string[] = [];
  for (let end = name.length - 1; end > 0; end -= 1) {
    if (/[-_ .]/.test(name.charAt(end)) && !/[-_ .]/.test(name.charAt(end - 1))) parts.push(name.slice(0, end));
  }
  return parts;
}
