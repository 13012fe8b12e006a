import { POINT_LEARNER } from "./bases";
import { definePreset } from "./preset";

/** A loss that is typed in the page. */
export const ownLoss = definePreset({
  id: "own-loss",
  title: "Type your own loss",
  summary:
    "A loss of this family is a function of log \u03be, and its derivative is the weight of an anchor. Open the third arm, type another function, and watch its curve under \u201cWeight of an anchor\u201d before you run it.",
  question: "How much should a solved anchor count?",
  expected:
    "The third loss gives solved anchors the weight that FlatNCE gives them, and hard ones more: its accuracy runs near FlatNCE's.",
  refuted:
    "Its accuracy stays with InfoNCE's: then the weight of solved anchors is not what makes the difference here.",
  chart: "probeAccuracy",
  config: {
    ...POINT_LEARNER,
    arms: [{ objective: "infoNce" }, { objective: "flatNce" }, { objective: "custom", phi: "v + 0.1*exp(v)" }],
    batchSize: 8,
    temperature: 0.05,
    steps: 1000,
  },
});
