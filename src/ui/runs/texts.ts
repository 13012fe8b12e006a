import { defineTexts } from "../../i18n/message";

/** What the panel of the kept runs says. */
export const texts = defineTexts("runs", {
  title: "Runs",
  empty: "Runs are kept here with their curves once they were played. They stay in this browser.",
  none: "No run matches the filter.",
  /** Of the way down to them. */
  jump: "Runs ({n, number})",
  same: "nothing",
  /** After the first settings in which a run differs from its preset. */
  moreDifferences: "{n} more",
  columns: {
    curves: "Curves",
    name: "Name",
    when: "When",
    experiment: "Experiment",
    differences: "Differs from its preset",
    steps: "Steps",
    ended: "Ended",
    result: "Probe accuracy per arm",
    duration: "Time",
    device: "Device",
    size: "Size",
    tags: "Tags",
    note: "Note",
    actions: "Actions",
  },
  /** How a run came to its end. */
  endings: {
    finished: "finished",
    stopped: "stopped at step {step}",
    early: "{rule, select, target {target reached} patience {no progress any more} other {time was up}} at step {step}",
    interrupted: "interrupted at step {step}",
    current: "on the page now",
    unknown: "at step {step}",
  },
  stepsOf: "{done} of {steps}",
  sort: {
    ascending: "{column}, sorted upwards: press for downwards",
    descending: "{column}, sorted downwards: press for upwards",
    by: "Sort by {column}",
  },
  row: {
    select: "Select {name}",
    open: "Show the curves of {name}",
    opening: "opening \u2026",
    /** Beside the run that the charts are of. */
    shown: "shown in the charts",
    noCurves: "without curves",
    name: "Name of {name}",
    rename: "Rename {name}",
    note: "Note on {name}",
    notePlaceholder: "Add a note",
    tags: "Tags of {name}, separated by commas",
    tagsPlaceholder: "Add tags",
    star: "Star {name}",
    pin: "Keep {name} on top",
    load: "Set the settings of {name}",
    remove: "Delete {name}",
    picture: "Curves: {metrics}",
  },
  tools: {
    filter: "Filter the runs",
    placeholder: "temperature < 0.1 objective = flatNce tag:paper",
    help: "Words are looked for in names, notes, tags and objectives. Settings and metrics are compared: batchSize >= 32, temperature < 0.1, objective = flatNce, accuracy > 0.7; lr, tau, batch, loss and knn are understood as well. tag:x, is:starred, is:pinned, is:finished, is:stopped, is:interrupted and preset:x narrow it further; a minus before any of these turns it round.",
    helpLabel: "What a filter can say",
    columns: "Columns",
    group: "Group by settings",
    import: "Open a record",
    queue: "Queue these settings",
    queueHint: "Lines up the experiment that is set, to be trained after those that wait.",
    shown: "{shown, number} of {all, number}",
    more: "Show {n, number} more",
  },
  groups: {
    /** Over all seeds of the runs. */
    together: "Of all {n} together: {conclusion}",
    looked: "Seeds that were added because of what the first ones showed make this interval look surer than it is.",
    head: "{n, plural, one {1 run of settings of its own} other {# runs of the same settings but for their seeds}} (seeds {seeds})",
    listed: "{n, plural, one {1 of them is} other {# of them are}} listed.",
  },
  selection: {
    label: "Selected runs",
    count: "{n, plural, one {1 run} other {# runs}} selected",
    clear: "Clear the selection",
    queue: "Add to the queue",
    report: "Report (HTML)",
    data: "All data (ZIP)",
    remove: "Delete them",
    left: "{n, plural, one {1 run was} other {# runs were}} left out: {reasons}",
    all: "Select all that are listed",
  },
  removed: "{n, plural, one {1 run was} other {# runs were}} deleted.",
  undo: "Undo",
  dismiss: "Dismiss",
  storage: {
    used: "Their curves take {used}.",
    limit: "Ask above",
    limitLabel: "Room for curves above which the page asks what to delete, in MB",
    over: "Their curves take {used}, more than the limit of {limit}. Delete the {n, plural, one {oldest run} other {# oldest runs}} without star or pin ({freed})?",
    nothing: "Their curves take {used}, more than the limit of {limit}. All others are starred, pinned or on the page.",
    remove: "Delete them",
  },
  opened: {
    /** Since a reload, and nobody has opened it. */
    reopened: "Your last run, as it was before the reload.",
    hide: "Hide it",
    showing: "Showing a past run: {name}. The current run is untouched.",
    back: "Back to the current run",
    load: "Set its settings",
    goOn: "Go on from step {step}",
  },
});

declare module "../../i18n/message" {
  interface TextRooms {
    runs: typeof texts;
  }
}
