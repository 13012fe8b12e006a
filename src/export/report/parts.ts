import { type Content, html, type Markup } from "../markup";

/** What several sections are made of. */

/** A table that may be wider than the page: then it alone is moved, by keyboard too. */
export function table({ caption, head, rows }: { caption: string; head: Content[]; rows: Markup[] }): Markup {
  return html`<div class="scroll" role="group" tabindex="0" aria-label="${caption}"><table><caption>${caption}</caption><thead><tr>${head.map((name) => html`<th scope="col">${name}</th>`)}</tr></thead><tbody>${rows}</tbody></table></div>`;
}

/** A row whose first cell says what the others are of. */
export function row(head: Content, cells: Content[], kind: "number" | "long" = "number"): Markup {
  return html`<tr><th scope="row">${head}</th>${cells.map((cell) => html`<td class="${kind}">${cell}</td>`)}</tr>`;
}

/** A number as it is read, with all its digits for programs. */
export function exact(value: number | null, written: string): Content {
  return value === null ? written : html`<data value="${String(value)}">${written}</data>`;
}
