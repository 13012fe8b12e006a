import { defineTexts } from "../../i18n/message";

/** The words of the guided minute (`session/tour/captions.ts`): no symbol before it is explained. */
export const texts = defineTexts("tour", {
  label: "One-minute tour",
  count: "{n} of {of}",
  back: "Back",
  next: "Next",
  skip: "Skip the tour",
  done: "Done",
  take: "Take the one-minute tour",
  dismiss: "Do not offer the tour again",
  choose: "Choose an experiment",
  /** Before the numbers of the arms. */
  now: {
    loss: "Found now:",
    anchor: "Mean weight:",
    variance: "Gradient:",
    accuracy: "",
    next: "",
  },
  captions: {
    loss: {
      title: "Find the partner",
      text: "Each sample is shown twice, changed a little, and has to find its partner among {k} views. Guessing would cost log {k} = {ceiling} nats, the dashed line; at 0 every partner is found.",
    },
    anchor: {
      title: "InfoNCE lets solved samples go",
      text: "The bars are the samples: the further left, the better solved. There the weight that InfoNCE gives a sample falls to 0, while FlatNCE counts every sample fully.",
    },
    variance: {
      title: "So its gradient fades",
      text: "Samples without weight add nothing: InfoNCE's gradient gets smaller, and its variance with it. For its size it can be as noisy as FlatNCE's, which the choice \u201crelative\u201d shows.",
    },
    accuracy: {
      title: "Does it matter?",
      text: "Accuracy says how well the classes can be told apart by what was learned. The verdict above says whether the difference is more than chance, over {seeds, plural, one {1 seed} other {# seeds}}.",
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
