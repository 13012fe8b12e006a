import { defineTexts } from "../../../i18n/message";

/** What the gallery of presets says beside the presets' own texts. */
export const texts = defineTexts("presetGallery", {
  title: "Choose an experiment",
  about:
    "Each picture is of a real run: the mean over the seeds, and the range between them. Each experiment says what you should see, and which result would prove that wrong.",
  loading: "Loading the experiments",
  open: "Choose another experiment",
  chosen: "Chosen",
  expected: "What you should see",
  refuted: "What would refute it",
  /** Under a picture. */
  measured:
    "{metric}, {steps, plural, one {1 step} other {# steps}}, {seeds, plural, one {1 seed} other {# seeds}}, measured on {date}",
  picture: "{metric} by step. At the end {values}.",
  value: "{arm}: {value}",
  noPicture: "There is no picture of it yet.",
  time: {
    expected: "About {time} on this device",
    unknown: "Not yet timed on this device.",
    /** After it, on a device that computes on its CPU. */
    slow: "A CPU takes several minutes.",
    range: "{least} to {most}",
    seconds: "{n} s",
    minutes: "{n} min",
  },
  /** Beside each: lines it up instead of choosing it. */
  queue: {
    add: "Add to the queue",
    again: "In the queue ({n, number}): add again",
    label: "Add {title} to the queue{n, plural, =0 {} other { (# there)}}",
  },
  download: "Downloads its data first.",
});

declare module "../../../i18n/message" {
  interface TextRooms {
    presetGallery: typeof texts;
  }
}
