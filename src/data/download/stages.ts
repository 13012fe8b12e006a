import type { LoadTools } from "../types";

/** Of the time that a download takes together with the reading of what came. */
const DOWNLOAD_SHARE = 0.7;

/** Tools whose progress runs over a part of the whole. */
export function stage(tools: LoadTools, from: number, to: number): LoadTools {
  return { ...tools, onProgress: (share) => tools.onProgress?.(from + share * (to - from)) };
}

/** Tools for fetching a file, and for reading it afterwards. */
export function twoStages(tools: LoadTools): [downloading: LoadTools, reading: LoadTools] {
  return [stage(tools, 0, DOWNLOAD_SHARE), stage(tools, DOWNLOAD_SHARE, 1)];
}
