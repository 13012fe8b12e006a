import { writeFileSync } from "node:fs";
import { basename } from "node:path";
import { armLabel } from "../config/arms";
import { loadDataset } from "../data/load";
import type { Dataset } from "../data/types";
import { recordToCsv } from "../export/csv";
import { recordToJson } from "../export/json";
import { PlaygroundError } from "../i18n/errors";
import { say } from "../i18n/message";
import { english, translate } from "../i18n/translate";
import { configAfter } from "../record/changes";
import { deviceName, type Environment } from "../record/environment";
import type { TrainerEvent } from "../record/events";
import type { RunRecord } from "../record/record";
import type { RunSoFar } from "../record/soFar";
import { saidOfEarlyStop } from "../record/words/earlyStop";
import { runFrom } from "../session/checkpoints/document";
import { applyEvent, newRun, noteMove, type Run, recordOf } from "../session/run";
import { Trainer } from "../training/trainer";
import { advance } from "./advance";
import { type CommandLine, readCommandLine, usage } from "./arguments";
import { saveCheckpoint } from "./checkpoint";
import { runCommand } from "./command";
import { comparisonTable } from "./comparison";
import { dataLines, suspicionLines } from "./dataLines";
import { assertSplit, saveEmbeddings } from "./embeddings";
import { INTERRUPTED, listenForInterrupt } from "./interrupt";
import { startBackend } from "./nodeBackend";
import { openOwnFiles } from "./ownFiles";
import { decodeInNode } from "./pictures";
import { progressBar } from "./progress";
import { writePyTorch } from "./pytorch";
import { remarksOf } from "./remarks";
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
  if (command.pytorch !== null) {
    await exportOnly(command, command.pytorch);
    return 0;
  }
  const run = await train(command);
  const record = recordOf(run);
  console.log([verdictTable(record), ...remarksOf(run), ...suspicionLines(run.dataReport)].join("\n"));
  const name = translate(texts.thisRun);
  for (const other of command.compare) console.log(`\n${comparisonTable({ name, run }, other)}`);
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

/** Writes the experiment as a program for elsewhere, at the step where it would begin here. */
async function exportOnly({ config, data, resume }: CommandLine, folder: string): Promise<void> {
  const dataset = await loadDataset(config.dataset, config.seed, await openOwnFiles(data), {
    decodeImage: decodeInNode,
  });
  const environment = await startBackend(config);
  const changes = resume?.run?.changes;
  const emit = () => undefined;
  const trainer = new Trainer({ config, dataset, environment, emit, views: false, resumeFrom: resume?.state, changes });
  try {
    await writePyTorch(folder, configAfter(config, changes ?? []), trainer);
  } finally {
    trainer.dispose();
  }
}

/** Trains to the end of the run, until the user interrupts it, or until it breaks (`advance`). */
async function train({ preset, config, data, resume, checkpoint, embeddings }: CommandLine): Promise<Run> {
  const files = await openOwnFiles(data);
  const dataset = await loadDataset(config.dataset, config.seed, files, { decodeImage: decodeInNode });
  const run = resume ? runFrom(resume, files) : newRun(config, files, preset);
  const environment = await startBackend(config);
  // From the first line on, Ctrl+C stops in good order.
  const interrupt = listenForInterrupt(() => console.error(translate(texts.stopping)));
  announce(run, environment, dataset);
  if (resume?.run) announceResuming(run, environment, resume.run);
  const bar = progressBar(run.config.steps);
  const emit = (event: TrainerEvent) => {
    applyEvent(run, event);
    bar.at(run.step);
  };
  const from = { resumeFrom: resume?.state, changes: run.changes };
  const trainer = new Trainer({ config, dataset, environment, emit, views: false, ...from });
  try {
    if (embeddings) await assertSplit(embeddings, trainer);
    await advance(run, trainer, interrupt, emit);
    if (checkpoint && !run.failure) await saveCheckpoint(checkpoint, run, trainer);
    if (embeddings && !run.failure) await saveEmbeddings(embeddings, run, trainer);
  } finally {
    bar.end();
    trainer.dispose();
  }
  if (run.stoppedEarly) console.error(`${translate(saidOfEarlyStop(run.stoppedEarly, run.config))}.`);
  return run;
}

function announce({ config }: Run, { backend, adapter }: Environment, { title, report }: Dataset): void {
  const learners = config.arms.length * config.seeds;
  console.error(translate(say(texts.announcement, { backend, adapter, learners, data: title })));
  if (report) console.error(dataLines(report).join("\n"));
}

function announceResuming(run: Run, environment: Environment, { environment: before }: RunSoFar): void {
  console.error(translate(say(texts.resuming, { step: run.step, steps: run.config.steps })));
  if (!noteMove(run, before, environment)) return;
  console.error(translate(say(texts.elsewhere, { before: deviceName(before) })));
}

await runCommand(main);
