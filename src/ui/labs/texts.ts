import { defineTexts } from "../../i18n/message";

/** What every lab says around its own. */
export const texts = defineTexts("labFrame", {
  settings: "Settings of the lab",
  run: "Measurement",
  progress: "Progress of the measurement",
  buttons: {
    run: "Run",
    continue: "Continue",
    again: "Run again",
    startOver: "Start over",
    pause: "Pause",
    cancel: "Cancel",
  },
  phases: {
    idle: "not measured yet",
    waiting: "waiting for its turn",
    running: "measuring",
    stopped: "paused, what was measured is kept; Continue redoes only what was under way",
    begun: "paused before anything was complete; Continue begins anew",
    loading: "loading the data: {percent}",
    finished: "complete",
  },
  failed: "Stopped by an error: {reason}",
  done: "{done} of {total} {unit}",
  kept: "{rows, plural, one {1 row} other {# rows}}, kept from before",
  earlier: {
    title: "Measured before, with other settings",
    show: "Show what was measured on {when}",
    rows: "{rows, plural, one {1 row} other {# rows}}",
  },
  device: "Measured on {backend}: {adapter}",
  nothingStored: "Nothing here is stored in the page: it is measured on your machine. The Race pauses meanwhile.",
  export: "Export the measurement",
  exportCsv: "Rows (CSV)",
  exportJson: "Document (JSON)",
  open: "Open a document (JSON) of what was measured elsewhere",
  empty: {
    waiting: "Press Run to measure.",
    measuring: "Comes as it is measured.",
    invalid: "Some settings are wrong; they say why.",
  },
  chart: "Chart: {title}. Its menu shows it as a table.",
  guide: "Reading guide",
  lookFor: "What to look for",
  falsified: "What would show that it is wrong",
});

declare module "../../i18n/message" {
  interface TextRooms {
    labFrame: typeof texts;
  }
}
