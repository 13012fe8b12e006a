import { defineTexts } from "../../../i18n/message";

/** The answer's sentences. */
export const texts = defineTexts("adviceAnswer", {
  verdicts: {
    yes: "Yes, here it helps.",
    same: "No, here it would not help.",
    worse: "No, here it does worse.",
    small: "Not decided: it helps, but perhaps by less than matters.",
    undecided: "Not decided.",
    oneSeed: "Not decided: a single seed has no interval.",
    nothing: "No answer: no seed came to its end with both losses.",
  },
  setting: "temperature {tau} and learning rate {rate}",
  points: "{value} points",
  size: "{value, plural, one {1 point} other {# points}}",
  accuracy:
    "FlatNCE at {flatSetting} comes to {flat} ({metric}), InfoNCE at {infoSetting} to {info}, each at the setting that suited it best.",
  steps:
    "To nine tenths of the accuracy that both gain, FlatNCE at {flatSetting} takes {flat} of the run and InfoNCE at {infoSetting} {info}, each at the setting that suited it best.",
  accuracyDifference:
    "The difference is {difference}, 95 % interval {low} to {high} over {seeds, plural, one {1 seed} other {# seeds}}.",
  stepsDifference:
    "FlatNCE saves {difference} of the run, 95 % interval {low} to {high} over {seeds, plural, one {1 seed} other {# seeds}}.",
  single: "The difference is {difference}, of one seed.",
  reasons: {
    yes: "The interval leaves out 0, and the gain is at least {smallest}, the least that matters here.",
    same: "The interval ends below {smallest}, the least gain that matters here: one worth the change is ruled out.",
    worse: "The whole interval lies below 0.",
    small: "The interval leaves out 0, but it also holds gains below {smallest}, the least that matters here.",
    undecided: "The interval holds no gain at all as well as one that matters ({smallest} or more).",
  },
  swapped: {
    within:
      "FlatNCE in InfoNCE\u2019s place, with nothing else changed, makes a difference of {difference} [{low}, {high}].",
    single: "FlatNCE in InfoNCE\u2019s place, with nothing else changed, makes a difference of {difference}.",
  },
  factor: {
    low: "At the end InfoNCE\u2019s anchors kept {share} of their weight (vanishing factor f = {f}): that is what FlatNCE repairs.",
    lowYet:
      "At the end InfoNCE\u2019s anchors kept {share} of their weight (vanishing factor f = {f}): much vanishes, but to repair that gains nothing sure here.",
    middle:
      "At the end InfoNCE\u2019s anchors kept {share} of their weight (vanishing factor f = {f}): something vanishes, but less than half.",
    high: "At the end InfoNCE\u2019s anchors kept {share} of their weight (vanishing factor f = {f}): hardly anything vanishes, so there is little to fix.",
    highYet:
      "Yet InfoNCE\u2019s anchors kept {share} of their weight (vanishing factor f = {f}): hardly anything vanishes, so the gain has another cause than the one that FlatNCE is made for.",
  },
  warm: "At temperature {tau} hardly anything vanishes (f = {f}), so there is little to fix.",
  equal: {
    none: "At equal temperature and learning rate no interval of the table leaves out 0.",
    some: "At equal temperature and learning rate the interval leaves out 0 in favour of FlatNCE at {ahead} of {count} settings of the table, against it at {behind}.",
    stepSize: "InfoNCE makes up for it with a learning rate {times} times as large: there the gap is one of step size.",
    temperature: "InfoNCE makes up for it at temperature {tau}.",
  },
  edge: {
    largest: "{losses} did best at the largest learning rate that was tried: a larger one may do better still.",
    smallest: "{losses} did best at the smallest learning rate that was tried: a smaller one may do better still.",
    coldest: "{losses} did best at the lowest temperature that was tried: a lower one may do better still.",
    warmest: "{losses} did best at the highest temperature that was tried: a higher one may do better still.",
    both: "Both losses",
  },
  untrained:
    "Neither came far: at most {gain} beyond an encoder that was not trained. More steps may change the answer.",
  next: {
    yes: "Next: try FlatNCE at {setting} in your own training, at your own batch.",
    no: "Next: keep InfoNCE, at {setting}.",
    more: "Next: more seeds. If they scatter as these do, {seeds} would decide.",
    tooMany:
      "Next: longer training, or leave it. If more seeds scatter as these do, {most} would not decide: the difference, if there is one, is small beside its noise.",
    two: "Next: at least two seeds, better five.",
    smaller: "Next: smaller learning rates or a higher temperature.",
  },
  limits: {
    batch: "It holds for batch {tested}.",
    largest:
      "It holds for batch {tested}, the largest that is tested here in reasonable time, and not for certain for your {wanted}.",
    ofData: "It holds for batch {tested}: your {wanted} would leave less than two batches of this data.",
    growth:
      "More negatives make less vanish: if \u03be grew in proportion to their number, f would be about {f} there.",
    network:
      "The encoder is small, and was trained for {steps, plural, one {1 step} other {# steps}} on {samples, plural, one {1 sample} other {# samples}} of one data set. A larger one, trained for longer, may answer otherwise.",
    seeds:
      "The interval is over seeds (initial weights, batches, augmentations), not over data sets; all seeds share the same {samples, plural, one {1 test sample} other {# test samples}}.",
    choice:
      "Each loss had {settings} settings to choose from, by validation samples and {seeds, plural, one {1 seed} other {# seeds}} of their own. Test samples had no say, so the difference is not a picked one, and the answer rests on this one interval. The table\u2019s intervals are not corrected for their number: of 20 without any difference one leaves out 0 by chance.",
    lost: "{lost, plural, one {1 seed is} other {# seeds are}} left out, because a learner stopped.",
  },
});

declare module "../../../i18n/message" {
  interface TextRooms {
    adviceAnswer: typeof texts;
  }
}
