import { interpretTables } from "../../../src/data/interpretation/interpret";
import type { Outline } from "../../../src/data/interpretation/outline";
import { parseTable } from "../../../src/data/readers/csv/table";
import { loadGlyphs } from "../../../src/data/sources/glyphs/load";
import { loadPoints } from "../../../src/data/sources/points/load";
import { summarize } from "../../../src/data/summary";
import type { DatasetSummary } from "../../../src/data/types";
import { verbatim } from "../../../src/i18n/errors";
import type { ViewPairs, ViewsPreview } from "../../../src/record/events";
import { reportOfDimPictures } from "../../data/report/dimPictures";
import { normal } from "./draws";

const glyphs = async () => summarize(await loadGlyphs({ id: "glyphs", classes: 16, samples: 256 }, 1));
const points = async () => summarize(loadPoints({ id: "points", layout: "moons", classes: 6, samples: 600 }, 1));

/** Images that somebody brought without saying what they show. */
async function unlabeled(): Promise<DatasetSummary> {
  const summary = await glyphs();
  const samples = { ...summary.samples, labels: null, count: 64 };
  return {
    ...summary,
    title: verbatim("Pictures of my own"),
    classNames: [],
    labeled: false,
    classCounts: null,
    samples,
  };
}

/** Pictures that somebody brought, of which not all was taken, and of which something is suspicious. */
const brought = async () => ({ ...(await glyphs()), report: reportOfDimPictures() });

const KINDS = ["newt", "toad", "frog"];
const cells = (row: number) => [
  row + 1,
  KINDS[row % 3],
  3 + (row % 3),
  row % 7 ? 20 + (row % 5) : "",
  ["red", "blue"][row % 2],
];
const pixels = (row: number) => Array.from({ length: 144 }, (_, at) => ((at % 12) * (1 + (row % 3)) * 20) % 256);

function read(header: string[], row: (index: number) => unknown[]): Outline | null {
  const rows = Array.from({ length: 60 }, (_, index) => row(index).join(","));
  return interpretTables([parseTable([header.join(","), ...rows].join("\n"), "newts.csv")]).outline ?? null;
}

export const NEWTS = read(["Id", "kind", "weight", "length", "color"], cells)!;
const PIXELS = read(["label", ...Array.from({ length: 144 }, (_, at) => `pixel${at}`)], (row) => [
  row % 3,
  ...pixels(row),
])!;

/** Tables that somebody brought: of measurements, and of pixels. */
const table = async () => ({ ...(await points()), title: verbatim("newts.csv"), outline: NEWTS });
const pictures = async () => ({ ...(await glyphs()), title: verbatim("pixels.csv"), outline: PIXELS });

/** The product's own data sets, small. */
export const DATA = { glyphs, points, unlabeled, brought, table, pictures };

export type DataId = keyof typeof DATA;

const NOISE = { image: 0.08, point: 0.05 };

/** Two views of each of the first samples: the sample with noise, images turned dark or bright as well. */
export function pairsOf({ shape, samples }: DatasetSummary, count: number): ViewPairs {
  const length = shape.reduce((a, b) => a * b, 1);
  const isImage = shape.length === 3;
  const values = new Float32Array(2 * count * length);
  for (let view = 0; view < 2 * count; view++)
    for (let i = 0; i < length; i++) {
      const value = samples.values[Math.floor(view / 2) * length + i] as number;
      const noise = normal("views", view, 0, i);
      values[view * length + i] = isImage
        ? Math.min(1, Math.max(0, (value / 255) * (0.8 + 0.2 * (view % 3)) + NOISE.image * noise))
        : value + NOISE.point * noise;
    }
  return { values, count, shape };
}

/** What the service would answer to the data panel. */
export function previewOf(summary: DatasetSummary, most = 16): ViewsPreview {
  const { samples, shape } = summary;
  const count = Math.min(most, samples.count);
  const length = shape.reduce((a, b) => a * b, 1);
  return {
    samples: samples.values.slice(0, count * length),
    labels: samples.labels?.slice(0, count) ?? null,
    pairs: pairsOf(summary, count),
  };
}
