import { byteNormal, type Draw, hashWords } from "../engine/random";
import { f32 } from "../engine/wgsl/numbers";
import { unitInterval } from "../settings/setting";
import { LANE } from "./parts";
import { defineAugmentation, type Numbers, type Stage } from "./types";

/** Normal noise, added to each value: the one thing that is done to points as well. */
const stage: Stage<{ noise: number }> = {
  /** Its standard deviation; 0 is none. */
  work: ({ noise }: Numbers<"noise">) => ({ noise }),
  isNeeded: ({ noise }) => noise > 0,
  reference: (x, _views, { noise }, tools) => x.add(tools.tensor(tools.noise, x.shape).mul(noise)),
  wgsl: {
    values: ({ noise }, purpose) => ({
      functions: /* wgsl */ `
/** Noise of values 4 group .. 4 group + 3 of a view; one hash makes the four. */
fn noise(view: u32, group: u32) -> vec4f {
  let seed = bitcast<u32>(seeds[view / VIEWS]);
  let draw = Draw(seed, block.step, own_view(view), ${purpose}u, ${LANE.noise}u + group);
  return ${f32(noise)} * byte_normal(hash_words(draw));
}`,
      apply: (four) => `${four} + noise(view, group)`,
    }),
  },
  wasm: () => [{ kernel: "addNoise", columns: [], numbers: ({ noise }) => [noise] }],
};

export const noise = defineAugmentation({
  id: "noise",
  label: "Noise",
  guide: "Normal noise, added to each value. SimCLR has none.",
  summary: "\u03c3 {noise, number, ::.##}",
  samples: "all",
  fields: {
    /** Standard deviation: in units of the full range for images, of the data for points. */
    noise: {
      schema: unitInterval.default(0.05),
      label: "Standard deviation",
      tooltip: "Of the noise: in units of the full range for images, of the data for points.",
      wording: "augmentation.deviation",
      name: "Noise",
      control: "slider",
      step: 0.01,
      span: [0, 0.5],
    },
  },
  off: { noise: 0 },
  on: { noise: 0.05 },
  columns: [] as never[],
  stage,
});

/** Where the noise of one view, its `sample`, is drawn. */
export type NoiseDraw = Omit<Draw, "lane">;

/** Fills with nearly standard normal noise; one hash makes four numbers. */
export function fillNoise(values: Float32Array, draw: NoiseDraw): void {
  for (let i = 0; i < values.length; i += 4) {
    const words = hashWords({ ...draw, lane: LANE.noise + i / 4 });
    for (let j = 0; j < 4 && i + j < values.length; j++) values[i + j] = byteNormal(words[j]!);
  }
}
