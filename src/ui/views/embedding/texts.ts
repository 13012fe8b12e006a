import { defineTexts } from "../../../i18n/message";

/** What the map of the embedding says. */
export const texts = defineTexts("embedding", {
  title: "Embedding",
  guide:
    "Where each learner puts the same held-out samples, each drawn with the mark of its class. Point at a sample to see it, its two views and what each learner takes to be like it; ringed ones are anchors, whose forces are drawn below. Drag a box to choose several. The slider looks back at earlier steps.",
  projection: "Projection",
  projections: {
    circle: {
      label: "Circle",
      note: "Two dimensions: this is all of the embedding.",
      refusal: "Circle: for two dimensions.",
    },
    pca: {
      label: "PCA",
      note: "The plane in which the samples vary most; the rest is not seen.",
    },
    umap: {
      label: "UMAP",
      note: "Neighbors stay neighbors; the size of a cluster and the distance between two mean little.",
      refusal: "UMAP: needs at least 16 held-out samples.",
    },
    flat: "PCA, UMAP: for three or more.",
  },
  circle: "the circle itself",
  pca: "PCA, {percent} of variance",
  umap: "UMAP",
  umapUnderWay: "UMAP, {percent} worked out",
  umapBegins: "PCA, until UMAP is worked out",
  umapBehind: "UMAP of another snapshot; this one is being worked out",
  umapFailed: "UMAP could not be worked out here.",
  callOff: "Call off",
  describe: "Embedding of {count, plural, one {1 held-out sample} other {# held-out samples}} by {label}: {how}.",
  pick: "Samples in the embedding of {label}",
  none: "none chosen",
  several: "{count, plural, one {1 sample chosen} other {# samples chosen}}",
  keys: "Arrow keys: the nearest sample that way. With Shift: add it. Escape: leave.",
  classes: "Classes",
  rest: "others",
  toggle: "Show {name}, or leave it out; with Shift: choose its samples",
  choose: "Choose the samples of {name}",
  choosing: "Choose classes, instead of leaving them out",
  scrubber: "Step that is shown",
  live: "live",
  latest: "latest",
  stepShown: "step {step}",
  play: "Go through the snapshots",
  stop: "Hold at this snapshot",
  backToLatest: "Back to the latest",
  keptNote:
    "{count, plural, one {1 snapshot is} other {# snapshots are}} kept of this run, thinned out as it gets longer.",
  sample: {
    title: "What is chosen in the embedding",
    close: "Leave what is chosen",
    itself: "sample",
    view: "view {n}",
    noPicture: "No picture is kept of this sample.",
    notAnchor: "No anchor: its forces are not followed.",
    wholeClass: "All of {name}",
    near: "Most similar, by the embedding of {label}",
    others:
      "Of the {count, plural, one {held-out sample} other {# held-out samples}} here, at step {step}. A dashed frame: another class.",
    group: "{count, plural, one {1 sample} other {# samples}}",
    groupOf: "{count, plural, one {1 sample} other {# samples}}: {classes}",
    within: "alike among themselves",
    beyond: "alike with the others",
    mean: "Mean similarity",
    point: "({coordinates})",
    neighbor: "{name}, similarity {similarity}",
  },
  large: "The embedding is shown large, in the middle.",
});

declare module "../../../i18n/message" {
  interface TextRooms {
    embedding: typeof texts;
  }
}
