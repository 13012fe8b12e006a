import { defineTexts } from "../../i18n/message";

/** What the page says where something is broken. */
export const texts = defineTexts("faults", {
  panel: {
    title: "This part of the page broke",
    rest: "The rest of the page and the run go on.",
    retry: "Try again",
  },
  missing: {
    title: "This part of the page could not be loaded",
    offline:
      "This device is offline, and the part was not loaded before. It is tried again as soon as there is a connection.",
    online: "Either the connection failed, or there is a new version of the page, which a reload brings.",
    reloading: "A reload keeps the settings and the list of runs; a run that is training ends.",
  },
  page: {
    title: "The page broke",
    reload: "Reload",
    plain: "Reload without the settings in the address",
    data: "Past runs and measurements stay in this browser. Save them before you clear anything.",
    save: "Save all that is stored",
  },
  details: { copy: "Copy the details", copied: "Copied" },
  unreadable: {
    runs: "{n, plural, one {1 run} other {# runs}} cannot be read by this version of the page",
    labs: "{n, plural, one {1 stored measurement} other {# stored measurements}} of the labs cannot be read by this version of the page",
    about:
      "Nothing is lost: each stays in this browser, as it is, until it is deleted here. Another version may read it.",
    rows: "What cannot be read of a measurement is measured again.",
    noDate: "without a date",
    others: "{n, plural, one {1 other reason} other {# other reasons}}",
    download: "Download as JSON",
    remove: "Delete",
  },
});

declare module "../../i18n/message" {
  interface TextRooms {
    faults: typeof texts;
  }
}
