import { formatTick } from "../../i18n/format";
import { SANS } from "../letters";
import { type Content, html, type Markup } from "../markup";
import { dashed } from "./dash";
import type { Figure, FigureLine } from "./figure";
import { bandPath, dotsOf, linePath } from "./paths";
import { type Plane, planeOf } from "./place";
import { aboveEachOther, besideEachOther } from "./ticks";

/** A figure as SVG text, without a page: the report, the command line and figures for papers are drawn by this alone. */

/** Lines with no more points than this show each of them. */
const FEW = 24;

export function drawFigure(figure: Figure): Markup {
  const { id, width, height, text } = figure;
  return html`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="${id}-title ${id}-desc" font-family="${SANS}" font-size="${text}" fill="${figure.theme.ink}"><title id="${id}-title">${figure.title}</title><desc id="${id}-desc">${figure.description}</desc>${drawPlot(figure)}</svg>`;
}

/** What is in a figure, for a drawing that holds several. */
export function drawPlot(figure: Figure): Markup {
  const { id, text } = figure;
  const plane = planeOf(figure);
  return html`<clipPath id="${id}-clip"><rect x="${round(plane.left)}" y="${round(plane.top)}" width="${round(plane.right - plane.left)}" height="${round(plane.bottom - plane.top)}"/></clipPath>${axes(figure, plane)}<g clip-path="url(#${id}-clip)">${figure.lines.map((line) => behind(line, plane))}${turns(figure, plane)}${marks(figure, plane)}${figure.lines.map((line) => curve(line, plane, text))}</g>${readings(figure, plane)}`;
}

function round(value: number): number {
  return Math.round(10 * value) / 10;
}

function axes(figure: Figure, plane: Plane): Content {
  const { text, x, y, theme, xName, yName } = figure;
  const { left, right, bottom } = plane;
  const beside = aboveEachOther(y.ticks, plane.y, text).map(
    (tick) =>
      html`<path d="M${round(left)} ${round(plane.y(tick))}H${round(right)}" stroke="${theme.grid}"/><text x="${round(left - 0.4 * text)}" y="${round(plane.y(tick) + 0.35 * text)}" text-anchor="end">${formatTick(tick)}</text>`,
  );
  const below = besideEachOther(x.ticks, plane.x, text).map(
    (tick) =>
      html`<text x="${round(plane.x(tick))}" y="${round(bottom + 1.25 * text)}" text-anchor="middle">${formatTick(tick)}</text>`,
  );
  const line = html`<path d="M${round(left)} ${round(bottom)}H${round(right)}" stroke="${theme.axis}"/>`;
  const names = html`<text x="${round((left + right) / 2)}" y="${round(bottom + 2.6 * text)}" text-anchor="middle">${xName}</text>${yName ? html`<text x="${round(0.3 * text)}" y="${round(plane.top - 0.95 * text)}">${yName}</text>` : null}`;
  return [beside, below, line, names];
}

/** What lies behind the lines: their bands, and the raw values that were smoothed. */
function behind({ color, xs, low, high, raw }: FigureLine, plane: Plane): Content {
  return [
    raw && filled(bandPath(plane, xs, raw), color, 0.14, 0.28),
    filled(bandPath(plane, xs, { low, high }), color, 0.2, 0),
  ];
}

/** @param edge opacity of its edge: a band may be as thin as a line */
function filled(d: string, color: string, opacity: number, edge: number): Markup | null {
  return d
    ? html`<path d="${d}" fill="${color}" fill-opacity="${opacity}" stroke="${color}" stroke-opacity="${edge}"/>`
    : null;
}

function curve({ color, dash, xs, mean }: FigureLine, plane: Plane, text: number): Content {
  const d = linePath(plane, xs, mean);
  const dots = dotsOf(plane, xs, mean);
  return [
    d
      ? html`<path d="${d}" fill="none" stroke="${color}" stroke-width="${round(text * 0.14)}" ${dashed(dash)}/>`
      : null,
    dots.length <= FEW
      ? dots.map(([x, y]) => html`<circle cx="${x}" cy="${y}" r="${round(text * 0.17)}" fill="${color}"/>`)
      : null,
  ];
}

/** Values that a metric is read against, with their names where they do not leave the plot. */
function marks({ marks: all, y, text, theme }: Figure, plane: Plane): Content {
  const within = all.filter(({ at }) => at >= y.domain[0] && at <= y.domain[1]);
  return within.map(({ at, label }) => {
    const height = plane.y(at);
    const isHigh = height - plane.top < 1.6 * text;
    return html`<path d="M${round(plane.left)} ${round(height)}H${round(plane.right)}" stroke="${theme.mark}" stroke-dasharray="3 3"/><text x="${round(plane.right - 2)}" y="${round(height + (isHigh ? 1.1 : -0.35) * text)}" text-anchor="end" stroke="${theme.ground}" stroke-width="3" paint-order="stroke">${label}</text>`;
  });
}

function turns({ turns: places, theme }: Figure, plane: Plane): Content {
  return places.map(
    (x) =>
      html`<path d="M${round(plane.x(x))} ${round(plane.top)}V${round(plane.bottom)}" stroke="${theme.mark}" stroke-dasharray="1 3"/>`,
  );
}

/** Columns that light up below the pointer, with what was measured there. */
function readings({ readings: all, lines, theme }: Figure, plane: Plane): Content {
  const places = all.map(({ step }) => plane.x(step));
  return all.map(({ step, said }, i) => {
    const x = places[i] as number;
    const from = i === 0 ? plane.left : (x + (places[i - 1] as number)) / 2;
    const to = i === places.length - 1 ? plane.right : (x + (places[i + 1] as number)) / 2;
    const dots = lines.flatMap((line) => dotAt(line, step, plane));
    return html`<g class="reading"><rect x="${round(from)}" y="${round(plane.top)}" width="${round(Math.max(0, to - from))}" height="${round(plane.bottom - plane.top)}" fill="transparent"/><path d="M${round(x)} ${round(plane.top)}V${round(plane.bottom)}" stroke="${theme.mark}"/>${dots}<title>${said}</title></g>`;
  });
}

function dotAt({ color, xs, mean }: FigureLine, step: number, plane: Plane): Markup[] {
  const row = xs.indexOf(step);
  const [at] = row < 0 ? [] : dotsOf(plane, [step], [mean[row] as number]);
  const isInside = at !== undefined && Number(at[1]) >= plane.top && Number(at[1]) <= plane.bottom;
  return isInside ? [html`<circle cx="${at[0]}" cy="${at[1]}" r="3.5" fill="${color}"/>`] : [];
}
