import { defineTexts } from "../../i18n/message";

/** What the settings as JSON are called. */
export const texts = defineTexts("json", {
  title: "Settings as JSON",
  text: "Settings",
  whole: "With all defaults",
  copy: "Copy",
  copied: "Copied",
  copyFailed: "Not copied: select the text and copy it",
  apply: "Apply",
  cancel: "Cancel",
  valid: "These settings are possible.",
  same: "These are the settings of the page.",
  /** Left by Escape, or by a press outside. */
  left: "As you left it, not applied yet.",
  wrong: "{n, plural, one {1 thing is} other {# things are}} wrong:",
  /** A line is in its place as a link. */
  message: "Line {line}, column {column}: {problem}",
  messageAt: "Line {line}, {path}: {problem}",
});

declare module "../../i18n/message" {
  interface TextRooms {
    json: typeof texts;
  }
}
