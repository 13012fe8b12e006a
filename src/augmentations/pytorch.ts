import { YIQ } from "./color/chroma";
import { LANE } from "./parts";
import { type AugmentationRecipe, augmentationWork } from "./recipe";

/**
 * The stages of the augmentations in PyTorch, as statements that change `x` [V, C, H, W]. At hand: `u` [V, 20], uniform in
 * [0, 1): the words of a view's lanes (parts.ts), four to a lane, so that both sides can be given the same ones; `noise`, standard
 * normal, like `x`.
 */
export interface PyTorchAugmentation {
  /** In the order in which they are done, before values are clipped and centered to -1..1. */
  stages: string[];
  /** The same after that. */
  centered: string[];
  /** Numbers that a view is drawn by. */
  columns: number;
  hasNoise: boolean;
}

/** Lanes in the order of the columns; noise has numbers of its own. */
const LANES: readonly number[] = [LANE.crop, LANE.pose, LANE.jitter, LANE.blur, LANE.cutout];
const WORDS = 4;

/** @param shape of a sample, [H, W, C] or [D] */
export function pytorchAugmentation(recipe: AugmentationRecipe, shape: readonly number[]): PyTorchAugmentation {
  const work = augmentationWork(recipe, shape);
  const stages = [
    ...(work.geometry ? [pose(recipe)] : []),
    ...(work.light || work.color ? [color(recipe, shape[2] === 3)] : []),
    ...(work.blurRadius > 0 ? [blur(recipe, work.blurRadius)] : []),
    ...(work.noise > 0 ? [`x = x + ${work.noise} * noise`] : []),
  ];
  const centered = work.cutoutSide > 0 ? [cutout(recipe, work.cutoutSide)] : [];
  return { stages, centered, columns: WORDS * LANES.length, hasNoise: work.noise > 0 };
}

/** Where in `u` a word of a lane lies. */
function word(lane: number, place: number): string {
  return `u[:, ${WORDS * LANES.indexOf(lane) + place}]`;
}

/** Without the last digits of a difference, which are its rounding. */
function short(value: number): number {
  return Number(value.toPrecision(12));
}

function pose({ minScale, maxScale, maxAspect, flip, rotation }: AugmentationRecipe): string {
  const [area, ratio, across, along] = [0, 1, 2, 3].map((place) => word(LANE.crop, place));
  const border = rotation > 0 ? "reflection" : "border";
  const turned =
    rotation > 0
      ? `angle, side = (2 * ${word(LANE.pose, 0)} - 1) * math.radians(${rotation}), x.shape[2] / x.shape[3]
rows = [angle.cos() * width, -angle.sin() * height * side, 2 * center_x - 1]
rows += [angle.sin() * width / side, angle.cos() * height, 2 * center_y - 1]`
      : "rows = [width, 0 * width, 2 * center_x - 1, 0 * height, height, 2 * center_y - 1]";
  return `# Crop, flip and rotation: one affine resampling.
scale, aspect = ${maxScale} - ${area} * ${short(maxScale - minScale)}, ${maxAspect} ** (2 * ${ratio} - 1)
width, height = (scale * aspect).sqrt().clamp(max=1), (scale / aspect).sqrt().clamp(max=1)
center_x, center_y = width / 2 + ${across} * (1 - width), height / 2 + ${along} * (1 - height)
${flip > 0 ? `width = torch.where(${word(LANE.pose, 1)} < ${flip}, -width, width)\n` : ""}${turned}
grid = F.affine_grid(torch.stack(rows, 1).view(-1, 2, 3), x.shape, align_corners=False)
x = F.grid_sample(x, grid, padding_mode="${border}", align_corners=False)`;
}

function color({ jitter, brightness, contrast, saturation, hue, grey }: AugmentationRecipe, isColor: boolean): string {
  const changed = (lane: number, place: number, most: number) =>
    `1 + jitter * (2 * ${word(lane, place)} - 1) * ${most}`;
  const mean = isColor ? 'torch.einsum("vchw,c->v", x, YIQ[0]) / x[0, 0].numel()' : "x.mean((1, 2, 3))";
  const light = `# Color jitter: brightness and contrast, then saturation, hue and grey as a change of the chroma.
jitter = (${word(LANE.pose, 2)} < ${jitter}).float()
bright, contrast = ${changed(LANE.pose, 3, brightness)}, ${changed(LANE.jitter, 0, contrast)}
mean = ${mean}
x = (bright * contrast).view(-1, 1, 1, 1) * x + (bright * (1 - contrast) * mean).view(-1, 1, 1, 1)`;
  if (!isColor) return light;
  const matrix = (rows: readonly (readonly number[])[]) =>
    `torch.tensor([${rows.map((row) => `[${row.map((value) => Number(value.toPrecision(8))).join(", ")}]`).join(", ")}]).to(x)`;
  return `YIQ = ${matrix(YIQ)}
RGB = torch.inverse(YIQ)
${light}
chroma = torch.where(${word(LANE.jitter, 3)} < ${grey}, torch.zeros_like(mean), ${changed(LANE.jitter, 1, saturation)})
turn = jitter * (2 * ${word(LANE.jitter, 2)} - 1) * ${hue} * 2 * math.pi
along, across = ((chroma * f(turn)).view(-1, 1, 1) for f in (torch.cos, torch.sin))
luma, i, q = torch.einsum("kc,vchw->vkhw", YIQ, x).unbind(1)
x = torch.einsum("ck,vkhw->vchw", RGB, torch.stack([luma, along * i - across * q, across * i + along * q], 1))`;
}

function blur({ blur, maxBlur }: AugmentationRecipe, radius: number): string {
  const chance = word(LANE.blur, 0);
  return `# Gaussian blur of some views, by rows and by columns; images are mirrored at their edges.
deviation = torch.where(${chance} < ${blur}, 0.1 + ${word(LANE.blur, 1)} * ${short(maxBlur - 0.1)}, torch.full_like(${chance}, 1e-3))
weights = torch.exp(-0.5 * (torch.arange(-${radius}, ${radius + 1}, device=x.device) / deviation[:, None]).square())
weights = (weights / weights.sum(1, keepdim=True)).view(-1, 1, 1, 1, ${2 * radius + 1})
for axis in (2, 3):
    side = x.shape[axis]
    places = torch.arange(-${radius}, side + ${radius}, device=x.device)
    places = torch.where(places < 0, -1 - places, torch.where(places < side, places, 2 * side - 1 - places))
    x = (x.index_select(axis, places).unfold(axis, ${2 * radius + 1}, 1) * weights).sum(-1)`;
}

function cutout({ cutout }: AugmentationRecipe, side: number): string {
  const first = (place: number, axis: number) =>
    `(${word(LANE.cutout, place)} * x.shape[${axis}]).floor().view(-1, 1) - ${Math.floor(side / 2)}`;
  const distance = (name: string, axis: number) => `torch.arange(x.shape[${axis}], device=x.device) - ${name}`;
  return `# Cutout (arXiv 1708.04552): a square of mean grey.
across, down = ${first(1, 3)}, ${first(2, 2)}
across, down = ${distance("across", 3)}, ${distance("down", 2)}
columns, rows = (across >= 0) & (across < ${side}), (down >= 0) & (down < ${side})
erased = rows[:, None, :, None] & columns[:, None, None, :] & (${word(LANE.cutout, 0)} < ${cutout}).view(-1, 1, 1, 1)
x = x.masked_fill(erased, 0)`;
}
