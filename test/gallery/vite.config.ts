import { realpathSync } from "node:fs";
import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { tensorflow } from "../../vite.config.ts";

const folder = fileURLToPath(new URL(".", import.meta.url));
const repository = fileURLToPath(new URL("../..", import.meta.url));

/** The gallery's own page: `npm run gallery` serves it from the sources. */
export default defineConfig({
  root: folder,
  base: "./",
  publicDir: false,
  cacheDir: `${repository}/.cache/gallery`,
  resolve: { alias: tensorflow },
  plugins: [react()],
  // Packages may be kept elsewhere and linked to.
  server: { fs: { allow: [repository, realpathSync(`${repository}/node_modules`)] } },
});
