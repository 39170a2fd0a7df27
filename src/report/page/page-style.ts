/** Statuses differ in lightness as well as in colour, so that they can be told apart on a grey print. */
export const PAGE_STYLE = `
:root { color-scheme: light; --ink: #1f2937; --faint: #5b6472; --line: #d5dae1; --head: #1f3864; }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 60rem; padding: 2rem 1.5rem 4rem; color: var(--ink); background: #fff;
  font: 15px/1.5 "Segoe UI", system-ui, -apple-system, "Helvetica Neue", Arial, sans-serif; }
h1 { margin: 0; font-size: 1.9rem; color: var(--head); }
h2 { margin: 2.6rem 0 .6rem; padding-bottom: .3rem; font-size: 1.2rem; color: var(--head); border-bottom: 2px solid var(--head); }
p { margin: .4rem 0; }
.faint { color: var(--faint); }
.tiles { display: grid; grid-template-columns: repeat(auto-fit, minmax(11rem, 1fr)); gap: .8rem; margin: 1.4rem 0 0; padding: 0; list-style: none; }
.tiles li { padding: .8rem 1rem; border: 1px solid var(--line); border-radius: 6px; }
.tiles b { display: block; font-size: 1.25rem; line-height: 1.4; overflow-wrap: anywhere; }
ol.next { margin: .4rem 0; padding-left: 1.4rem; }
ol.next li { margin: .3rem 0; }
table { width: 100%; margin: .8rem 0; border-collapse: collapse; }
th, td { padding: .35rem .6rem; text-align: left; vertical-align: top; border-bottom: 1px solid var(--line); overflow-wrap: anywhere; }
th { font-weight: 600; color: var(--faint); }
td.n, th.n { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; }
code { font: .86em ui-monospace, Consolas, monospace; }
.mark { display: inline-block; min-width: 5.4rem; padding: 0 .5rem; border-radius: 3px; }
.mark.ready { background: #c6e0b4; color: #1e4620; } .mark.review, .mark.warning { background: #f2b134; color: #3d2b00; }
.mark.blocked, .mark.blocking { background: #9b1c1c; color: #fff; } .mark.excluded { background: #f3f4f6; color: #4b5563; }
.mark.info { background: #dce9f7; color: #12355b; }
svg { display: block; width: 100%; height: auto; margin: .8rem 0; }
svg .label { font-size: 13px; fill: var(--ink); dominant-baseline: central; } svg .end { text-anchor: end; } svg .middle { text-anchor: middle; }
svg .grid { stroke: var(--line); } svg .edge { stroke: #fff; stroke-width: 1; }
rect.ready { fill: #8bbf6b; } rect.review { fill: #f2b134; } rect.blocked { fill: #9b1c1c; } rect.excluded { fill: #d5dae1; }
@media print {
  body { max-width: none; padding: 0; font-size: 11px; }
  h2 { margin-top: 1.4rem; break-after: avoid; } svg, tr, .tiles li { break-inside: avoid; }
  * { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
}
`;
