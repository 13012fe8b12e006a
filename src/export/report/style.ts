import type { FigureTheme } from "../figure/figure";
import { type Content, html, Markup } from "../markup";
import type { ReportLine } from "./lines";

/** How a report looks: one sheet, light, dark and on paper. */

/** The page's colors by name, for drawings that follow the reader's scheme. */
export const THEME: FigureTheme = {
  ink: "var(--soft)",
  grid: "var(--grid)",
  axis: "var(--axis)",
  mark: "var(--mark)",
  ground: "var(--paper)",
};

const COLOR = /^#[0-9a-f]{6}$/i;

/** Name of a line's color. */
export function colorName(place: number): string {
  return `var(--line-${place})`;
}

/** A sheet cannot be escaped, so nothing but colors gets into it. */
function colors(lines: readonly ReportLine[], pick: "light" | "dark"): string {
  return lines.map((line, i) => (COLOR.test(line[pick]) ? `--line-${i}:${line[pick]};` : "")).join("");
}

const LIGHT =
  "--ink:#1b2127;--soft:#56606b;--paper:#fff;--raised:#f6f6f4;--hairline:#e1e2df;--grid:#ecedea;--axis:#c3c7c9;--mark:#79828b;--link:#1f4e79;";
const DARK =
  "--ink:#e7e9ea;--soft:#a4adb5;--paper:#1a1d21;--raised:#20242a;--hairline:#2e333a;--grid:#262b31;--axis:#444c55;--mark:#8b959e;--link:#9cc3ea;";

const RULES = `
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:15px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,Arial,sans-serif;font-variant-numeric:tabular-nums}
main{max-width:1120px;margin:0 auto;padding:24px 16px 64px}
h1{font-size:26px;line-height:1.25;margin:0 0 4px;overflow-wrap:anywhere}
h2{font-size:20px;margin:36px 0 8px;padding-top:12px;border-top:1px solid var(--hairline)}
h3{font-size:16px;margin:20px 0 6px;overflow-wrap:anywhere}
p,li{max-width:80ch;overflow-wrap:anywhere}
a{color:var(--link);overflow-wrap:anywhere}
.soft{color:var(--soft);font-size:13px}
.lead{font-size:17px}
nav ul{display:flex;flex-wrap:wrap;gap:0 16px;padding:0;list-style:none}
nav a{display:inline-block;min-height:24px}
.tag{display:inline-block;padding:0 8px;margin:0 4px 2px 0;border:1px solid var(--hairline);border-radius:10px;font-size:13px}
.suspicious{max-width:80ch;margin:10px 0;padding:8px 12px;border:1px solid var(--hairline);border-radius:8px;background:var(--raised)}
.note{white-space:pre-wrap}
.charts{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,320px),1fr));gap:20px}
figure{margin:0;max-width:480px;min-width:0}
figcaption{font-weight:600;font-size:14px;overflow-wrap:anywhere}
figure svg{display:block;width:100%;height:auto}
.legend{display:flex;flex-wrap:wrap;gap:0 14px;margin:2px 0;padding:0;list-style:none;font-size:13px}
.legend li{display:flex;align-items:center;gap:6px;min-width:0}
.legend svg{flex:none;width:26px;height:8px}
.reading path,.reading circle{opacity:0}
.reading:hover path,.reading:hover circle{opacity:1}
.scroll{overflow-x:auto;max-width:100%}
.scroll:focus-visible{outline:2px solid var(--link)}
table{border-collapse:collapse;font-size:14px;margin:6px 0}
caption{text-align:left;color:var(--soft);font-size:13px;padding-bottom:4px}
th,td{padding:3px 14px 3px 0;text-align:left;vertical-align:top;border-bottom:1px solid var(--hairline)}
thead th{color:var(--soft);font-weight:600;vertical-align:bottom}
tbody th{font-weight:400}
td.number{white-space:nowrap}
td.long{overflow-wrap:anywhere;min-width:12ch}
summary{cursor:pointer;font-size:13px;min-height:24px;color:var(--soft)}
pre{white-space:pre-wrap;overflow-wrap:anywhere;background:var(--raised);border:1px solid var(--hairline);border-radius:8px;padding:10px 12px;font-size:13px}
@media (max-width:520px){
th,td{padding-right:9px}
td.number{white-space:normal}
}
@media print{
main{max-width:none;padding:0}
body{font-size:11pt}
.charts{display:block}
figure{display:grid;grid-template-columns:minmax(0,9cm) minmax(0,1fr);column-gap:6mm;max-width:none;margin-bottom:6mm}
figure>*{grid-column:1}
figure details{grid-column:2;grid-row:1/span 4;font-size:8pt}
figure table{font-size:8pt}
figure td.number{white-space:normal}
details::details-content{content-visibility:visible;block-size:auto}
summary{list-style:none}
figure,tr,h2,h3{break-inside:avoid}
h2,h3,caption{break-after:avoid}
.scroll{overflow:visible}
nav{display:none}
}`;

/** The sheet of a report with these lines. Paper is white, whatever the reader's scheme. */
export function sheetOf(lines: readonly ReportLine[]): Content {
  const light = LIGHT + colors(lines, "light");
  const dark = DARK + colors(lines, "dark");
  const scheme = `:root{color-scheme:light dark;${light}}@media screen and (prefers-color-scheme:dark){:root{${dark}}}`;
  return html`<style>${new Markup(scheme + RULES)}</style>`;
}
