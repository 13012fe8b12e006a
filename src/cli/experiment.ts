import { writeFileSync } from "node:fs";
import { loadDataset } from "../data/load";
import { chooseBackend } from "../engine/backend";
import type { TrainerEvent } from "../experiment/events";
import type { Environment } from "../experiment/record";
import { Trainer } from "../experiment/trainer";
import { recordToCsv } from "../export/csv";
import { recordToJson } from "../export/json";
import { armLabel } from "../store/arms";
import { applyEvent, newRun, type Run, recordOf } from "../store/run";
import { type CommandLine, readCommandLine, USAGE } from "./arguments";
import { nodeWasmFolder, provideWebGpu } from "./nodeBackend";
import { progressBar } from "./progress";
import { verdictTable } from "./verdictTable";

/** `npm run experiment`: the page's trainer without a page. */

async function main(): Promise<void> {
  const command = readCommandLine(process.argv.slice(2));
  if (!command) return console.log(USAGE);
  const run = await train(command);
  const record = recordOf(run);
  console.log(verdictTable(record));
  if (command.out) writeFileSync(command.out, recordToJson(record));
  if (command.csv) writeFileSync(command.csv, recordToCsv(record, command.config.arms.map(armLabel)));
}

async function train({ config, files }: CommandLine): Promise<Run> {
  const run = newRun(config, files, null);
  const dataset = await loadDataset(config.dataset, config.seed, files);
  const environment = await startBackend(config.backend);
  console.error(
    `${environment.backend}: ${environment.adapter}. ${config.arms.length * config.seeds} learners on ${dataset.title}.`,
  );
  const bar = progressBar(config.steps);
  const emit = (event: TrainerEvent) => {
    applyEvent(run, { ...event, runId: 0 });
    bar.at(run.step);
  };
  const trainer = new Trainer({ config, dataset, environment, emit, views: false });
  emit({ type: "state", state: "running" });
  while (!trainer.finished) await trainer.advance();
  await trainer.settle();
  emit({ type: "state", state: "finished" });
  bar.end();
  trainer.dispose();
  return run;
}

/** WebGPU through Dawn where there is an adapter, else the order of the page. */
async function startBackend(choice: CommandLine["config"]["backend"]): Promise<Environment> {
  const refusal = choice === "auto" || choice === "webgpu" ? await provideWebGpu() : null;
  const environment = await chooseBackend(choice, nodeWasmFolder());
  if (refusal) environment.refused.unshift(refusal);
  return environment;
}

try {
  await main();
  // Dawn keeps the process alive for as long as its device exists.
  process.exit(0);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
