import { runCommand } from "../command";
import { readSweepCommand, usage } from "./arguments";
import { cellList } from "./list";
import { merge } from "./merge";

/** `npm run sweep`: the Sweep page's measurement without a page, whole or in parts, and the parts as one document. */

/** @returns the exit status */
async function main(): Promise<number> {
  const command = readSweepCommand(process.argv.slice(2));
  // What trains is loaded when something is to be trained.
  if (command?.kind === "run") return (await import("./run")).run(command);
  if (command?.kind === "merge") return merge(command);
  console.log(command ? cellList(command.sweep, command.shard) : usage());
  return 0;
}

await runCommand(main);
