import type { RandomStream } from "../../../engine/randomStream";
import { type Coverage, coverDisc, coverSegment, paint, SIDE } from "./raster";
import type { Skeleton } from "./skeleton";

/** How a character is written: what a typeface fixes. Lengths are shares of the letter's half height. */
interface Style {
  radius: number;
  /** How much thinner level strokes are than upright ones, 0..1. */
  contrast: number;
  /** Half length of a serif; 0 for none. */
  serif: number;
  slant: number;
  width: number;
  cut: boolean;
}

/** Where a character stands: x' = xx x + xy y + x0 in pixels, after a smooth bend of the letter's own box. */
interface Placement {
  xx: number;
  xy: number;
  yx: number;
  yy: number;
  x0: number;
  y0: number;
  bend: number[];
}

/** Tangent of half of 20 degrees. */
const HALF_ANGLE = 0.17632698070846498;

/** Canvases that drawing reuses. */
export interface Easel {
  canvas: Float64Array;
  coverage: Coverage;
}

export function createEasel(): Easel {
  return { canvas: new Float64Array(SIDE * SIDE), coverage: new Float64Array(SIDE * SIDE) };
}

/**
 * Draws one character: uneven background, clutter, strokes, noise.
 *
 * @param target SIDE x SIDE bytes, row by row; overwritten
 * @param constructions skeletons of the character, one of which is taken
 * @param random decides everything else
 */
export function drawGlyph(target: Uint8Array, constructions: Skeleton[], random: RandomStream, easel: Easel): void {
  const ground = random.uniform(0, 110);
  drawGround(easel.canvas, ground, random);
  drawClutter(easel, ground, random);
  const skeleton = constructions[random.integer(constructions.length)]!;
  coverLetter(easel.coverage, skeleton, pickStyle(random), random);
  paint(easel.canvas, easel.coverage, random.uniform(ground + 90, 255));
  for (let i = 0; i < target.length; i++) {
    const grey = easel.canvas[i]! + 6 * random.pixelNoise();
    target[i] = Math.min(255, Math.max(0, Math.floor(grey + 0.5)));
  }
}

/** A flat grey with a linear ramp of at most 30 either way. */
function drawGround(canvas: Float64Array, ground: number, random: RandomStream): void {
  const rampX = random.uniform(-30, 30) / SIDE;
  const rampY = random.uniform(-30, 30) / SIDE;
  const middle = (SIDE - 1) / 2;
  for (let i = 0; i < canvas.length; i++) {
    const x = i % SIDE;
    canvas[i] = ground + rampX * (x - middle) + rampY * ((i - x) / SIDE - middle);
  }
}

/** 2 to 4 thin lines or small discs, a little lighter or darker than the ground. */
function drawClutter({ canvas, coverage }: Easel, ground: number, random: RandomStream): void {
  const count = 2 + random.integer(3);
  for (let i = 0; i < count; i++) {
    const [x, y] = [random.uniform(0, SIDE), random.uniform(0, SIDE)];
    if (random.chance(0.5)) {
      const [x1, y1] = [x + random.uniform(-15, 15), y + random.uniform(-15, 15)];
      coverSegment(coverage, { x0: x, y0: y, x1, y1, radius: random.uniform(0.3, 0.8) });
    } else coverDisc(coverage, x, y, random.uniform(1, 3));
    paint(canvas, coverage, Math.max(0, ground + random.uniform(-40, 40)));
  }
}

function pickStyle(random: RandomStream): Style {
  const serif = random.chance(0.4);
  return {
    radius: random.chance(0.35) ? random.uniform(0.17, 0.26) : random.uniform(0.09, 0.16),
    contrast: serif ? random.uniform(0.2, 0.5) : random.uniform(0, 0.2),
    serif: serif ? random.uniform(0.22, 0.34) : 0,
    slant: random.chance(0.35) ? random.uniform(0.15, 0.3) : 0,
    width: random.uniform(0.82, 1.1),
    cut: serif || random.chance(0.6),
  };
}

function coverLetter(coverage: Coverage, skeleton: Skeleton, style: Style, random: RandomStream): void {
  const half = random.uniform(7, 10.5);
  const place = pickPlacement(skeleton, style, half, random);
  const radius = style.radius * half;
  for (const stroke of skeleton.strokes) coverStroke(coverage, stroke, place, { ...style, radius });
  if (style.serif === 0) return;
  for (const { x, y, horizontal } of skeleton.serifs) {
    const [dx, dy] = horizontal ? [style.serif / (skeleton.aspect * style.width), 0] : [0, style.serif * 0.7];
    const bar = [x - dx, y - dy, x + dx, y + dy];
    coverStroke(coverage, bar, place, { radius: radius * (1 - style.contrast) * 0.8, contrast: 0, cut: true });
  }
}

/**
 * Rotation by up to 20 degrees, shear, scale and shift. The rotation is drawn as t = tan(angle / 2), from which
 * cos = (1 - t^2) / (1 + t^2) and sin = 2t / (1 + t^2) follow without a trigonometric function.
 */
function pickPlacement(skeleton: Skeleton, style: Style, half: number, random: RandomStream): Placement {
  const t = random.uniform(-HALF_ANGLE, HALF_ANGLE);
  const [cos, sin] = [(1 - t * t) / (1 + t * t), (2 * t) / (1 + t * t)];
  const shear = random.uniform(-0.2, 0.2) - style.slant;
  const scaleX = half * skeleton.aspect * style.width * random.uniform(0.85, 1.2);
  const scaleY = half * random.uniform(0.85, 1.2);
  return {
    xx: cos * scaleX,
    xy: (cos * shear - sin) * scaleY,
    yx: sin * scaleX,
    yy: (sin * shear + cos) * scaleY,
    x0: SIDE / 2 + random.uniform(-3, 3),
    y0: SIDE / 2 + random.uniform(-3, 3),
    bend: Array.from({ length: 6 }, () => random.uniform(-0.07, 0.07)),
  };
}

function coverStroke(
  coverage: Coverage,
  stroke: number[],
  place: Placement,
  pen: Pick<Style, "radius" | "contrast" | "cut">,
): void {
  const points = transform(stroke, place);
  const last = points.length - 4;
  for (let i = 0; i <= last; i += 2) {
    const [dx, dy] = [stroke[i + 2]! - stroke[i]!, stroke[i + 3]! - stroke[i + 1]!];
    const level = (dx * dx) / (dx * dx + dy * dy);
    coverSegment(coverage, {
      x0: points[i]!,
      y0: points[i + 1]!,
      x1: points[i + 2]!,
      y1: points[i + 3]!,
      radius: pen.radius * (1 - pen.contrast * level),
      cutStart: pen.cut && i === 0,
      cutEnd: pen.cut && i === last,
    });
  }
}

/** Letter box to pixels: a quadratic bend, then the affine map. */
function transform(stroke: number[], { xx, xy, yx, yy, x0, y0, bend }: Placement): number[] {
  const points = new Array<number>(stroke.length);
  for (let i = 0; i < stroke.length; i += 2) {
    const [u, v] = [stroke[i]!, stroke[i + 1]!];
    const x = u + bend[0]! * (u * u - 0.5) + bend[1]! * (v * v - 0.5) + bend[2]! * u * v;
    const y = v + bend[3]! * (u * u - 0.5) + bend[4]! * (v * v - 0.5) + bend[5]! * u * v;
    points[i] = xx * x + xy * y + x0;
    points[i + 1] = yx * x + yy * y + y0;
  }
  return points;
}
