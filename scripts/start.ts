import { spawnSync } from "node:child_process";
import { preview } from "vite";

/**
 * `npm start`: builds the site, serves it and prints the address. A build takes more than a gigabyte, which a process does not
 * give back: it has one of its own.
 */

console.log("Building ...");
const { status } = spawnSync("vite", ["build", "--logLevel", "warn"], {
  stdio: "inherit",
  shell: process.platform === "win32",
});
if (status !== 0) process.exit(status ?? 1);
const server = await preview({
  preview: { port: Number(process.env.PORT ?? 4173), host: process.env.HOST ?? "localhost" },
});
const [address] = server.resolvedUrls?.local ?? [];
console.log(`\n  FlatNCE Playground: ${address}\n  Stop with Ctrl+C.\n`);
