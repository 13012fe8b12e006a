import { writeFileSync } from "node:fs";
import { basename } from "node:path";
import { armLabel } from "../config/arms";
import { loadDataset } from "../data/load";
import { recordToCsv } from "../export/csv";
import { recordToJson } from "../export/json";
import { PlaygroundError, saidOf } from "../i18n/errors";
import { say } from "../i18n/message";
import { english, translate } from "../i18n/translate";
import type { Environment } from "../record/environment";
import type { TrainerEvent } from "../record/events";
import type { RunRecord } from "../record/record";
import { applyEvent, newRun, type Run, recordOf } from "../session/run";
import { prepareBackend } from "../training/prepareBackend";
import { Trainer } from "../training/trainer";
import { advance } from "./advance";
import { type CommandLine, readCommandLine, usage } from "./arguments";
import { INTERRUPTED, listenForInterrupt } from "./interrupt";
import { nodeWasmFolder, provideWebGpu } from "./nodeBackend";
import { progressBar } from "./progress";
import { reportOf } from "./reporting";
import { texts } from "./texts";
import { verdictTable } from "./verdictTable";

/** `npm run experiment`: the page's trainer without a page. */

/** @returns the exit status */
async function main(): Promise<number> {
  const command = readCommandLine(process.argv.slice(2));
  if (!command) {
    console.log(usage());
    return 0;
  }
  const run = await train(command);
  const record = recordOf(run);
  console.log(verdictTable(record));
  await writeFiles(command, run, record);
  if (run.failure) throw new PlaygroundError(run.failure);
  return run.state === "finished" ? 0 : INTERRUPTED;
}

/** Writes the files that were asked for. */
async function writeFiles({ config, out, csv, report }: CommandLine, run: Run, record: RunRecord): Promise<void> {
  if (out) writeFileSync(out, recordToJson(record));
  const labels = config.arms.map(armLabel).map((label) => english(label));
  if (csv) writeFileSync(csv, recordToCsv(record, labels));
  if (report) writeFileSync(report, await reportOf([{ name: basename(report, ".html"), run }]));
}

/** Trains to the end of the run, until the user interrupts it, or until it breaks (`advance`). */
async function train({ preset, config, files }: CommandLine): Promise<Run> {
  const run = newRun(config, files, preset);
  const dataset = await loadDataset(config.dataset, config.seed, files);
  const environment = await startBackend(config);
  const interrupt = listenForInterrupt(() => console.error(translate(texts.stopping)));
  const { backend, adapter } = environment;
  const learners = config.arms.length * config.seeds;
  console.error(translate(say(texts.announcement, { backend, adapter, learners, data: dataset.title })));
  const bar = progressBar(config.steps);
  const emit = (event: TrainerEvent) => {
    applyEvent(run, event);
    bar.at(run.step);
  };
  const trainer = new Trainer({ config, dataset, environment, emit, views: false });
  try {
    await advance(run, trainer, interrupt, emit);
  } finally {
    bar.end();
    trainer.dispose();
  }
  return run;
}

/** WebGPU through Dawn where there is an adapter, else the order of the page. */
async function startBackend(config: CommandLine["config"]): Promise<Environment> {
  const refusal = config.backend === "auto" || config.backend === "webgpu" ? await provideWebGpu() : null;
  const environment = await prepareBackend(config, nodeWasmFolder());
  if (refusal) environment.refused.unshift(refusal);
  return environment;
}

try {
  // Dawn keeps the process alive for as long as its device exists.
  process.exit(await main());
} catch (error) {
  console.error(translate(saidOf(error)));
  process.exit(1);
}
