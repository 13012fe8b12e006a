import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build, preview } from "vite";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  interface ProvidedContext {
    galleryUrl: string;
    /** Whether snapshots and pictures are written rather than compared: `--update`. */
    galleryIsWritten: boolean;
  }
}

const configFile = fileURLToPath(new URL("vite.config.ts", import.meta.url));

/** Builds the gallery into a folder of its own and serves it while its test runs. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const outDir = mkdtempSync(join(tmpdir(), "flatnce-gallery-"));
  await build({ configFile, logLevel: "warn", build: { outDir, emptyOutDir: true, minify: false } });
  const server = await preview({ configFile, build: { outDir }, preview: { port: 0, host: "127.0.0.1" } });
  project.provide("galleryUrl", server.resolvedUrls?.local[0] ?? "");
  project.provide("galleryIsWritten", project.vitest.config.snapshotOptions.updateSnapshot === "all");
  return async () => {
    await server.close();
    rmSync(outDir, { recursive: true });
  };
}
