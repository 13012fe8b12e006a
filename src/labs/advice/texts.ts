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
    smaller: "The largest batch that is tested in this time is {batch}, not your {wanted}.",
    time: "About {least} to {most} on this device, by the speed of the last run in the Race.",
    slow: "Without a GPU, images take long, even quickly answered. A run can be paused, and goes on after a reload.",
    unknown: "How long that takes is shown once the first of them are trained.",
  },
  answer: {
    title: "Answer",
    waiting: "Press Run for an answer.",
    choosing: "Choosing a temperature and a learning rate for each loss: {done} of {count} settings are measured.",
    reporting: "Both losses are trained once more, on fresh seeds, at the settings that suit them best.",
    incomplete: "The settings are chosen; the trainings that the answer rests on are missing. Press Resume.",
    invalid: "Some settings are wrong; they say why.",
    limits: "What it does not say",
    copy: "Copy the answer",
    copied: "Copied.",
    refused: "The browser refused to copy it.",
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
