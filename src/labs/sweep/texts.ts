import { defineTexts } from "../../i18n/message";

/** What the sweep lab says. */
export const texts = defineTexts("sweep", {
  title: "Sweep: where does it help?",
  unit: "cells",
  question:
    "FlatNCE repairs a gradient that vanishes. Where nothing vanishes there is nothing to repair, and with few negatives it can do harm. So at which batch size and temperature does it help, by how much, and how sure is that? Here a whole grid of small experiments is trained on your own device, every objective from the same weights on the same batches in each cell.",
  lookFor: [
    "The map: cells with a frame are those whose 95 % interval leaves out 0. Among 20 cells without any difference, one is framed by chance.",
    "The contour lines: InfoNCE multiplies each anchor's gradient by the vanishing factor f. A difference is expected where f is small, below the line f = 0.1 above all, and none above f = 0.5.",
    "The curves: the paper\u2019s picture is an InfoNCE that falls as the batch shrinks, and a FlatNCE that does not.",
    "The rates: with fixed rates a gap may be one of step size. It should shrink where gradient norms are matched or rates are searched for; what is left then is the direction of the gradient.",
  ],
  falsified: [
    "Framed cells in favour of FlatNCE where f is near 1, or none where f is far below 0.1.",
    "A gap that stays as it was once each arm has its best rate and f is near 1: then it has another cause.",
    "A map that turns over when the seeds change (set another first seed): then the intervals are too narrow.",
  ],
  base: {
    title: "Experiment",
    take: "Take the Race's",
    light: "Light",
    gist: "{arms}. {data}, {encoder}, {optimizer}.",
  },
  axis: {
    x: "Across",
    y: "Upwards",
    values: "Values of {setting}",
    hint: "Numbers or names, with commas between.",
    factors: "Multiples of the rate",
  },
  pair: { a: "From", b: "To" },
  curves: {
    title: "{metric} against {axis}",
    at: "{axis} {value}",
    choose: "{axis} of the curves",
    band: "Line: mean over seeds. Band: lowest and highest seed.",
  },
  map: {
    title: "Where it helps: {metric}",
    guide:
      "Each cell is a small experiment: the difference of two arms, seed by seed, at its end. A frame says that the 95 % interval of Student\u2019s t leaves out 0; all other cells are pale, however large their difference. Lines: mean vanishing factor of the first of the two. Arrow keys go from cell to cell, Enter shows its curves.",
    grid: "Regime map",
    larger: "larger in {arm}",
    framed: "95 % interval leaves out 0",
    pale: "pale: it does not, so the difference may be chance",
    contour: "f = {f}",
    contours: "vanishing factor f",
    notRun: "not run yet",
    noValue: "not measured",
    invalid: "no experiment",
    place: "{x} {xValue}, {y} {yValue}",
    difference: "{pair} {value}, {seeds, plural, one {1 seed} other {# seeds}}",
    differenceWithin: "{pair} {value} [{interval}], {seeds, plural, one {1 seed} other {# seeds}}",
    f: "f {value}",
    columns: { place: "Cell", difference: "Difference", interval: "95 %", f: "f", steps: "Steps", rates: "Rates" },
    /** How cells were trained, and what that gained. */
    packed:
      "{count, plural, one {# cell} other {# cells}} trained as cohorts of up to {most}, whose steps took {gain} times less time than one cell after the other (a few steps of each timed on this device).",
    problems: "{count, plural, one {1 cell is no experiment:} other {# cells are no experiments:}}",
  },
  cell: {
    title: "Curves of a cell",
    choose: "Choose a cell of the map, by click or with Enter, to see its curves.",
    openInRace: "Open in Race",
    /** Above the experiment that was opened. */
    origin: "Opened from the sweep: {place}.",
    pauseAndOpen: "Pause the sweep and open in Race",
    learners: "{steps, plural, one {1 step} other {# steps}}; learning rates {rates}.",
    stopped:
      "{count, plural, one {1 of its learners} other {# of its learners}} stopped: the loss was no longer a finite number.",
    waiting: "This cell has not been run yet.",
    step: "Step",
  },
});

declare module "../../i18n/message" {
  interface TextRooms {
    sweep: typeof texts;
  }
}
