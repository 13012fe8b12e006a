import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build, preview } from "vite";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  interface ProvidedContext {
    siteUrl: string;
  }
}

/** Vitest says `test`, which React takes for development: its script is larger then, and works twice. */
async function buildAsUsed(outDir: string): Promise<void> {
  const { NODE_ENV } = process.env;
  process.env.NODE_ENV = "production";
  try {
    await build({ logLevel: "warn", build: { outDir, emptyOutDir: true } });
  } finally {
    process.env.NODE_ENV = NODE_ENV;
  }
}

/** Builds the site as a user would get it, into a folder of its own, and serves it while the tests run. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const outDir = mkdtempSync(join(tmpdir(), "flatnce-site-"));
  await buildAsUsed(outDir);
  const server = await preview({ build: { outDir }, preview: { port: 0, host: "127.0.0.1" } });
  project.provide("siteUrl", server.resolvedUrls?.local[0] ?? "");
  return async () => {
    await server.close();
    rmSync(outDir, { recursive: true });
  };
}
