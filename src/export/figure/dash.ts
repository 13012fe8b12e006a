import { html, type Markup } from "../markup";

/** The attribute of a dash, of a figure and of the legend beside it; none of a line without gaps. */
export function dashed(dash: string): Markup {
  return dash ? html`stroke-dasharray="${dash}"` : html``;
}
