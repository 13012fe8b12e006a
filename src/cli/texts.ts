import { defineTexts } from "../i18n/message";

/** What the command line prints. */
export const texts = defineTexts("cli", {
  usage: "Usage: {command} [options]",
  options: {
    preset: "start from a preset of the page",
    config: "fields of a config, laid over the preset",
    set: "one field, as in the page's address; may be repeated",
    data: "a file or folder of the user's own data, of every format that the page reads; may be repeated",
    out: "write the record",
    csv: "write the series",
    report: "write the report",
    embeddings: "write what each learner makes of the samples, and predictions (.csv, .npz, .npy, .parquet)",
    split: "which samples: train, bank, validation or test; the held-out ones unless said",
    pytorch: "write the experiment as a program in PyTorch into this folder, without training it",
    checkpoint: "write the run when it ends or is interrupted, to be gone on from",
    resume: "go on from such a file, or one that the page saved",
    compare: "print how it differs from a record that was saved; may be repeated",
    help: "print this",
  },
  reportUsage:
    "Usage: {command} <record.json> [<record.json> ...] [--out <file.html>]\nPrints how the first differs from each other, and writes the report of all.",
  announcement: "{backend}: {adapter}. {learners, plural, one {1 learner} other {# learners}} on {data}.",
  resuming: "Going on at step {step} of {steps}.",
  elsewhere: "It was trained on {before}: here it goes on, but no longer to the bit.",
  stopping: "Stopping after this step, to show what was measured. Press Ctrl+C again to exit at once.",
  embeddings: "{path}: {count, plural, one {1 sample} other {# samples}}.",
  noPredictions: "The data has no labels to learn from: there are no predictions.",
  progress: "{bar} {share}  step {step}/{steps}  {gone} gone, {left} left",
  difference: "{other} - {first} [{level} interval]",
  deviation: "{mean} +- {deviation}",
  unmeasured: "not measured",
  oneSeed: "{difference} (one seed: no interval)",
  interval: "{difference} [{low}, {high}]",
  detected: "{interval} *",
  thisRun: "This run",
  compared: "{name} minus {other}:",
  settingApart: "{name} {before} -> {after}",
  dataOf: "Data of {name}:",
  sameSettings: "the same settings",
  noTwins: "No arm of {name} has the name of one of {other}: nothing is compared.",
  nothingShared: "No metric was measured in both.",
  differenceOf: "{arm} [{level} interval]",
  paired:
    "paired by {n, plural, one {1 seed} other {# seeds}}, steps {step} and {otherStep}; * marks an interval that does not contain {zero}",
  unpaired:
    "not paired, since they differ in {settings}: {n, plural, one {1 seed} other {# seeds}} and {m}, steps {step} and {otherStep}; * marks an interval that does not contain {zero}",
  seeds: "{seeds, plural, one {1 seed} other {# seeds}}, step {step}; * marks an interval that does not contain {zero}",
});

declare module "../i18n/message" {
  interface TextRooms {
    cli: typeof texts;
  }
}
