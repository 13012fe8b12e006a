import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { say } from "../i18n/message";
import { translate } from "../i18n/translate";
import { runCommand } from "./command";
import { comparisonTable } from "./comparison";
import { writable } from "./files";
import { runInFile } from "./recordFile";
import { reportOf } from "./reporting";
import { texts } from "./texts";

/** `npm run report`: how records that were saved differ, and the page's report of them. */

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    options: { out: { type: "string" }, help: { type: "boolean", default: false } },
    allowPositionals: true,
  });
  const out = writable("--out", values.out);
  // A single record without a file to write says nothing that its run has not said.
  if (values.help || positionals.length < (out === null ? 2 : 1)) {
    console.log(translate(say(texts.reportUsage, { command: "npm run report --" })));
    return values.help ? 0 : 1;
  }
  const runs = positionals.map(runInFile);
  const [first, ...others] = runs;
  for (const other of others) if (first) console.log(`${comparisonTable(first, other)}\n`);
  if (out !== null) writeFileSync(out, await reportOf(runs));
  return 0;
}

await runCommand(main);
