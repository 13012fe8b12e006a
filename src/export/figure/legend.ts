import { type Content, html, type Markup } from "../markup";
import type { Figure, FigureLine } from "./figure";
import { LEGEND_ROW, widthOf } from "./place";

/** The attribute of a dash; none of a line without gaps. */
export function dashed(dash: string): Markup {
  return dash ? html`stroke-dasharray="${dash}"` : html``;
}

/** The legend of a figure that stands alone: as many entries in a row as there is room for. */
export function legendOf({ lines, width, text }: Figure): { rows: number; drawn: Content } {
  let [x, row] = [0, 0];
  const entries = lines.map((line) => {
    const needed = 4 * text + widthOf(line.label, text);
    if (x > 0 && x + needed > width) [x, row] = [0, row + 1];
    const entry = entryAt(line, x, (row + 0.7) * LEGEND_ROW * text, text);
    x += needed;
    return entry;
  });
  return { rows: row + 1, drawn: entries };
}

function entryAt({ label, color, dash }: FigureLine, x: number, y: number, text: number): Content {
  return html`<path d="M${x + 0.3 * text} ${y - 0.3 * text}h${2.4 * text}" stroke="${color}" stroke-width="${0.14 * text}" ${dashed(dash)}/><text x="${x + 3.1 * text}" y="${y}">${label}</text>`;
}
