import { defineTexts } from "../../i18n/message";

/** The words of the guided minute (`session/tour/captions.ts`): no symbol before it is explained. */
export const texts = defineTexts("tour", {
  label: "One-minute tour",
  count: "{n} of {of}",
  back: "Back",
  next: "Next",
  skip: "Skip the tour",
  done: "Done",
  take: "One-minute tour",
  chapters: "Six chapters",
  dismiss: "Do not offer the tour again",
  choose: "Choose an experiment",
  /** Before the numbers of the arms. */
  now: {
    loss: "Found now:",
    anchor: "Mean weight:",
    forces: "Its weight:",
    variance: "Now:",
    accuracy: "",
    next: "",
  },
  captions: {
    loss: {
      title: "Find the twin",
      text: "Each sample is shown in two slightly changed views, and each has to find its twin among {k} views. Guessing would cost log {k} = {ceiling} nats, the dashed line; at 0 every twin is found.",
    },
    anchor: {
      title: "InfoNCE lets solved samples go",
      text: "The bars are the samples: the further left, the more surely a sample has found its twin. There the weight that InfoNCE gives it falls to 0, while FlatNCE counts every sample fully.",
    },
    forces: {
      title: "What that does to one sample",
      text: "A sample that has all but found its twin. The twin pulls it, its look-alikes push it; the arrow in colour is what is left, drawn to one scale. InfoNCE multiplies it by the weight, so it shrinks as the twin is found. FlatNCE does not.",
    },
    variance: {
      title: "Little weight, little nudge",
      text: "The gradient is the nudge of one training step; the chart says how much it changes by batch. Samples without weight add nothing to InfoNCE's: it stays small, and so does its change. For its size it can be as noisy: see \u201crelative\u201d.",
    },
    accuracy: {
      title: "Does it matter?",
      text: "Why go on once the twins are found? To push samples from those that only look like them. The test: can a simple classifier tell the classes (the colours) apart, which neither loss sees? Above the charts stands who is ahead, over {seeds, plural, one {1 seed} other {# seeds}}.",
    },
    next: {
      title: "Now try to break it",
      text: "Choose an experiment in which FlatNCE loses, or one in which nothing differs. Or raise the temperature in the settings and run again.",
    },
  },
});

declare module "../../i18n/message" {
  interface TextRooms {
    tour: typeof texts;
  }
}
