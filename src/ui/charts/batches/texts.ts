import { defineTexts } from "../../../i18n/message";

/** The figure of a metric against the batch size. */
export const texts = defineTexts("batchFigure", {
  title: "{metric} against batch size",
  name: "Against batch size",
  x: "batch size B (log)",
  metric: "What is drawn against the batch size",
  guide:
    "Arms that differ in their batch size alone make a line: each point is the mean over seeds at the latest measurement, the band its 95% t interval.",
  sameRun:
    "All of them train in one run, from the same initial weights; learners of one seed and batch size see the same batches. Steps are equal, so that larger batches have seen more samples.",
  at: "Step {step}",
  loading: "Loading the figure \u2026",
});

declare module "../../../i18n/message" {
  interface TextRooms {
    batchFigure: typeof texts;
  }
}
