import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin } from "vite";
import { VitePWA } from "vite-plugin-pwa";
import { output } from "./scripts/chunks.ts";
import { compileKernels } from "./scripts/kernels.ts";
import { listingParts, notingParts } from "./scripts/parts.ts";
import { contentSecurityPolicy, headers, isolation } from "./scripts/policy.ts";

/** Everything that was built is kept by a service worker, so that the page opens without a network after the first visit. */
const offline = VitePWA({
  registerType: "autoUpdate",
  // The page does it itself (src/ui/offline.ts), but for frames.
  injectRegister: false,
  includeAssets: ["icon.svg", "icon-180.png"],
  manifest: {
    name: "FlatNCE Playground",
    short_name: "FlatNCE",
    description: "Train small contrastive learners on your own GPU and watch InfoNCE and FlatNCE side by side.",
    theme_color: "#1b2127",
    background_color: "#f6f6f4",
    display: "standalone",
    icons: [
      { src: "icon.svg", sizes: "any", type: "image/svg+xml" },
      { src: "icon-192.png", sizes: "192x192", type: "image/png" },
      { src: "icon-512.png", sizes: "512x512", type: "image/png", purpose: "any maskable" },
    ],
  },
  workbox: {
    globPatterns: ["**/*.{html,js,css,wasm,svg,png}"],
    // For other pages, which are on the net.
    globIgnores: ["embed.js"],
    maximumFileSizeToCacheInBytes: 8 * 2 ** 20,
    cleanupOutdatedCaches: true,
    // In one file: the page's policy, which is sent with it, lets it load no script by a text.
    inlineWorkboxRuntime: true,
  },
});

/**
 * The WASM backend gives its threads the source of its factory function, by `toString`, as a script of its own. The policy that they
 * inherit takes none that is made of a text; so it stands at the beginning of the thread's own script, where it needs no loading.
 * The function reads `_scriptDir` from the scope around it, which is not in that text and has another name once minified: "e is not
 * defined" in every thread. It is only needed to find files by their script, and `setWasmPaths` names them all.
 */
export const wasmThreads: Plugin = {
  name: "wasm-threads",
  enforce: "pre",
  transform(code, id) {
    const edits = Object.entries(THREAD_EDITS).find(([file]) => id.includes(file))?.[1];
    return edits?.reduce((text, [from, to]) => replaced(text, from, to), code);
  },
};

const FACTORY = "'var WasmBackendModuleThreadedSimd = ' + wasmFactoryThreadedSimd.toString() + ';'";
const THREAD_EDITS: Record<string, [from: string, to: string][]> = {
  "tfjs-backend-wasm-threaded-simd.js": [
    ['typeof _scriptDir !== "undefined" && _scriptDir', "false"],
    ['Module["mainScriptUrlOrBlob"]||_scriptDir', '""'],
    // It computes on half as many threads as there are cores: of fewer than four, on the caller's alone.
    ["pthreadPoolSize=8", "pthreadPoolSize=navigator.hardwareConcurrency<4?1:8"],
  ],
  "tfjs-backend-wasm-threaded-simd.worker.js": [["importScripts(e.data.urlOrBlob)}else{", "}else{"]],
  "dist/backend_wasm.js": [["new Blob([response]", `new Blob([${FACTORY}, response]`]],
};

/** @throws Error where a later version of the backend has another text there */
function replaced(text: string, from: string, to: string): string {
  if (!text.includes(from)) throw new Error(`wasm-threads: no ${from}`);
  return text.replace(from, () => to);
}

/** The WebAssembly kernels are compiled before anything asks for them. */
const kernels: Plugin = { name: "kernels", buildStart: () => compileKernels() };

/** Core and backends instead of all of TensorFlow.js, wherever something is bundled. */
export const tensorflow = [
  { find: /^@tensorflow\/tfjs$/, replacement: fileURLToPath(new URL("./src/engine/tfjs.ts", import.meta.url)) },
];

export default defineConfig({
  /** Relative addresses, so that any file host can serve `dist/` from any folder. */
  base: "./",
  resolve: { alias: tensorflow },
  plugins: [kernels, react(), contentSecurityPolicy(), wasmThreads, notingParts, listingParts, offline],
  worker: { format: "es", plugins: () => [wasmThreads, notingParts], rolldownOptions: { output } },
  server: { headers: isolation },
  // A sandboxed frame has no origin: to it, the page's own files are somebody else's.
  preview: { headers, cors: { origin: "*" } },
  build: { target: "es2022", chunkSizeWarningLimit: 2500, rolldownOptions: { output } },
});
