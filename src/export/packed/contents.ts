import { armLooks } from "../../config/arms";
import { formatCount, formatDateTime, formatList } from "../../i18n/format";
import { ENGLISH } from "../../i18n/locale";
import { translateAll } from "../../i18n/translate";
import { APP } from "../../record/build";
import type { RunRecord } from "../../record/record";
import { CHECKPOINT_ENDING } from "../checkpoint";
import { layersToCsv, recordToCsv } from "../csv";
import { recordToJson } from "../json";
import { writeReport } from "../report/document";
import type { ReportedRun, ReportOptions } from "../report/reported";
import { folderName, RECORD_FILE, SETTINGS_FILE } from "./names";
import { texts } from "./texts";
import type { PackedFile } from "./write";

/** All that is packed of a run. */
export interface PackedRun {
  reported: ReportedRun;
  record: RunRecord;
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
  const { record, reported, checkpoint } = run;
  // A document: the same in every language.
  const labels = armLooks(record.config, false, ENGLISH).map(({ label }) => label);
  yield { path: "README.txt", content: readme(run, report.now) };
  yield { path: RECORD_FILE, content: recordToJson(record) };
  yield { path: SETTINGS_FILE, content: `${JSON.stringify(record.config, null, 2)}\n` };
  yield { path: "series.csv", content: recordToCsv(record, labels) };
  if (hasLayers(record)) yield { path: "layers.csv", content: layersToCsv(record, labels) };
  yield { path: "report.html", content: await writeReport([reported], report) };
  if (checkpoint) yield { path: `checkpoint${CHECKPOINT_ENDING}`, content: checkpoint.bytes };
}

function hasLayers({ learners }: RunRecord): boolean {
  return learners.some(({ layers }) => layers);
}

function readme({ reported, record, checkpoint }: PackedRun, now: Date): string {
  const t = translateAll(texts);
  const { name, note, tags } = reported;
  const files: [string, string][] = [
    [RECORD_FILE, t.files.record],
    [SETTINGS_FILE, t.files.settings],
    ["series.csv", t.files.series],
    ...(hasLayers(record) ? [["layers.csv", t.files.layers] as [string, string]] : []),
    ["report.html", t.files.report],
    ...(checkpoint
      ? [
          [`checkpoint${CHECKPOINT_ENDING}`, t.files.checkpoint({ step: formatCount(checkpoint.step) })] as [
            string,
            string,
          ],
        ]
      : []),
  ];
  const width = Math.max(...files.map(([file]) => file.length)) + 2;
  const lines = [
    t.title({ name }),
    t.made({ when: formatDateTime(now), app: APP.name, version: APP.version }),
    ...(tags.length > 0 ? [t.tags({ tags: formatList(tags) })] : []),
    ...(note ? ["", note] : []),
    "",
    ...files.map(([file, says]) => file.padEnd(width) + says),
    ...(checkpoint ? [] : ["", t.noCheckpoint]),
  ];
  return `${lines.join("\n")}\n`;
}
