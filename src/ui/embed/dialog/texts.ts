import { defineTexts } from "../../../i18n/message";

/** What the dialog says that makes a frame. */
export const texts = defineTexts("embedDialog", {
  title: "Embed this",
  about: "The experiment as a part of your own page: a poster until somebody presses Play, then these panels.",
  panels: "Panels",
  names: {
    experiment: "Which experiment it is",
    verdict: "Verdict",
    progress: "Progress",
    ceiling: "The ceiling of InfoNCE",
    embedding: "Embedding",
    forces: "One anchor",
    pairs: "Augmented pairs",
    similarity: "Similarity",
    diagnostics: "All small charts",
    settings: "Settings",
    chartOptions: "How charts are drawn",
    runs: "Runs",
  },
  theme: "Colours",
  themes: { auto: "As the reader has it", light: "Light", dark: "Dark" },
  kind: "How",
  kinds: { script: "With a script", frame: "A frame alone" },
  scriptHint: "The frame is as high as what it shows, and your page can play it and listen to it.",
  frameHint: "For where no scripts are allowed. The frame keeps the height that is written here.",
  origin: "Address of your page",
  originHint: "Only a page that is named here may play the frame and listen to it; none may where nothing is written.",
  width: "Width",
  size: "About {height, number} pixels high where it is {width, number} wide",
  none: "Choose a panel at least.",
  snippet: "To be copied into your page",
  copy: "Copy",
  copied: "Copied",
  notCopied: "Not copied: select it instead",
});

declare module "../../../i18n/message" {
  interface TextRooms {
    embedDialog: typeof texts;
  }
}
