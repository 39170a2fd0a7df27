/** Names, in lower case, of what CSP bills but does not license by seat: Azure, and software bought once or by subscription. */
const NOT_LICENCE_BASED: readonly RegExp[] = [
  /^(microsoft )?azure( plan| subscription| reservation.*| savings plan.*)?$/,
  /\b(reserved (vm |virtual machine )?instances?|savings plan for compute)\b/,
  /\bsoftware subscription\b/,
  /\bperpetual\b/,
  /\bltsc\b/,
  /^(microsoft )?(windows|sql|exchange|sharepoint|skype for business|project|biztalk|core infrastructure) server\b/,
  /^(microsoft )?system center\b/,
  /^(microsoft )?visual studio (professional|enterprise) 20\d\d\b/,
  /^(microsoft )?(office|project|visio) (standard|professional|pro|professional plus|home|home & business) (for mac )?20\d\d\b/,
  /^(microsoft )?(office|project|visio) 20\d\d (standard|professional|pro|home)\b/,
];

/** For products of which the catalogue knows nothing. */
export function isLicenceBasedName(name: string): boolean {
  const text = name.toLowerCase().replace(/\s+/g, " ").trim();
  return !NOT_LICENCE_BASED.some((pattern) => pattern.test(text));
}
