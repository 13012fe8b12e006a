import fc from "fast-check";
import { METRICS, type MetricId } from "../../../src/metrics";
import { EMPTY_LESSON, type Lesson, LIMITS, tidy } from "../../../src/session/lesson/lesson";

/** Any lesson, with texts of any characters. */
const text = (field: "title" | "task" | "ask") =>
  fc.string({ unit: "grapheme", maxLength: 60 }).map((any) => tidy(any, field).slice(0, 60).trim());
const arm = fc.integer({ min: 0, max: 7 });
const metric = fc.constantFrom(...(Object.keys(METRICS) as MetricId[]));

export const anyLesson: fc.Arbitrary<Lesson> = fc.record({
  title: text("title"),
  task: text("task"),
  ask: text("ask"),
  start: fc.integer({ min: 0, max: LIMITS.start }),
  stop: fc.option(fc.integer({ min: 1, max: LIMITS.step })),
  predict: fc.option(
    fc.oneof(
      fc.record({ kind: fc.constant("between" as const), metric, a: arm, b: arm }).filter(({ a, b }) => a !== b),
      fc.record({ kind: fc.constant("growth" as const), metric, arm }),
    ),
  ),
  zoom: fc.option(
    fc.tuple(fc.integer({ min: 0, max: 999 }), fc.integer({ min: 1000, max: 9999 })) as fc.Arbitrary<[number, number]>,
  ),
});

/** What a teacher may well make. */
export const USUAL: Lesson = {
  ...EMPTY_LESSON,
  title: "Why does InfoNCE go quiet?",
  task: [
    "Two learners see **the same batches**. One minimizes InfoNCE, the other FlatNCE.",
    "1. Before you press Play, say which gradient will vary more.\n2. Watch the *signal* of both as the positives become easy.\n3. Look for the step at which $f = \\xi / (1 + \\xi)$ falls below one in a hundred.",
    "Then set the temperature to 0.5 and try again. What changed, and why? More in [the paper](https://arxiv.org/abs/2107.01152).",
  ].join("\n\n"),
  stop: 400,
  predict: { kind: "between", metric: "gradientVariance", a: 0, b: 1 },
  zoom: [0, 400],
};
