import { defineTexts } from "../../i18n/message";

/** What the command line of a sweep prints. */
export const texts = defineTexts("cliSweep", {
  usage: "Usage: {command} [options]",
  options: {
    config: "a sweep's settings, or a document of the Sweep page; what it leaves out is as on the page",
    set: 'one field, as in the page\'s address without its "sweep."; may be repeated',
    backend: "what it runs on, whatever the settings say",
    shard: "only these cells: every n-th, beginning with the i-th",
    out: "the document, written after each cell; one that is there is gone on from",
    list: "print the cells, and run nothing",
    merge: "make one document of the parts",
    help: "print this",
  },
  announcement:
    "{backend}: {adapter}. {cells, plural, one {1 cell} other {# cells}} of {learners, plural, one {1 learner} other {# learners}} each.",
  shard: "Part {shard} of a sweep of {cells, plural, one {1 cell} other {# cells}}.",
  resuming: "{file}: {done} of {total, plural, one {# cell} other {# cells}} are there and stay as they are.",
  elsewhere:
    "They were measured on {before}: the others are measured here, and the document names both. Their numbers are not those of one machine to the bit.",
  complete: "{file}: {total, plural, one {its # cell is} other {all # cells are}} there; nothing is left to run.",
  stopping:
    "Stopping: the cell under way is given up, those that are done are kept. Press Ctrl+C again to exit at once.",
  stopped: "{file}: {done} of {total, plural, one {# cell} other {# cells}}. The same command goes on from there.",
  cell: "{done}/{total}  {cell}  {time}",
  noExperiment: "{cell}: no experiment, {problem}",
  progress: "{bar} {share}  cell {done}/{cells}  {gone} gone, {left} left",
  written: "{file}: {done} of {total, plural, one {# cell} other {# cells}}.",
  missing: "{count, plural, one {1 cell is missing:} other {# cells are missing:}}",
  mixed: "Measured on several machines: {adapters}.",
  headings: { cell: "cell", problem: "no experiment" },
});

declare module "../../i18n/message" {
  interface TextRooms {
    cliSweep: typeof texts;
  }
}
