import { z } from "../../data/zod";
import { METRICS, type MetricId } from "../../metrics";

/** What a lesson is made of, beside the experiment, the panels and the controls, which an address has anyway. */

/** Most characters of its texts, largest step, and most steps that a page may train unasked. */
export const LIMITS = { title: 120, task: 1500, ask: 200, step: 1_000_000, start: 5000, arms: 8 } as const;

const METRIC_IDS = Object.keys(METRICS) as [MetricId, ...MetricId[]];
const arm = z
  .int()
  .min(0)
  .max(LIMITS.arms - 1);

/** A question that what is measured answers. Arms are named by their places. */
const question = z.discriminatedUnion("kind", [
  /** Which of two arms ends higher. */
  z.object({ kind: z.literal("between"), metric: z.enum(METRIC_IDS), a: arm, b: arm }),
  /** Whether an arm ends higher than it began. */
  z.object({ kind: z.literal("growth"), metric: z.enum(METRIC_IDS), arm }),
]);

export const lessonSchema = z.object({
  title: z.string().max(LIMITS.title),
  /** In a small part of Markdown. */
  task: z.string().max(LIMITS.task),
  /** Steps that the page trains by itself when the lesson is opened; none: it waits for Play. */
  start: z.int().min(0).max(LIMITS.start),
  /** Step at which training stops; null: at the run's end. */
  stop: z.int().min(1).max(LIMITS.step).nullable(),
  predict: question.nullable(),
  /** The question in the teacher's words; empty: in the page's. */
  ask: z.string().max(LIMITS.ask),
  /** Part of the x axis that all charts show, in its units. */
  zoom: z
    .tuple([z.number(), z.number()])
    .refine(([from, to]) => from < to)
    .nullable(),
});

export type Lesson = z.infer<typeof lessonSchema>;
export type Question = z.infer<typeof question>;

export const EMPTY_LESSON: Lesson = { title: "", task: "", start: 0, stop: null, predict: null, ask: "", zoom: null };

/** Control characters but the end of a line, halves of characters, and what turns the direction of a text. */
const NO_TEXT = /[^\P{Cc}\n]|\p{Cs}|[\u202a-\u202e\u2066-\u2069]/gu;

/** A text without what cannot be seen and could deceive; in one line where it has only one. */
export function tidy(text: string, field: "title" | "task" | "ask"): string {
  const plain = text.replaceAll("\r\n", "\n").replace(NO_TEXT, "");
  return (field === "task" ? plain : plain.replaceAll("\n", " ")).trim();
}
