import { armLooks } from "../../config/arms";
import { formatCount, formatDateTime, formatList } from "../../i18n/format";
import { ENGLISH } from "../../i18n/locale";
import { translateAll } from "../../i18n/translate";
import { APP } from "../../record/build";
import type { RunRecord } from "../../record/record";
import type { Remarks } from "../../storage/runs/pastRun";
import { CHECKPOINT_ENDING } from "../checkpointEnding";
import { layersToCsv, recordToCsv } from "../csv";
import { recordToJson } from "../json";
import { writeReport } from "../report/document";
import type { ReportedRun, ReportOptions } from "../report/reported";
import { folderName, RECORD_FILE, REMARKS_FILE, SETTINGS_FILE } from "./names";
import { texts } from "./texts";
import type { PackedFile } from "./write";

/** All that is packed of a run. */
export interface PackedRun {
  reported: ReportedRun;
  record: RunRecord;
  /** What was said of it; null where it is not kept. */
  remarks: Remarks | null;
  /** Null where none is at hand. */
  checkpoint: { bytes: Uint8Array; step: number } | null;
}

/**
 * The files of some runs, each made when it is its turn.
 * @param runs asked one after the other, so that never more than one lies in memory as a document
 */
export async function* filesOf(
  runs: AsyncIterable<PackedRun>,
  { isOne, report }: { isOne: boolean; report: ReportOptions },
): AsyncGenerator<PackedFile> {
  const taken = new Set<string>();
  for await (const run of runs) {
    const folder = folderName(run.reported.name, taken);
    taken.add(folder.toLowerCase());
    for await (const { path, content } of filesOfRun(run, report))
      yield { path: isOne ? path : `${folder}/${path}`, content };
  }
}

async function* filesOfRun(run: PackedRun, report: ReportOptions): AsyncGenerator<PackedFile> {
  const { record, reported, remarks, checkpoint } = run;
  // A document: the same in every language.
  const labels = armLooks(record.config, false, ENGLISH).map(({ label }) => label);
  yield { path: "README.txt", content: readme(run, report.now) };
  yield { path: RECORD_FILE, content: recordToJson(record) };
  yield { path: SETTINGS_FILE, content: indented(record.config) };
  if (remarks) yield { path: REMARKS_FILE, content: indented(remarks) };
  yield { path: "series.csv", content: recordToCsv(record, labels) };
  if (hasLayers(record)) yield { path: "layers.csv", content: layersToCsv(record, labels) };
  yield { path: "report.html", content: await writeReport([reported], report) };
  if (checkpoint) yield { path: `checkpoint${CHECKPOINT_ENDING}`, content: checkpoint.bytes };
}

function indented(document: object): string {
  return `${JSON.stringify(document, null, 2)}\n`;
}

function hasLayers({ learners }: RunRecord): boolean {
  return learners.some(({ layers }) => layers);
}

function readme(run: PackedRun, now: Date): string {
  const t = translateAll(texts);
  const { name, note, tags } = run.reported;
  const files = filesInWords(run);
  const width = Math.max(...files.map(([file]) => file.length)) + 2;
  const lines = [
    t.title({ name }),
    t.made({ when: formatDateTime(now), app: APP.name, version: APP.version }),
    ...(tags.length > 0 ? [t.tags({ tags: formatList(tags) })] : []),
    ...(note ? ["", note] : []),
    "",
    ...files.map(([file, says]) => file.padEnd(width) + says),
    ...(run.checkpoint ? [] : ["", t.noCheckpoint]),
  ];
  return `${lines.join("\n")}\n`;
}

/** Each with what is in it. */
function filesInWords({ record, remarks, checkpoint }: PackedRun): [name: string, says: string][] {
  const { files: t } = translateAll(texts);
  return [
    [RECORD_FILE, t.record],
    [SETTINGS_FILE, t.settings],
    ...when(remarks, () => [REMARKS_FILE, t.remarks]),
    ["series.csv", t.series],
    ...when(hasLayers(record), () => ["layers.csv", t.layers]),
    ["report.html", t.report],
    ...when(checkpoint, ({ step }) => [`checkpoint${CHECKPOINT_ENDING}`, t.checkpoint({ step: formatCount(step) })]),
  ];
}

function when<T>(given: T | null | false, line: (given: T) => [string, string]): [string, string][] {
  return given ? [line(given)] : [];
}
