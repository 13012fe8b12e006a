import { defineTexts } from "../../../i18n/message";

/** What the card of one anchor says, and the places where one is chosen. */
export const texts = defineTexts("anchor", {
  title: "One anchor",
  guide:
    "One sample as the loss sees it. A positive, another view of the same sample, pulls it closer; negatives, views of other samples, push it away. What is left of both moves it along the sphere. It is the force of its own loss alone: what it feels in the losses of other anchors, as their positive or negative, is left out. All arms are drawn to one scale: the force of the loss, before the optimizer scales it.",
  invite:
    "Choose a ringed dot of the embedding, a row of the similarity matrix, or a place in the histogram of log \u03be: what pulls and pushes that sample is drawn here.",
  waiting: "Appears once a run is prepared.",
  close: "Close this anchor",
  snapshot: "seed {seed}, step {step}",
  batch:
    "Held-out samples in the same two views each, all through the run: what changes is the learner. Their batch is as large as in training.",
  smallerBatch:
    "Held-out samples in the same two views each, all through the run: what changes is the learner. Only {count} of them are compared, where a batch has {batchSize} samples: with its further negatives, log \u03be is higher.",
  queue: "The keys of the queue are left out: here, the negatives are the other samples alone.",
  rounded: "{label} rounds its loss to {precision}; here, it is worked out exactly.",
  anchorView: "anchor",
  positiveView: "positive",
  hardest: "Hardest negatives: similarity, share of the push",
  tinyShare: "<0.1%",
  sample: "sample {number}",
  sampleOfClass: "sample {number}, {name}",
  logXi: "log \u03be",
  weight: "weight",
  similarity: "similarity",
  temperature: "temperature",
  pull: "pull",
  push: "push",
  force: "force",
  left: "what is left",
  describeForces: "{label}: pulled with {pull}, pushed with {push}; a force of {force} is left.",
  noWeight: "No weight, no forces: log \u03be alone does not decide how this objective moves an anchor.",
  weaker: "{weaker} moves this anchor with {percent} of the force that {stronger} does.",
  found:
    "This sample has found its twin. {stronger} still moves it, towards its twin and away from its look-alikes; {weaker}, in its own embedding, does so with {percent} of that force.",
  tooShort: "Too short to draw at this scale.",
  even: "{count, plural, =2 {Both arms move} other {All arms move}} this anchor with about the same force.",
  pickRow: "Anchors in the similarities of {label}",
  pickBar: "Anchors by log \u03be",
  none: "none chosen",
  /** At its place over the histogram, whose bars are others. */
  mark: "held out; bars: training",
  missed: "None of {count, plural, one {1 anchor} other {# anchors}} has a log \u03be near {logXi}.",
});

declare module "../../../i18n/message" {
  interface TextRooms {
    anchor: typeof texts;
  }
}
