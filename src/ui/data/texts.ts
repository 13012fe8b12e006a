import { defineTexts } from "../../i18n/message";

/** What is said of the data: where it comes from, what is in it, and its views. */
export const texts = defineTexts("data", {
  summary: {
    counts: "{train} to train on, {test} held out, {shape}",
    countsWithBank: "{train} to train on (no labels), {bank} to measure with, {test} held out, {shape}",
    pixels: "{height} × {width} pixels{channels, plural, =1 {} =3 { in colour} other { in # channels}}",
    numbers: "{n, plural, one {1 number} other {# numbers}} each",
    /** Where the files hold fewer samples than are allowed. */
    taken: "All that the data holds is used.",
    unlabeled: "No labels: accuracies cannot be measured.",
    thumbnails: "Training samples of different classes",
    look: "Look at the data",
    lookAtViews: "Look at the views",
  },
  sources: {
    loading: "Loading the data: {percent}",
    cancel: "Cancel",
    load: "Load",
    own: "For data of your own, drop files, a folder or a link anywhere on the page, or paste them.",
    choose: "Choose files",
    chooseFolder: "Choose folder",
    fileCount: "({count, plural, one {1 file} other {# files}})",
    notAtHand: "(not at hand)",
    drop: "or drop files or folders anywhere, or paste them: IDX as in MNIST, CIFAR (.bin, .tar.gz), NPY and NPZ, images (a folder for each class, or a table that names them), CSV, JSON, Parquet; packed (ZIP, tar, gzip) or not. They stay on this device.",
    dropHere: "Drop to train on this data",
    reading: "Looking through the folder \u2026",
    paste: "Press Enter to load it. An address may also be pasted anywhere on the page, or a link dropped.",
    parts: "{train, plural, one {1 image} other {# images}} to train on, {test} to test on.",
    source: "Source",
    onDevice: "on this device",
    download: "Download and use",
    downloadSize: "Download and use ({size})",
    /** Shown as long as there is nothing to train on. */
    notHere: "{name} is not on this device yet.",
    askFirst: "Nothing is fetched until you ask for it.",
    kept: "Kept on this device: {count, plural, one {1 file} other {# files}}, {size}",
    keptHint: "Downloads are kept in this browser, so that they are there without a network. Nothing is uploaded.",
    training: "{set}, training",
    testing: "{set}, test",
    draw: "Draw points",
    drawOn: "Draw on {name}",
    remove: "Delete {name}",
    removeAll: "Delete all",
  },
  /** Of settings that were made for other samples. */
  setup: {
    title: { images: "These are images", rows: "These are rows of numbers" },
    reason: {
      images: "The settings are for points: two views of an image ({shape}) would differ in noise alone.",
      rows: "The settings are for images, and the encoder takes nothing else ({shape}).",
    },
    apply: { images: "Set up for images", rows: "Set up for rows" },
    ask: "Will it help me?",
    decline: "Leave it as it is",
    changes: "{n, plural, one {1 setting} other {# settings}} as in \u201c{preset}\u201d",
    done: { images: "Set up for images.", rows: "Set up for rows." },
    changed: "{n, plural, one {1 setting was changed} other {# settings were changed}}",
    undo: "Undo",
  },
  /** Of data that does not fill a batch. */
  short: {
    title: "This data has fewer samples than a batch",
    hint: "It can be trained on in smaller batches.",
    apply: "Use batches of {batchSize}",
  },
  /** Of settings whose files are not at hand. */
  missing: {
    label: "Files to drop again",
    title: "These settings are of your own files: {name}",
    hint: "A page cannot open them again by itself: drop them here once more, or choose them.",
    otherRun:
      "A page cannot open them again by itself: drop them here once more, or choose them. What is shown below is another run, on other data.",
    back: "Back to the settings of that run",
    otherData: "Use the data of the preset",
  },
  ownFiles: {
    ask: "Keep {count, plural, one {this file} other {these # files}} ({size}) on this device?",
    keep: "Keep on this device",
    hint: "{count, plural, one {Then it is} other {Then they are}} there after a reload. Nothing is uploaded.",
    kept: "Own files kept on this device:",
  },
  tabs: { samples: "Samples", views: "Views" },
  facts: {
    train: "To train on",
    bank: "To measure with",
    test: "Held out",
    classes: "Classes",
    unlabeled: "no labels",
    shape: "Shape",
  },
  statistics: {
    title: "Values of the training samples",
    guide:
      "Over the whole training split. In float64; of images on a scale from 0, black, to 1. These are the numbers that other tools normalise by; here pixels are brought to \u22121..1 for every data set alike.",
    points:
      "Over the whole training split. In float64; features from files were brought to mean 0 and deviation 1 as they were read; one that never changes has 0.",
    of: "Channel",
    dimension: "Dimension",
    mean: "Mean",
    deviation: "Std. dev.",
    grey: "Grey",
    colors: ["Red", "Green", "Blue"],
    channel: "Channel {n}",
    more: "and {n} more",
  },
  classes: {
    title: "Classes",
    name: "Class",
    train: "Train",
    bank: "Measured with",
    test: "Held out",
    share: "Share",
    samples: "Samples",
    shown: "{count, plural, one {1 sample} other {# samples}} of {name}",
    none: "No labels: accuracies cannot be measured.",
    first: "{count, plural, one {The only training sample.} other {The first # training samples.}}",
    map: "{count, plural, one {1 training sample} other {# training samples}}{dimensions, plural, =0 {} =1 {} =2 {} other {, their first two dimensions}}.",
    mapOfColumns: "{count, plural, one {1 training sample} other {# training samples}}: {x} to the right, {y} upwards.",
    describeGallery: "{count, plural, one {1 training sample} other {# training samples}}.",
  },
  views: {
    lead: "Some training samples, and two views of each, made as the learners' views are. Looking changes nothing in the run.",
    again: "Draw again",
    sample: "Sample",
    view: "View {n}",
    otherData: "The settings name other data than the run has. These views are of the run's: {title}.",
    waiting: "The views are drawn as soon as the device is free.",
    failed: "The views could not be drawn: {reason}",
    ended: "the run was ended, and its data are given back",
    invalid: "These settings are not possible together; the views are of the last ones that were.",
    describe: "{count, plural, one {1 training sample} other {# training samples}}, each with two augmented views.",
    controls: "Augmentation",
  },
});

declare module "../../i18n/message" {
  interface TextRooms {
    data: typeof texts;
  }
}
