import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build, type PluginOption } from "vite";
import { compileKernels } from "../../scripts/kernels";
import { tensorflow } from "../../vite.config";

/** Folder of the pages that are measured. */
export const PAGES = fileURLToPath(new URL("./pages/", import.meta.url));

/**
 * Builds pages for production, as the site is built.
 * @param names of the pages, without `.html`
 */
export async function buildPages(
  outDir: string,
  names: readonly string[],
  plugins: PluginOption[] = [],
): Promise<void> {
  await compileKernels();
  await build({
    configFile: false,
    logLevel: "warn",
    root: PAGES,
    base: "./",
    resolve: { alias: tensorflow },
    plugins,
    build: {
      outDir,
      emptyOutDir: true,
      target: "es2022",
      chunkSizeWarningLimit: 5000,
      rolldownOptions: { input: names.map((name) => join(PAGES, `${name}.html`)) },
    },
  });
}
