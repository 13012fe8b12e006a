import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

/** Cross-origin isolation gives the WASM backend its threads; a host without these headers still works, on one thread. */
const isolation = {
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Embedder-Policy": "require-corp",
};

export default defineConfig({
  /** Relative addresses, so that any file host can serve `dist/` from any folder. */
  base: "./",
  plugins: [react()],
  worker: { format: "es" },
  server: { headers: isolation },
  preview: { headers: isolation },
  build: { target: "es2022", chunkSizeWarningLimit: 2500 },
});
