import { UmapLayouts } from "./layouts";

/** The layouts of the page: there is one worker, however many pictures there are. */
export const UMAP_LAYOUTS = new UmapLayouts(
  () => new Worker(new URL("./umap.worker.ts", import.meta.url), { type: "module", name: "umap" }),
);
