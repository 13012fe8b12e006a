import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build, preview } from "vite";
import { ENGINES } from "../../test/engines/drivers";
import { drawStrip } from "./drawStrip";
import { SECONDS, SHOWS, type Show } from "./shows";
import { takeFrames } from "./takeFrames";

/**
 * `npm run film`: the first minute as a visitor sees it, in every engine that is installed, into `docs/film/`. Arguments are
 * beginnings of the names of strips: `npm run film -- webkit chromium-wasm-360`. Takes a minute a strip; leave the machine alone.
 */

const FOLDER = fileURLToPath(new URL("../../docs/film/", import.meta.url));

const wanted = process.argv.slice(2);
const shows = SHOWS.filter(({ id }) => wanted.length === 0 || wanted.some((beginning) => id.startsWith(beginning)));

async function main(): Promise<void> {
  const outDir = mkdtempSync(join(tmpdir(), "flatnce-film-"));
  await build({ logLevel: "warn", build: { outDir, emptyOutDir: true } });
  const server = await preview({ build: { outDir }, preview: { port: 0, host: "127.0.0.1" } });
  const site = server.resolvedUrls?.local[0] ?? "";
  mkdirSync(FOLDER, { recursive: true });
  for (const show of shows) await film(show, site);
  writeFileSync(`${FOLDER}README.md`, catalog());
  await server.close();
  rmSync(outDir, { recursive: true });
}

async function film(show: Show, site: string): Promise<void> {
  const missing = ENGINES[show.engine].missing();
  if (missing) return console.log(`left out  ${show.id}: ${missing}`);
  await drawStrip(show, await takeFrames(show, site), `${FOLDER}${show.id}.jpg`);
  console.log(`filmed    ${show.id}`);
}

function catalog(): string {
  const filmed = SHOWS.filter(({ id }) => existsSync(`${FOLDER}${id}.jpg`));
  const strips = filmed.map(({ id, title }) => `## ${title}\n\n![${title}](${id}.jpg)\n`);
  return `# The first minute

What a first visit sees ${SECONDS.join(", ")} s after the address was entered (the times in the pictures are those at which they were asked for), by \`npm run film\`. WebGPU is
a software adapter where there is no GPU, several times slower than WASM. Each strip says when, and on how many cores, it was filmed.

${strips.join("\n")}`;
}

await main();
process.exit(0);
