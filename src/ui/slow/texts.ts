import { defineTexts } from "../../i18n/message";

/** What slow motion says. */
export const texts = defineTexts("slow", {
  title: "One training step in slow motion",
  guide:
    "The steps of the real run, one at a time: what is drawn was measured of the update that it just made, not simulated. All arms see the same batch and the same views.",
  phases: {
    batch: {
      title: "Batch",
      caption: "A step begins with a few samples drawn at random, the same ones for every loss.",
    },
    views: {
      title: "Two views",
      caption: "Each sample is changed twice at random: two views. The task: find the twin.",
    },
    embeddings: {
      title: "Embeddings",
      caption: "The network gives each view a place: twins should lie close together, all others apart.",
    },
    similarities: {
      title: "Similarities",
      caption: "Every view is compared with every other: the warmer the cell, the closer the two; twins are framed.",
    },
    forces: {
      title: "Pull and push",
      caption:
        "Each anchor is pulled to its twin and pushed from all others; the losses differ in how much of both they leave.",
    },
    update: {
      title: "Update",
      caption: "All arrows together change the network once, and with it the place of every view.",
    },
  },
  phaseList: "Phases of the step",
  said: "Phase {n} of {of}, {title}. {caption}",
  step: "step {step}, seed {seed}",
  drawn:
    "{shown} of the batch's {batchSize} samples are drawn; similarities, weights and arrows are worked out over the whole batch.",
  all: "All {batchSize} samples of the batch are drawn.",
  waiting: "The first update is on its way.",
  over: "This run has made its last step, and no update of it was watched. Run it again, and open slow motion while it can train on.",
  noRun: "Appears once a run is prepared.",
  play: "Play the phases",
  pause: "Pause",
  next: "Next phase",
  previous: "Previous phase",
  pace: "Pace",
  times: "{pace}×",
  train: "Train {count, plural, one {1 step} other {# steps}}",
  scrub: "Step that is shown",
  kept: "{count, plural, one {1 step is kept} other {# steps are kept}}, {most} at most: all that is drawn of each. Samples and views are drawn again from seed and step.",
  noViews: "The samples of this step cannot be drawn again: its run is no longer there.",
  rows: "Above: the samples. Below: the two views of each.",
  viewKeys: { first: "first view", second: "second view, its twin" },
  arrowKeys: { pull: "pull, towards the twin", push: "push, away from the others", whole: "outline: at weight 1" },
  weight: "weight",
  meanWeight: "mean weight {percent}",
  noWeight: "No weight, no arrows: log ξ alone does not decide how this objective moves an anchor.",
  queue: "No arrows: the negatives of this run are keys of a queue, which are not watched.",
  diverged: "{label} has stopped: nothing to draw.",
  moved: "lines: from where each view was to where it is",
  movedFar: "lines: the way of each view, drawn {times} times as long as it is",
  describe: {
    batch: "{count, plural, one {1 sample} other {# samples}} of the batch.",
    views: "{count, plural, one {1 sample} other {# samples}} of the batch, each with its two views.",
    embeddings: "{label}: the views of {count, plural, one {1 sample} other {# samples}} on {how}.",
    forces: "{label}: pull and push on {count, plural, one {1 anchor} other {# anchors}}, mean weight {percent}.",
    update: "{label}: where the views of {count, plural, one {1 sample} other {# samples}} move with the update.",
  },
});

declare module "../../i18n/message" {
  interface TextRooms {
    slow: typeof texts;
  }
}
