import { cpus, loadavg } from "node:os";
import { parseArgs } from "node:util";
import { Budget } from "./budget";
import type { Engine } from "./case";
import { type Measured, measure } from "./measure";
import { operationsPlan } from "./operations/plan";
import { type PlanOptions, plan } from "./plan";
import { operationsText } from "./report/operations";
import { keepSection } from "./report/results";
import { tableText } from "./report/tables";
import { goalsText, lossesText } from "./report/verdicts";
import { Venues } from "./venues";

/** `npm run bench`: times the standard steps here and in other libraries; see README.md beside this file. */

const ENGINES: Engine[] = ["chromium", "firefox", "node", "python"];
/** Of a whole run, so that it ends within eight minutes. */
const SECONDS = 440;

const { values: options } = parseArgs({
  options: {
    /** More batch sizes and steps that take seconds. */
    full: { type: "boolean", default: false },
    /** The machine's GPU rather than the adapter that computes on the CPU. */
    gpu: { type: "boolean", default: false },
    /** Which engines, with commas between them. */
    browsers: { type: "string", default: "chromium,firefox,node" },
    /** The same as `--browsers node`: needs no browser. */
    node: { type: "boolean", default: false },
    /** One backend only. */
    backend: { type: "string" },
    /** One step only. */
    step: { type: "string" },
    /** Seconds that all may take. */
    budget: { type: "string" },
    /** Single operations, beside what the machine can do. */
    ops: { type: "boolean", default: false },
    /** Keep the tables in RESULTS.md. */
    write: { type: "boolean", default: false },
  },
});

const lines: string[] = [];
function print(line: string): void {
  lines.push(line);
  console.log(line);
}

const seconds = Number(options.budget ?? (options.full ? 3 * SECONDS : SECONDS));
const names = options.node ? ["node"] : options.browsers.split(",");
const engines = ENGINES.filter((engine) => engine === "python" || names.includes(engine));
const backends = (["webgpu", "wasm"] as const).filter((name) => !options.backend || options.backend === name);
const planOptions: PlanOptions = { engines, backends, gpu: options.gpu, full: options.full };
const wanted = options.ops ? [] : plan(planOptions).filter(({ title }) => title.startsWith(options.step ?? ""));
// On a GPU one command is to say all.
const operations = options.ops || (options.gpu && !options.step) ? operationsPlan(planOptions) : [];
const tables = [...wanted, ...operations];

const load = loadavg()[0] ?? 0;
print(
  `${new Date().toISOString().slice(0, 16).replace("T", " ")} UTC, ${cpus().length} cores (${cpus()[0]?.model ?? "unknown"}), load ${load.toFixed(1)} before it began`,
);
const expected = tables.reduce((sum, table) => sum + table.seconds, 0);
console.log(
  `${tables.length} tables, at most ${Math.round(expected / 60)} min, ${Math.round(seconds / 60)} min in all\n`,
);

const budget = new Budget(seconds);
const venues = new Venues(options.gpu, print);
const done: { title: string; measured: Measured[] }[] = [];
const begun = performance.now();
try {
  await venues.prepare(engines);
  for (const table of tables) {
    if (budget.leftMs < 500 * table.seconds) {
      print(`\n### ${table.title}\n\nLeft out: it would have taken longer than was left.\n`);
      continue;
    }
    const { rounds } = table;
    const measured = await measure(table.cases, venues, {
      seconds: Math.min(table.seconds, budget.leftMs / 1000),
      rounds,
    });
    const isOperations = operations.includes(table);
    if (!isOperations) done.push({ title: table.title, measured });
    print(`\n${isOperations ? operationsText(table, measured) : tableText(table, measured)}`);
    await venues.release();
  }
} finally {
  await venues.close();
}
if (done.length > 0) print(`${goalsText(done.flatMap(({ measured }) => measured))}\n${lossesText(done)}`);
print(
  `It took ${Math.round((performance.now() - begun) / 1000)} s; the load was ${(loadavg()[0] ?? 0).toFixed(1)} at its end.`,
);
if (options.write) keepSection(options.gpu ? "On a GPU" : options.ops ? "Operations" : "Without a GPU", lines);
