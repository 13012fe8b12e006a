import { createHash } from "node:crypto";
import { flatten } from "../../src/config/paths";
import type { Preset } from "../../src/config/presets/preset";

/**
 * Tells whether a preset says the same as when it was run: a hash of its own settings and of the metric of its picture, in an
 * order of their own. A default that changes, or a field that is new, does not show in it: what the preset says is the same.
 *
 * @returns twelve hexadecimal digits
 */
export function fingerprint({ chart, config }: Pick<Preset, "chart" | "config">): string {
  const leaves = flatten(config)
    .map(([path, value]) => `${path}=${JSON.stringify(value)}`)
    .sort();
  return createHash("sha256")
    .update([chart, ...leaves].join("\n"))
    .digest("hex")
    .slice(0, 12);
}
