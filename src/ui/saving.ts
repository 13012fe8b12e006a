import { armLooks } from "../config/arms";
import { CHECKPOINT_ENDING } from "../export/checkpoint";
import { recordToCsv, rowsToCsv } from "../export/csv";
import { download, exportName } from "../export/download";
import { chartToSvg, svgToPng } from "../export/image";
import { recordToJson } from "../export/json";
import { saidOf } from "../i18n/errors";
import { ENGLISH } from "../i18n/locale";
import type { LabId } from "../labs";
import type { RunRecord } from "../record/record";
import type { Playground } from "../session/playground";
import { recordOf } from "../session/run";
import { shownRun } from "../session/shown";
import type { Unreadable } from "../storage/unreadable";
import type { PlaygroundCharts } from "./charts/registry";

function nameOf(playground: Playground, extension: string): string {
  const { page, presetId } = playground.state;
  const run = shownRun(playground.state);
  if (page !== "race") return exportName(page, new Date().toISOString(), extension);
  return exportName(run ? run.presetId : presetId, run?.startedAt ?? new Date().toISOString(), extension);
}

/** Saves a file, or says on the page why that cannot be done. */
async function saveOrNotify(playground: Playground, save: () => void | Promise<void>): Promise<void> {
  try {
    await save();
  } catch (error) {
    playground.notify("savingFailed", saidOf(error));
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

/** The record of the run that is shown. */
function shownRecord(playground: Playground): RunRecord {
  const { opened } = playground.state;
  return opened ? recordOf(opened) : playground.record();
}

/** Saves the record of the run that is shown as JSON. */
export function saveRecord(playground: Playground): Promise<void> {
  return saveOrNotify(playground, () => {
    const content = new Blob([recordToJson(shownRecord(playground))], { type: "application/json" });
    download(nameOf(playground, "json"), content);
  });
}

/** Saves all series of the run that is shown as CSV. */
export function saveSeries(playground: Playground): Promise<void> {
  return saveOrNotify(playground, () => {
    const record = shownRecord(playground);
    // A document: the same in every language.
    const labels = armLooks(record.config, false, ENGLISH).map((look) => look.label);
    download(nameOf(playground, "csv"), new Blob([recordToCsv(record, labels)], { type: "text/csv" }));
  });
}

/** Saves the run on the page so that it can be gone on from there. */
export function saveCheckpoint(playground: Playground): Promise<void> {
  return saveOrNotify(playground, async () => {
    const name = nameOf(playground, CHECKPOINT_ENDING.slice(1));
    download(name, await playground.checkpoints.save());
  });
}

/** Saves what a chart shows now. */
export function saveChart(
  charts: PlaygroundCharts,
  playground: Playground,
  name: string,
  format: "png" | "svg",
): Promise<void> {
  return saveOrNotify(playground, async () => {
    const chart = charts.get(name);
    const svgs = chart?.svgs() ?? [];
    if (!chart || svgs.length === 0) return;
    const document = chartToSvg(svgs, chart.picture());
    const content = format === "png" ? await svgToPng(document) : new Blob([document], { type: "image/svg+xml" });
    download(nameOf(playground, `${name}.${format}`), content);
  });
}
