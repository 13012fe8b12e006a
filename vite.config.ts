import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin } from "vite";
import { VitePWA } from "vite-plugin-pwa";
import { output } from "./scripts/chunks.ts";
import { compileKernels } from "./scripts/kernels.ts";

/** Cross-origin isolation gives the WASM backend its threads; a host without these headers still works, on one thread. */
export const isolation = {
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Embedder-Policy": "require-corp",
};

/** What the built page may do. Mantine's and Recharts' styles are static sheets or go through the CSSOM, so no 'unsafe-inline'. */
const POLICY = {
  "default-src": "'self'",
  "script-src": "'self' 'wasm-unsafe-eval'",
  "style-src": "'self'",
  "img-src": "'self' data: blob:",
  "connect-src": "'self' https: http://localhost:*",
  "worker-src": "'self' blob:",
  "manifest-src": "'self'",
  "object-src": "'none'",
  "base-uri": "'none'",
  "form-action": "'none'",
};

/** Writes the policy into the built page; Vite's development server needs inline scripts and goes without. */
function contentSecurityPolicy(): Plugin {
  const content = Object.entries(POLICY)
    .map(([directive, sources]) => `${directive} ${sources}`)
    .join("; ");
  return {
    name: "content-security-policy",
    apply: "build",
    transformIndexHtml: () => [
      { tag: "meta", attrs: { "http-equiv": "Content-Security-Policy", content }, injectTo: "head-prepend" },
    ],
  };
}

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
  },
});

/**
 * The WASM backend gives its threads the source of its factory function, by `toString`. The function reads `_scriptDir` from
 * the scope around it, which is not in that text and has another name once minified: "e is not defined" in every thread.
 * It is only needed to find files by their script, and `setWasmPaths` names them all.
 */
export const wasmThreads: Plugin = {
  name: "wasm-threads",
  enforce: "pre",
  transform(code, id) {
    if (!id.includes("tfjs-backend-wasm-threaded-simd.js")) return null;
    return code
      .replace('typeof _scriptDir !== "undefined" && _scriptDir', "false")
      .replace('Module["mainScriptUrlOrBlob"]||_scriptDir', 'Module["mainScriptUrlOrBlob"]')
      .replace("pthreadPoolSize=8", "pthreadPoolSize=navigator.hardwareConcurrency<4?1:8");
  },
};

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
  plugins: [kernels, react(), contentSecurityPolicy(), wasmThreads, offline],
  worker: { format: "es", plugins: () => [wasmThreads], rolldownOptions: { output } },
  server: { headers: isolation },
  // A sandboxed frame has no origin: to it, the page's own files are somebody else's.
  preview: { headers: isolation, cors: { origin: "*" } },
  build: { target: "es2022", chunkSizeWarningLimit: 2500, rolldownOptions: { output } },
});
