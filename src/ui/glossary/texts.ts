import { defineTexts } from "../../i18n/message";

/**
 * The glossary. `forms` are the ways in which a text of the page may write a word, divided by |; `sentence` is what it
 * means, in words alone.
 */
export const texts = defineTexts("glossary", {
  anchor: {
    forms: "anchor|anchors",
    sentence:
      "An anchor is the view that we look from: of all others it has to find the one that shows the same sample.",
  },
  positive: {
    forms: "positive|positives|twin|twins",
    sentence: "The positive, or twin, is the other view of the same sample: training pulls it towards the anchor.",
  },
  negative: {
    forms: "negative|negatives",
    sentence: "Negatives are the views of other samples in the batch: training pushes them away from the anchor.",
  },
  xi: {
    forms: "log \u03be|\u03be",
    sentence:
      "\u03be weighs all negatives of an anchor against its positive: it is small when the anchor has found its twin, and large when it confuses it.",
    picture: { negatives: "negatives, together", positive: "positive" },
  },
  k: {
    forms: "log K|K",
    sentence:
      "K is the number of candidates among which an anchor looks for its positive, which is one of them: a small batch has few.",
  },
  f: {
    forms: "vanishing factor|vanishing factors|f",
    sentence:
      "The vanishing factor, f, is the share of the force on an anchor, pull and push alike, that InfoNCE leaves: next to nothing once the anchor is solved.",
    picture: { solved: "solved", confused: "confused" },
  },
  temperature: {
    forms: "temperature|temperatures|\u03c4",
    sentence: "The temperature, \u03c4, says how much the nearest negatives stand out: at a low one they alone count.",
    picture: { high: "high", low: "low" },
  },
  view: {
    forms: "view|views",
    sentence: "A view is a sample after a random change: cropped, turned, made lighter or noisy.",
  },
  seed: {
    forms: "seed|seeds",
    sentence:
      "A seed is one repetition, with weights and batches drawn anew. In it all losses begin with the same weights and see the same batches.",
  },
  interval: {
    forms: "95% interval|interval",
    sentence:
      "Of 100 intervals made like this one, about 95 hold the true difference. While a run trains, what it says may flip from look to look: the last step counts.",
    picture: { none: "0, no difference" },
  },
  batch: {
    forms: "batch|batches",
    sentence: "A batch is the handful of samples, each in two views, that one step of training looks at.",
  },
});

declare module "../../i18n/message" {
  interface TextRooms {
    glossary: typeof texts;
  }
}
