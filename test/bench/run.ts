import { writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { BrowserVenue } from "./browser";
import type { BenchCase, StartedContender, Venue } from "./case";
import { measure } from "./measure";
import { NodeVenue } from "./node";
import { plan } from "./plan";
import { tableText } from "./report";

/** `npm run bench`: times the two standard steps here and in other libraries; see README.md beside this file. */

const RESULTS = fileURLToPath(new URL("./RESULTS.md", import.meta.url));

const { values: options } = parseArgs({
  options: {
    /** Other batch sizes of the mlp as well. */
    full: { type: "boolean", default: false },
    /** The machine's GPU rather than the adapter that computes on the CPU. */
    gpu: { type: "boolean", default: false },
    /** Processes of Node.js, with Dawn, rather than pages of Chromium. */
    node: { type: "boolean", default: false },
    /** One backend only. */
    backend: { type: "string" },
    /** Keep the tables in RESULTS.md. */
    write: { type: "boolean", default: false },
  },
});

/** Contenders are started when they are first needed; one that does not start says so in each of its cases. */
function starter(venue: Venue): (what: BenchCase) => Promise<StartedContender> {
  const started = new Map<string, Promise<StartedContender>>();
  return ({ library, backend }) => {
    const key = `${library} on ${backend}`;
    const contender = started.get(key) ?? venue.contender(library, backend);
    if (!started.has(key)) contender.then(({ adapter }) => print(`${key}: ${adapter}`)).catch(() => undefined);
    started.set(key, contender);
    return contender;
  };
}

const lines: string[] = [];
function print(line: string): void {
  lines.push(line);
  console.log(line);
}

const backends = (["webgpu", "wasm"] as const).filter((name) => !options.backend || options.backend === name);
const venue = options.node ? new NodeVenue(options.gpu) : await BrowserVenue.open(options.gpu);
try {
  print(
    `${new Date().toISOString().slice(0, 10)}, ${venue.name}, ${cpus().length} cores (${cpus()[0]?.model ?? "unknown"})\n`,
  );
  const contenderOf = starter(venue);
  for (const table of plan(backends, options.full)) {
    print(`\n${tableText(table, await measure(table.cases, contenderOf))}`);
  }
} finally {
  await venue.close();
}
// One empty line between two parts, as the formatter has it.
if (options.write) writeFileSync(RESULTS, `# Benchmark results\n\n${lines.join("\n")}`.replace(/\n{3,}/g, "\n\n"));
