import { POINT_LEARNER } from "./bases";
import { definePreset } from "./preset";

/** What a trainable temperature does without bounds. */
export const learnedTemperature = definePreset({
  id: "learned-temperature",
  title: "Learned temperature runs away",
  summary:
    "The temperature is trained with the weights, and nothing holds it. FlatNCE always gains by a lower one: in our own runs it fell from 0.2 to 0.0001 within 100 steps in each of three seeds, and the embedding shrank to one or two of its eight dimensions. InfoNCE lets go as its gradient fades: after 400 steps its temperature was far above that, with seven dimensions in use.",
  question: "What does each loss do with a temperature that it may choose itself?",
  expected:
    "FlatNCE's temperature falls to its lower bound within about a hundred steps and its embedding collapses to one or two dimensions. InfoNCE's falls more slowly and stays above the bound. That says nothing of accuracy: FlatNCE's kNN accuracy was higher all the same in our own run.",
  refuted: "FlatNCE's temperature settles above its bound, or InfoNCE's reaches it as well.",
  chart: "temperature",
  config: {
    ...POINT_LEARNER,
    batchSize: 16,
    temperature: 0.2,
    temperatureRule: { id: "learned", minimum: 0.0001, maximum: 10 },
    steps: 400,
  },
  twist: { label: "Clamp it at 0.05", patch: { temperatureRule: { minimum: 0.05 } } },
});
