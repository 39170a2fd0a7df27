/** A part of a whole in percent; never 0 % or 100 % where something is there, or missing. */
export function shareText(part: number, whole: number): string {
  if (whole === 0) return "0 %";
  const percent = Math.round((100 * part) / whole);
  if (part > 0 && percent === 0) return "< 1 %";
  if (part < whole && percent === 100) return "> 99 %";
  return `${percent} %`;
}
