import { POINT_LEARNER } from "./bases";
import { definePreset } from "./preset";

/** A temperature that is controlled instead of chosen. */
export const essController = definePreset({
  id: "ess-controller",
  title: "A temperature that sets itself",
  summary:
    "A controller moves each temperature until a fifth of the negatives carries the gradient (n-ESS 0.2). In our own runs arms that began at 0.5 and at 0.05 met within 200 steps, whatever the loss, and stayed together.",
  question: "Can a temperature be controlled instead of chosen?",
  expected: "All four temperatures, begun at 0.5 and at 0.05, meet within 200 steps, whatever the loss.",
  refuted: "They stay where they began, or end at different places.",
  chart: "temperature",
  config: {
    ...POINT_LEARNER,
    arms: [
      { objective: "infoNce", temperature: 0.5 },
      { objective: "infoNce", temperature: 0.05 },
      { objective: "flatNce", temperature: 0.5 },
      { objective: "flatNce", temperature: 0.05 },
    ],
    batchSize: 32,
    temperatureRule: { id: "ess", target: 0.2 },
    steps: 400,
  },
});
