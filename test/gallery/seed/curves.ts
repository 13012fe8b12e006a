import type { MetricId } from "../../../src/metrics";
import { METRICS } from "../../../src/metrics";
import { normal } from "./draws";

/** How a metric of the seeded runs goes: from one value to another, with noise, evenly or over decades. */
interface Course {
  from: number;
  to: number;
  noise: number;
  log?: boolean;
}

/** Metrics whose course the shape of a typical run decides. All others, new ones among them, follow from their bounds. */
const TYPICAL: Partial<Record<MetricId, Course>> = {
  infoNce: { from: 3.4, to: 0.5, noise: 0.12 },
  objective: { from: 3.4, to: 0.5, noise: 0.12 },
  logXi: { from: 3.3, to: -3.2, noise: 0.25 },
  vanishingFactor: { from: 0.95, to: 0.12, noise: 0.02 },
  mutualInformation: { from: 0.1, to: 2.9, noise: 0.1 },
  oneWayInformation: { from: 0.1, to: 2.3, noise: 0.1 },
  temperature: { from: 0.05, to: 0.05, noise: 0 },
  uniformity: { from: -0.6, to: -2.6, noise: 0.06 },
  collapseStd: { from: 0.04, to: 0.12, noise: 0.002 },
  gradientNorm: { from: 1.8, to: 0.25, noise: 0.08, log: true },
  gradientVariance: { from: 2, to: 0.004, noise: 0.15, log: true },
  gradientSnr: { from: -0.02, to: 1.6, noise: 0.15 },
  gradientNoise: { from: 0.93, to: 0.55, noise: 0.03 },
  noiseScale: { from: 14, to: 420, noise: 0.2, log: true },
  gradientCosine: { from: 0.98, to: 0.61, noise: 0.02 },
  updateSize: { from: 2e-3, to: 6e-5, noise: 0.08, log: true },
  effectiveRank: { from: 5, to: 23, noise: 0.4 },
  participationRatio: { from: 2.4, to: 11, noise: 0.3 },
  knnAccuracy: { from: 0.31, to: 0.74, noise: 0.01 },
  probeAccuracy: { from: 0.36, to: 0.79, noise: 0.01 },
};

/** A place within the bounds of the axis, for metrics of which nothing more is known. */
function courseOf(metric: MetricId): Course {
  const { domain, better } = METRICS[metric];
  const low = domain[0] ?? (domain[1] ?? 3) - 3;
  const high = domain[1] ?? low + 5;
  const [less, more] = [low + 0.2 * (high - low), low + 0.8 * (high - low)];
  const [from, to] = better === "lower" ? [more, less] : [less, more];
  return { from, to, noise: 0.03 * (high - low) };
}

/** The first arm gets less far than those after it. */
const ARRIVED = [0.78, 0.97, 0.88, 0.7];
const SPEED = 4;

interface Place {
  arm: number;
  seed: number;
  step: number;
  /** Of the whole run, 0..1. */
  share: number;
}

/** The value of a metric of one learner at a step. */
export function valueAt(metric: MetricId, { arm, seed, step, share }: Place): number {
  const course = TYPICAL[metric] ?? courseOf(metric);
  const progress = (ARRIVED[arm % ARRIVED.length] as number) * (1 - Math.exp(-SPEED * share));
  const learner = 16 * arm + seed;
  const noise = course.noise * (0.5 * normal("offset", seed, arm) + normal("series", learner, step, placeOf(metric)));
  const { from, to } = course;
  if (course.log) return Math.exp(Math.log(from) + progress * Math.log(to / from) + noise);
  return within(METRICS[metric].domain, from + progress * (to - from) + noise);
}

const PLACES = new Map(Object.keys(METRICS).map((id, place) => [id, place]));

function placeOf(metric: MetricId): number {
  return PLACES.get(metric) ?? 0;
}

function within([low, high]: [number | null, number | null], value: number): number {
  return Math.min(high ?? value, Math.max(low ?? value, value));
}
