import { writeFileSync } from "node:fs";
import { basename } from "node:path";
import { parseArgs } from "node:util";
import { saidOfErrors } from "../config/configError";
import { problem, saidOf } from "../i18n/errors";
import { say } from "../i18n/message";
import { translate } from "../i18n/translate";
import { importedRun } from "../session/runs/imported";
import { openedRun } from "../session/runs/row";
import { readJson, writable } from "./arguments";
import { texts } from "./errors";
import { type NamedRun, reportOf } from "./reporting";
import { texts as usageTexts } from "./texts";

/** `npm run report`: the page's report of records that were saved. */

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    options: { out: { type: "string" }, help: { type: "boolean", default: false } },
    allowPositionals: true,
  });
  const out = writable("--out", values.out);
  if (values.help || out === null || positionals.length === 0) {
    console.log(translate(say(usageTexts.reportUsage, { command: "npm run report --" })));
    return values.help ? 0 : 1;
  }
  writeFileSync(out, await reportOf(positionals.map(runIn)));
  return 0;
}

function runIn(file: string): NamedRun {
  const read = importedRun(readJson(file));
  if (!read.ok) throw problem(texts.invalidConfig, { file, problem: saidOfErrors(read.errors) });
  return { name: basename(file, ".json"), run: openedRun(read.config.row, read.config.series) };
}

try {
  // What lets a page take turns keeps the process alive.
  process.exit(await main());
} catch (error) {
  console.error(translate(saidOf(error)));
  process.exit(1);
}
