import type { Thumbnail } from "../../../config/presets/thumbnail";

/** The pictures of the presets, as `npm run presets:thumbnails` left them. */

const FILES = import.meta.glob<Thumbnail>("../../../config/presets/thumbnails/*.json", {
  eager: true,
  import: "default",
});
const BY_PRESET = new Map(Object.values(FILES).map((thumbnail) => [thumbnail.preset, thumbnail]));

/** Undefined where a preset was never run. */
export function thumbnailOf(presetId: string): Thumbnail | undefined {
  return BY_PRESET.get(presetId);
}
