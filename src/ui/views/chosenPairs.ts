import { useMemo } from "react";
import type { AnchorBatch, SamplePictures, ViewPairs } from "../../record/events";
import { chosenSamples } from "../../session/anchor/state";
import { useSelect, useShownRun } from "../context";

export interface ShownPairs {
  pairs: ViewPairs;
  /** How many of them, from the first on, are chosen samples. */
  chosen: number;
}

/** The pairs of a snapshot, the first of them in favor of the samples that are chosen in the embedding. */
export function useShownPairs(pairs: ViewPairs): ShownPairs {
  const anchors = useShownRun((run) => run?.anchors ?? null);
  const pictures = useShownRun((run) => run?.samples ?? null);
  // Not what is under the pointer: nothing is drawn anew for it.
  const chosen = useSelect(({ anchor }) => anchor.chosen);
  const group = useSelect(({ anchor }) => anchor.group);
  return useMemo(() => {
    const samples = chosenSamples({ chosen, group }, anchors?.samples);
    const own = samples.flatMap((sample) => bothViews(sample, pictures, anchors) ?? []).slice(0, pairs.count);
    return { pairs: withFirst(pairs, own), chosen: own.length };
  }, [pairs, chosen, group, anchors, pictures]);
}

/** Both views of a sample as the pairs have them, images in 0..1: of an anchor those that its forces are of. Null where none are kept. */
function bothViews(sample: number, pictures: SamplePictures | null, anchors: AnchorBatch | null): Float32Array | null {
  const anchor = anchors?.samples.indexOf(sample) ?? -1;
  const { values, shape } =
    anchor >= 0 && anchors ? anchors.pairs : { values: pictures?.views, shape: pictures?.shape };
  if (!values || !shape || (anchor < 0 && sample >= (pictures?.count ?? 0))) return null;
  const length = 2 * shape.reduce((a, b) => a * b, 1);
  const start = (anchor < 0 ? sample : anchor) * length;
  const scale = values instanceof Uint8Array ? 255 : 1;
  return Float32Array.from(values.subarray(start, start + length), (value) => value / scale);
}

function withFirst(pairs: ViewPairs, own: readonly Float32Array[]): ViewPairs {
  if (own.length === 0) return pairs;
  const values = pairs.values.slice();
  const length = values.length / pairs.count;
  own.forEach((views, place) => {
    values.set(views.subarray(0, length), place * length);
  });
  return { ...pairs, values };
}
