import { type UmapRequest, umapSteps } from "./fit";
import type { UmapReply } from "./layouts";

/** Works out layouts, one after the other, apart from the page and from the training. It is called off by being ended. */

addEventListener("message", ({ data }: MessageEvent<UmapRequest>) => {
  for (const step of umapSteps(data)) postMessage(step satisfies UmapReply);
});
