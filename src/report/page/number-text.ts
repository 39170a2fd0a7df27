// Not Intl: its output may change with the version of Node, and the same plan must give the same bytes.
const THOUSANDS = /\B(?=(\d{3})+(?!\d))/g;

/** 1234567 as "1,234,567". */
export function numberText(value: number): string {
  return String(value).replace(THOUSANDS, ",");
}

/** 1234.5 as "1,234.50". */
export function moneyText(value: number): string {
  const [whole = "", cents = ""] = value.toFixed(2).split(".");
  return `${whole.replace(THOUSANDS, ",")}.${cents}`;
}

/** A part of a whole in percent; never 0 % or 100 % where something is there, or missing. */
export function shareText(part: number, whole: number): string {
  if (whole === 0) return "0 %";
  const percent = Math.round((100 * part) / whole);
  if (part > 0 && percent === 0) return "< 1 %";
  if (part < whole && percent === 100) return "> 99 %";
  return `${percent} %`;
}
