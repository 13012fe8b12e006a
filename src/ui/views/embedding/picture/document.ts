import type { ArmLook } from "../../../../config/arms";
import { SANS } from "../../../../export/letters";
import { html, type Markup } from "../../../../export/markup";
import type { Place } from "../../anchor/picking/pick";
import { classColor, classShape, cornersOf } from "../../classLook";
import { circleRadius, placesOf } from "../map/places";
import type { ArmLayout } from "../projections/useLayouts";
import { type Classes, shownOf } from "../useEmbedding";

/** The embedding as a file of its own: a map for each arm beside each other, under their names, over the classes. */

export interface EmbeddingPicture {
  /** Name, step and projection. */
  title: string;
  layouts: readonly ArmLayout[];
  looks: readonly ArmLook[];
  classes: Classes;
  chosen: readonly number[];
  dark: boolean;
  /** Colors of the page, since a file has no style sheet. */
  colors: { surface: string; ink: string; soft: string; line: string };
}

const SIDE = 360;
const GAP = 24;
const TITLE = 34;
const NAMES = 44;
/** Of the legend: a line, and a class in it. */
const LINE = 22;
const ENTRY = 110;
const RADIUS = 3;

/** @returns an SVG document */
export function embeddingDocument(picture: EmbeddingPicture): string {
  const { layouts, classes, colors, title } = picture;
  const width = Math.max(1, layouts.length) * (SIDE + GAP) + GAP;
  const perLine = Math.max(1, Math.floor((width - 2 * GAP) / ENTRY));
  const top = TITLE + SIDE + NAMES;
  const height = top + LINE * Math.ceil(classes.entries.length / perLine) + 12;
  return html`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${SANS}" font-size="12" fill="${colors.ink}">
<rect width="${width}" height="${height}" fill="${colors.surface}"/>
<text x="${GAP}" y="22" font-size="14" font-weight="600">${title}</text>
${layouts.map((layout, i) => html`<g transform="translate(${GAP + i * (SIDE + GAP)} ${TITLE})">${mapOf(picture, layout)}</g>\n`)}
${legendOf(picture, { top, perLine })}
</svg>`.text;
}

function mapOf(picture: EmbeddingPicture, layout: ArmLayout): Markup {
  const { colors, looks, chosen, classes } = picture;
  const look = looks[layout.arm];
  const places = placesOf(layout.layout, layout.isCircle, SIDE);
  const shown = shownOf(places.length, classes);
  const isChosen = new Set(chosen);
  return html`${
    layout.isCircle
      ? html`<circle cx="${SIDE / 2}" cy="${SIDE / 2}" r="${circleRadius(SIDE)}" fill="none" stroke="${colors.line}"/>`
      : null
  }
${shown.map((sample) => markOf(picture, classes.labels?.[sample], places[sample]!))}
${shown
  .filter((sample) => isChosen.has(sample))
  .map(
    (sample) =>
      html`<circle cx="${places[sample]![0]}" cy="${places[sample]![1]}" r="${RADIUS + 2.5}" fill="none" stroke="${colors.ink}" stroke-width="1.5"/>`,
  )}
<line x1="0" x2="22" y1="${SIDE + 12}" y2="${SIDE + 12}" stroke="${look?.color ?? colors.ink}" stroke-width="2.4" stroke-dasharray="${look?.dash || "none"}"/>
<text x="28" y="${SIDE + 16}" font-weight="600">${look?.label ?? ""}</text>
<text x="0" y="${SIDE + 33}" fill="${colors.soft}">${layout.how}</text>`;
}

function legendOf(picture: EmbeddingPicture, { top, perLine }: { top: number; perLine: number }): Markup[] {
  return picture.classes.entries.map(({ name, label, isOn }, i) => {
    const [x, y] = [GAP + (i % perLine) * ENTRY, top + LINE * Math.floor(i / perLine) + 10];
    return html`<g opacity="${isOn ? 1 : 0.4}">${markOf(picture, label, [x + 4, y])}<text x="${x + 14}" y="${y + 4}">${name}</text></g>\n`;
  });
}

function markOf({ classes, dark, colors }: EmbeddingPicture, label: number | undefined, at: Place): Markup {
  const fill = label === undefined ? colors.soft : classColor(label, classes.count, dark);
  const corners = label === undefined ? [] : cornersOf(classShape(label, classes.count), at, RADIUS);
  return corners.length === 0
    ? html`<circle cx="${at[0]}" cy="${at[1]}" r="${RADIUS}" fill="${fill}"/>`
    : html`<polygon points="${corners.map(([x, y]) => `${x},${y}`).join(" ")}" fill="${fill}"/>`;
}
