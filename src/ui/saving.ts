import { armLooks } from "../config/arms";
import { CHECKPOINT_ENDING } from "../export/checkpointEnding";
import { csvPieces, rowsToCsv } from "../export/csv";
import { download, exportName } from "../export/download";
import { texts } from "../export/errors";
import { chartToSvg, svgToPng } from "../export/image";
import { recordPieces, recordToJson } from "../export/json";
import { blobOf } from "../export/pieces";
import { PlaygroundError, problem, saidOf } from "../i18n/errors";
import { ENGLISH } from "../i18n/locale";
import type { LabId } from "../labs";
import type { RunRecord } from "../record/record";
import { texts as checkpointTexts } from "../session/checkpoints/errors";
import { texts as sessionTexts } from "../session/errors";
import type { Playground } from "../session/playground";
import type { Notice } from "../session/playgroundState";
import { type Run, recordOf } from "../session/run";
import { shownRun } from "../session/shown";
import type { Unreadable } from "../storage/unreadable";
import { yieldToEventLoop } from "../worker/yield";
import type { PlaygroundCharts } from "./charts/registry";

function nameOf(playground: Playground, extension: string): string {
  const { page, presetId } = playground.state;
  const run = shownRun(playground.state);
  if (page !== "race") return exportName(page, new Date().toISOString(), extension);
  return exportName(run ? run.presetId : presetId, run?.startedAt ?? new Date().toISOString(), extension);
}

/** Saves a file, or says on the page why that cannot be done. */
export async function saveOrNotify(playground: Playground, save: () => void | Promise<void>): Promise<void> {
  await orNotify(playground, "savingFailed", save);
}

/** @returns whether it worked; if not, the page says why */
async function orNotify(
  playground: Playground,
  kind: Notice["kind"],
  work: () => void | Promise<void>,
): Promise<boolean> {
  try {
    await work();
    return true;
  } catch (error) {
    playground.notify(kind, saidOf(error));
    return false;
  }
}

/** Saves what a lab has measured: the whole document as JSON, or its rows as CSV. */
export function saveLab(playground: Playground, id: LabId, format: "json" | "csv"): Promise<void> {
  return saveOrNotify(playground, async () => {
    const result = await playground.labs.result(id);
    const text = format === "json" ? recordToJson(result) : rowsToCsv(result.rows);
    const type = format === "json" ? "application/json" : "text/csv";
    download(exportName(id, result.startedAt, format), new Blob([text], { type }));
  });
}

/** Saves a document that cannot be read, as it is stored. */
export function saveUnreadable(playground: Playground, { content }: Unreadable): Promise<void> {
  return saveOrNotify(playground, () => {
    const document = new Blob([JSON.stringify(content, null, 1)], { type: "application/json" });
    download(exportName("unreadable", new Date().toISOString(), "json"), document);
  });
}

/** The run that is shown. */
export function shownRunOrThrow({ state }: Playground): Run {
  const run = shownRun(state);
  if (!run) throw new PlaygroundError(sessionTexts.noRecord);
  return run;
}

/** The record of the run that is shown. */
function shownRecord(playground: Playground): RunRecord {
  const { opened } = playground.state;
  return opened ? recordOf(opened) : playground.record();
}

/** Saves the record of the run that is shown as JSON. */
export function saveRecord(playground: Playground): Promise<void> {
  return saveOrNotify(playground, async () => {
    const name = nameOf(playground, "json");
    download(name, await blobOf(recordPieces(shownRecord(playground)), "application/json", yieldToEventLoop));
  });
}

/** Saves all series of the run that is shown as CSV. */
export function saveSeries(playground: Playground): Promise<void> {
  return saveOrNotify(playground, async () => {
    const name = nameOf(playground, "csv");
    const record = shownRecord(playground);
    // A document: the same in every language.
    const labels = armLooks(record.config, false, ENGLISH).map((look) => look.label);
    download(name, await blobOf(csvPieces(record, labels), "text/csv", yieldToEventLoop));
  });
}

/** Saves the run that is shown so that it can be gone on from there. */
export function saveCheckpoint(playground: Playground): Promise<void> {
  return saveOrNotify(playground, async () => {
    const name = nameOf(playground, CHECKPOINT_ENDING.slice(1));
    download(name, await shownCheckpoint(playground));
  });
}

/** Saves the run on the page as an archive with a program in PyTorch. */
export function savePyTorch(playground: Playground): Promise<void> {
  return saveOrNotify(playground, async () => {
    const [{ pytorchOf }, { writeZip }] = await Promise.all([
      import("../session/pytorch/ofPage"),
      import("../export/packed/write"),
    ]);
    const { files } = await pytorchOf(playground);
    const all = async function* () {
      yield* files;
    };
    download(nameOf(playground, "pytorch.zip"), await writeZip(all(), yieldToEventLoop));
  });
}

/**
 * The state of the run that is shown, as a file; of a kept run the one that is kept.
 * @throws PlaygroundError where there is none
 */
export async function shownCheckpoint({ state: { opened }, checkpoints, goingOn }: Playground): Promise<Blob> {
  if (!opened) return checkpoints.save();
  const kept = await goingOn.file(opened.id);
  if (!kept) throw problem(checkpointTexts.notKept, { id: opened.id });
  return new Blob([kept.bytes], { type: "application/octet-stream" });
}

/** Saves what a chart shows now. */
export function saveChart(
  charts: PlaygroundCharts,
  playground: Playground,
  name: string,
  format: "png" | "svg",
): Promise<void> {
  return savePicture(playground, { name, format, document: () => documentOf(charts, name) });
}

type Drawn = () => string | Promise<string> | null;

interface Picture {
  name: string;
  format: "png" | "svg";
  /** The SVG; null where nothing is drawn. */
  document: Drawn;
}

/** Saves an SVG document as it is or as a PNG. */
export function savePicture(playground: Playground, { name, format, document }: Picture): Promise<void> {
  return saveOrNotify(playground, async () => {
    const svg = await document();
    if (svg === null) throw new PlaygroundError(texts.nothingDrawn);
    const content = format === "png" ? await svgToPng(svg) : new Blob([svg], { type: "image/svg+xml" });
    download(nameOf(playground, `${name}.${format}`), content);
  });
}

/** Puts what a chart shows now into the clipboard, as a PNG. @returns whether it is there; if not, the page says why */
export function copyChart(charts: PlaygroundCharts, playground: Playground, name: string): Promise<boolean> {
  return copyPicture(playground, () => documentOf(charts, name));
}

/** The same of an SVG document; null where nothing is drawn, which the page says. */
export function copyPicture(playground: Playground, document: Drawn): Promise<boolean> {
  return orNotify(playground, "copyingFailed", async () => {
    const svg = document();
    if (svg === null) throw new PlaygroundError(texts.nothingDrawn);
    if (typeof ClipboardItem === "undefined") throw new PlaygroundError(texts.noClipboard);
    // WebKit takes a picture that is yet to be drawn, but not one that comes after the press is forgotten.
    await navigator.clipboard.write([
      new ClipboardItem({ "image/png": Promise.resolve(svg).then((drawn) => svgToPng(drawn)) }),
    ]);
  });
}

/** The SVG document of a chart; null where it draws nothing. */
function documentOf(charts: PlaygroundCharts, name: string): Promise<string> | string | null {
  const chart = charts.get(name);
  if (chart && "document" in chart) return chart.document();
  const svgs = chart?.svgs() ?? [];
  return chart && svgs.length > 0 ? inOwnColors(() => chartToSvg(svgs, chart.picture())) : null;
}

/** What is read of the page's colors has its own, also where the system shows it in few (forced colors). */
function inOwnColors<Read>(read: () => Read): Read {
  const { dataset } = document.documentElement;
  dataset.ownColors = "";
  try {
    return read();
  } finally {
    delete dataset.ownColors;
  }
}
