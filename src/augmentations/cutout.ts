import { threshold } from "../engine/wgsl/numbers";
import { unitInterval } from "../settings/setting";
import { isImage, LANE, probability, sides } from "./parts";
import { defineAugmentation, type ImageShape, type Numbers, type Stage } from "./types";
import type { ViewTable } from "./viewTable";

/**
 * Cutout (DeVries and Taylor, arXiv 1708.04552): a square of the views that have one becomes mean grey. Its center is any
 * pixel, so that the square may lie partly outside.
 */
const stage: Stage<{ cutoutSide: number }> = {
  /** Side of the square in pixels; 0 is none. */
  work: ({ cutout, cutoutSide }: Numbers<"cutout" | "cutoutSide">, shape) => ({
    cutoutSide: isImage(shape) && cutout > 0 ? Math.round(cutoutSide * sides(shape).shorter) : 0,
  }),
  isNeeded: ({ cutoutSide }) => cutoutSide > 0,
  // 0 is mean grey.
  isCentered: true,
  reference(x, views, { cutoutSide }, tools) {
    const [count, height, width] = x.shape;
    const rows = tools.tensor(covered(views, "cutoutY", height, cutoutSide), [count, height, 1, 1]);
    const columns = tools.tensor(covered(views, "cutoutX", width, cutoutSide), [count, 1, width, 1]);
    return x.mul(tools.tensor(Float32Array.of(1), []).sub(rows.mul(columns)));
  },
  wgsl: {
    centered: (shape, { cutoutSide }) => ({
      functions: cutoutWgsl(shape, cutoutSide),
      apply: (four) => `cut_out(view, group, ${four})`,
    }),
  },
  wasm: () => [{ kernel: "cutOut", columns: ["cutout"], numbers: ({ cutoutSide }) => [cutoutSide] }],
};

export const cutout = defineAugmentation({
  id: "cutout",
  label: "Cutout",
  guide:
    "One square of a view is painted over in mean grey. As published (DeVries and Taylor, 2017) it is done to every view; turning it on sets probability 1.",
  summary: "{cutout, number, ::percent}, side {cutoutSide, number, ::percent}",
  samples: "images",
  fields: {
    cutout: { ...probability, name: "Cutout", schema: unitInterval.default(0) },
    cutoutSide: {
      schema: unitInterval.default(0.5),
      label: "Side of the square",
      tooltip:
        "As a share of the image's shorter side. Its centre may be any pixel, so the square can lie partly outside.",
      control: "slider",
      step: 0.05,
    },
  },
  off: { cutout: 0 },
  // As it was published: always.
  on: { cutout: 1 },
  /** 1 erases a square, 0 does not; its center in shares of the image. */
  columns: ["cutout", "cutoutX", "cutoutY"],
  draws: {
    lanes: [LANE.cutout],
    values({ cutout }: Numbers<"cutout">, lane) {
      const [chance, x, y] = lane(LANE.cutout);
      return { cutout: chance < cutout ? 1 : 0, cutoutX: coarse(x), cutoutY: coarse(y) };
    },
    wgsl: ({ cutout }: Numbers<"cutout">) => /* wgsl */ `
  let cutout_center = vec2f(lane_${LANE.cutout}.yz >> vec2u(16u)) / 65536.0;
  view.cutout = chance(lane_${LANE.cutout}.x, ${threshold(cutout)});
  view.cutout_x = cutout_center.x;
  view.cutout_y = cutout_center.y;`,
    wasm: { kernel: "drawCutout", numbers: ({ cutout }: Numbers<"cutout">) => [cutout] },
  },
  stage,
});

/**
 * The upper 16 bits alone: the product with a side of up to 256 pixels is then exact in float32 too, and every device
 * erases the same pixels.
 */
function coarse(value: number): number {
  return Math.floor(value * 0x10000) / 0x10000;
}

/** 1 for the rows or columns that the square of a view covers, else 0: [V, size]. */
function covered(views: ViewTable, center: "cutoutX" | "cutoutY", size: number, side: number): Float32Array {
  const marks = new Float32Array(views.count * size);
  for (let view = 0; view < views.count; view++) {
    if (views.get(view, "cutout") === 0) continue;
    const first = Math.floor(views.get(view, center) * size) - Math.floor(side / 2);
    marks.fill(1, view * size + Math.max(0, first), view * size + Math.min(size, first + side));
  }
  return marks;
}

function cutoutWgsl([height, width, channels]: ImageShape, side: number): string {
  const half = Math.floor(side / 2);
  return /* wgsl */ `
/** Values 4 group .. 4 group + 3 of a view, 0 where its square lies. */
fn cut_out(view: u32, group: u32, four: vec4f) -> vec4f {
  if (views[view].cutout == 0.0) { return four; }
  let first = vec2i(vec2f(views[view].cutout_x * ${width}.0, views[view].cutout_y * ${height}.0)) - ${half};
  let at = (4u * group + vec4u(0u, 1u, 2u, 3u)) / ${channels}u;
  // Places before the first one wrap around to large numbers.
  let across = vec4u(vec4i(at % ${width}u) - first.x);
  let along = vec4u(vec4i(at / ${width}u) - first.y);
  return select(four, vec4f(0.0), (across < vec4u(${side}u)) & (along < vec4u(${side}u)));
}`;
}
