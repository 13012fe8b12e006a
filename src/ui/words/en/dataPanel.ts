/** Words of the panel that shows the data and its views. */
export const dataPanel = {
  tabs: { samples: "Samples", views: "Views" },

  facts: {
    train: "To train on",
    test: "Held out",
    classes: "Classes",
    unlabelled: "no labels",
    shape: "Shape",
  },

  statistics: {
    title: "Values of the training samples",
    guide:
      "Over the whole training split, in float64. Of images on a scale from 0, black, to 1. These are the numbers that other tools normalise by; here pixels are brought to \u22121..1 for every data set alike.",
    points:
      "Over the whole training split, in float64. Features from files were brought to mean 0 and deviation 1 as they were read; one that never changes has 0.",
    of: "Channel",
    dimension: "Dimension",
    mean: "Mean",
    deviation: "Std. dev.",
    grey: "Grey",
    colours: ["Red", "Green", "Blue"],
    channel: (n: number) => `Channel ${n}`,
    more: (n: string) => `and ${n} more`,
  },

  classes: {
    title: "Classes",
    name: "Class",
    train: "Train",
    test: "Held out",
    share: "Share",
    samples: "Samples",
    shown: (count: number, name: string) => `${count} samples of ${name}`,
    none: "No labels: accuracies cannot be measured.",
    first: (count: string) => `The first ${count} training samples.`,
    map: (count: string, dimensions: number) =>
      dimensions > 2 ? `${count} training samples, their first two dimensions.` : `${count} training samples.`,
    describeGallery: (count: number) => `${count} training samples.`,
  },

  views: {
    lead: "Some training samples, and two views of each, made as the learners' views are. Looking changes nothing in the run.",
    again: "Draw again",
    sample: "Sample",
    view: (n: number) => `View ${n}`,
    otherData: (title: string) =>
      `The settings name other data than the run has. These views are of the run's: ${title}.`,
    waiting: "The views are drawn as soon as the device is free.",
    failed: (reason: string) => `The views could not be drawn: ${reason}`,
    ended: "the run was ended, and its data are given back",
    invalid: "These settings are not possible together; the views are of the last ones that were.",
    describe: (count: number) => `${count} training samples, each with two augmented views.`,
    controls: "Augmentation",
  },
};

export type DataPanelWords = typeof dataPanel;
