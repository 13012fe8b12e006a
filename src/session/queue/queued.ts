import { presetConfig } from "../../config/presets";
import type { PlaygroundState } from "../playgroundState";
import type { Queued } from "./queue";

/** What can be lined up from the page. */

/** The settings as they are. */
export function queuedDraft({ draft, presetId }: Pick<PlaygroundState, "draft" | "presetId">): Queued {
  return { config: draft, presetId };
}

/** A preset, on the backend in use. */
export function queuedPreset({ draft }: Pick<PlaygroundState, "draft">, id: string): Queued {
  return { config: { ...presetConfig(id), backend: draft.backend }, presetId: id };
}
