import type { ENGINES } from "../../test/engines/drivers";
import type { WindowLook } from "../../test/engines/drivers/types";

/** What is filmed: engines and where they compute, in three windows, light and dark. */

/** Seconds after the address was entered. */
export const SECONDS = [0, 1, 3, 10, 30, 60] as const;

export interface Show {
  /** Names the strip's file. */
  id: string;
  title: string;
  engine: keyof typeof ENGINES;
  /** After the page's address. */
  hash: string;
  /** Whether Play is pressed as soon as there is a page: one that was opened with a link does not begin by itself. */
  plays: boolean;
  look: WindowLook;
}

const STAGES = [
  { id: "chromium-wasm", title: "Chromium, WASM", engine: "chromium", hash: "", plays: false },
  { id: "chromium-webgpu", title: "Chromium, WebGPU", engine: "chromium", hash: "#backend=webgpu", plays: true },
  { id: "firefox", title: "Firefox, WASM", engine: "firefox", hash: "", plays: false },
  { id: "webkit", title: "WebKit, WASM", engine: "webkit", hash: "", plays: false },
] as const;

const WINDOWS = [
  { width: 1280, height: 720 },
  { width: 1920, height: 1080 },
  { width: 360, height: 740 },
] as const;

export const SHOWS: readonly Show[] = STAGES.flatMap((stage) =>
  WINDOWS.flatMap((window) =>
    (["light", "dark"] as const).map((scheme) => ({
      ...stage,
      id: `${stage.id}-${window.width}-${scheme}`,
      title: `${stage.title}, ${window.width} x ${window.height}, ${scheme}`,
      look: { ...window, scheme },
    })),
  ),
);
