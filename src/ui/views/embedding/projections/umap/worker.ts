import { moduleWorker } from "../../../../../worker/moduleWorker";
import { UmapLayouts } from "./layouts";
import workerUrl from "./umap.worker.ts?worker&url";

/** The layouts of the page: there is one worker, however many pictures there are. */
export const UMAP_LAYOUTS = new UmapLayouts(() => moduleWorker(workerUrl, "umap"));
