import { defineTexts } from "../../i18n/message";

/** What the palette of commands says. */
export const texts = defineTexts("palette", {
  title: "Commands",
  placeholder: "Find an action, a setting, a run",
  none: "Nothing of this name.",
  hint: "Settings and kept runs come as you type.",
  found: "{n, plural, =0 {nothing found} one {1 entry} other {# entries}}",
  groups: {
    actions: "Actions",
    pages: "Pages",
    presets: "Experiments",
    settings: "Settings",
    runs: "Kept runs",
  },
});

declare module "../../i18n/message" {
  interface TextRooms {
    palette: typeof texts;
  }
}
