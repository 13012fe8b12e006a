import { defineTexts } from "../../i18n/message";

/** What the page around the answer says. */
export const texts = defineTexts("advice", {
  title: "Will it help me?",
  unit: "learners",
  question:
    "Choose your data, say where you will train and what matters to you. Then InfoNCE and FlatNCE are trained here, each at three temperatures and three learning rates, and each once more at the setting that suits it best, on fresh seeds. The answer is a paragraph with its interval and its limits. It may well be no.",
  lookFor: [
    "The first words: yes, no, or not decided, and the interval that they rest on. Yes needs an interval that leaves out 0 and a gain that matters: 1 point of accuracy, or 10 points of the run.",
    "The vanishing factor f: FlatNCE repairs what InfoNCE loses by it. Near 1 there is nothing to repair, whatever the accuracy says.",
    "The table: at equal settings a gap is often one of step size, since InfoNCE\u2019s gradient is FlatNCE\u2019s with every anchor\u2019s part multiplied by its f. It may be gone once each loss has its own learning rate.",
  ],
  falsified: [
    "A yes where f is near 1: then the gain has another cause.",
    "An answer that turns over with another first seed: then its interval is too narrow.",
    "A no here and a gain in your own training: then batch, encoder or length matter more than this small experiment can tell.",
  ],
  data: {
    title: "Which data?",
    take: "Take the Race\u2019s",
    drop: "Or drop images anywhere on this page: a folder for each class, also in a ZIP, or files with labels. They stay on this device.",
    none: "No files yet.",
    missing: "Drop the files \u201c{name}\u201d again: a page cannot open them by itself.",
    size: "{title}, {size}",
    fetched: "Run downloads it, and keeps it on this device.",
    held: "It is on this device.",
    made: "Made here: points in the plane show the mechanism, letters are closer to real images.",
  },
  plan: {
    trainings:
      "{learners, plural, one {1 learner} other {# learners}}, {steps, plural, one {1 step} other {# steps}} each, at batch {batch}.",
    quick: "It is the quick answer.",
    notQuick: "A quick answer takes less.",
    ofData: "This data is enough for batch {batch}, not for your {wanted}.",
    smaller: "The largest batch that is tested in this time is {batch}, not your {wanted}.",
    time: {
      timed: "Estimated: {least} to {most} on this device, by a few steps that were timed on this data.",
      race: "Estimated: {least} to {most} on this device, by the speed of the last run in the Race.",
    },
    slow: "Without a GPU, images take long. A run can be paused, and goes on after a reload.",
    unknown:
      "Nothing like it was timed on this device yet: how long it takes is shown once the first of them are trained.",
  },
  check: {
    title: "Your data",
    reading: "Reading the data",
    looking: "The data is read; a few steps are timed as soon as the device is free.",
    refused: "There can be no answer on this data.",
    failed: "The data could not be read: {reason}",
    /** Samples that are held out. */
    test: "{count, plural, =0 {No sample is} one {Only 1 sample is} other {Only # samples are}} held out for the test: one of them is {points} points of accuracy, and a gain of 1 point is looked for. About {needed} in all would do; with fewer, only a large gain is seen.",
    validation:
      "{count, plural, =0 {No sample is} one {Only 1 sample is} other {Only # samples are}} left to choose temperature and learning rate by: one of them is {points} points. About {needed} in all would do; with fewer, either loss may miss its best setting.",
    missing:
      "{classes, plural, one {1 class has} other {# classes have}} nothing that is held out: the answer says nothing of {classes, plural, one {it} other {them}}.",
    held: "{classes, plural, one {1 class} other {# classes}}. The answer is measured on {test, plural, one {1 held-out sample} other {# held-out samples}}, its settings are chosen by {validation}.",
  },
  stepSize: {
    title: "Is it only the step size?",
    why: "InfoNCE\u2019s gradient is FlatNCE\u2019s with every anchor\u2019s part made smaller, so at one learning rate it takes smaller steps. Each loss at its own best rate shows whether more is behind it.",
    equal: "At one rate, the smallest",
    own: "Each loss at its own best rate and temperature",
    equalAt: "{difference} [{interval}], learning rate {rate} at temperature {tau}, on validation samples",
    ownAt: "{difference} [{interval}], on test samples",
    noInterval: "no interval",
    otherUnit: "The left side is in points of mean accuracy on the way, the right one in points of the run.",
    verdicts: {
      yes: "FlatNCE is ahead",
      small: "FlatNCE is ahead, perhaps by less than matters",
      same: "No gain that matters",
      worse: "FlatNCE is behind",
      undecided: "Not decided",
      oneSeed: "Not decided: one seed",
      nothing: "Not measured",
    },
    conclusions: {
      only: "It was: the gap is gone once each loss has its own rate, at the same temperature.",
      setting:
        "The gap is gone once each loss has its own rate and temperature. They chose different temperatures, so it may not have been the step size alone.",
      more: "It is more than that: the gap stays when each loss has its own rate and temperature.",
      noGap: "There is no gap at the smallest rate that would have to be explained.",
      open: "Not both are decided, so neither is this.",
    },
  },
  answer: {
    title: "Answer",
    waiting: "Press Run for an answer.",
    refused: "Bring other data for an answer.",
    begun: "Paused before the first settings were measured. Continue begins them anew.",
    paused:
      "Paused, what was measured is kept: {done} of {count} settings. Continue goes on; the training that was under way begins anew.",

    choosing: "Choosing a temperature and a learning rate for each loss: {done} of {count} settings are measured.",
    reporting: "Both losses are trained once more, on fresh seeds, at the settings that suit them best.",
    incomplete: "The settings are chosen; the trainings that the answer rests on are missing. Press Continue.",
    invalid: "Some settings are wrong; they say why.",
    limits: "What it does not say",
    copy: "Copy the answer",
    copied: "Copied.",
    notCopied: "The browser refused to copy it.",
    link: "The link brings the same settings: who opens it measures on their own device.",
  },
  table: {
    title: "At equal settings: FlatNCE minus InfoNCE",
    about:
      "{metric} on validation samples, in points: what FlatNCE adds, with its 95 % interval over {seeds, plural, one {1 seed} other {# seeds}}, and from what to what. Bold: the interval leaves out 0.",
    way: "mean linear probe accuracy on the way",
    tau: "Temperature {tau}",
    rate: "Rate {rate}",
    unnamedRate: "Rate \u00d7 {rate}",
    corner: "Setting",
    levels: "{info} to {flat}",
    f: "f {f}",
    best: { infoNce: "InfoNCE\u2019s choice", flatNce: "FlatNCE\u2019s choice" },
    empty: "not yet",
  },
  curves: {
    step: "Step",
    band: "Line: mean over seeds. Band: lowest and highest seed. Each loss at its own setting, on test samples.",
  },
});

declare module "../../i18n/message" {
  interface TextRooms {
    advice: typeof texts;
  }
}
