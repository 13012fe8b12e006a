import { defineTexts } from "../../i18n/message";

/** What the README of an archive says. */
export const texts = defineTexts("packed", {
  title: "{name}",
  made: "Written on {when} by {app} {version}.",
  tags: "Tags: {tags}",
  files: {
    record: "the run with all that was measured of it: drop it, or this archive, on the page to see its curves again",
    series: "the same series as a table, a row per learner and step",
    layers: "gradient variance of each layer by step",
    settings: "the settings alone: npm run experiment -- --config config.json",
    remarks: "its name, note, tags and star, which come back with it",
    report: "what came out, to be read in a browser, offline",
    checkpoint: "weights and optimizer: drop it on the page to go on from step {step}, or load it in PyTorch",
  },
  noCheckpoint: "There is no checkpoint: none was at hand.",
});

declare module "../../i18n/message" {
  interface TextRooms {
    packed: typeof texts;
  }
}
