import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { preview } from "vite";
import { isolation } from "../../../scripts/policy";
import { wasmThreads } from "../../../vite.config";
import type { Library } from "../case";
import { buildPages, PAGES } from "../pages";

const LIBRARIES: Library[] = ["ours", "tfjs", "jax", "ort"];

/** Serves the pages of all contenders, built as the site is and cross-origin isolated, to every browser alike. */
export class PageServer {
  /** Ends in a slash. */
  readonly address: string;
  readonly close: () => Promise<void>;

  private constructor(address: string, close: () => Promise<void>) {
    this.address = address;
    this.close = close;
  }

  static async open(): Promise<PageServer> {
    const outDir = mkdtempSync(join(tmpdir(), "flatnce-bench-"));
    await buildPages(outDir, LIBRARIES, [wasmThreads]);
    const server = await preview({
      configFile: false,
      logLevel: "warn",
      root: PAGES,
      build: { outDir },
      preview: { port: 0, host: "127.0.0.1", headers: isolation },
    });
    return new PageServer(server.resolvedUrls?.local[0] ?? "", async () => {
      await server.close();
      rmSync(outDir, { recursive: true });
    });
  }
}
