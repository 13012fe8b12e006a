import type { ExperimentConfig } from "../../../config/schema";
import { sourceOf } from "../../../data/sources";
import type { SettingTexts } from "../../../settings/setting";
import type { Section } from "../field";

/** How much of which data. What depends on the kind of data (its files, its address, its name) has components of its own. */

const isPoints = (config: ExperimentConfig) => !sourceOf(config.dataset).holdsImages;
const isGenerated = (config: ExperimentConfig) => sourceOf(config.dataset).isMade;
const isBrought = (config: ExperimentConfig) => !isGenerated(config);

/** Texts of the fields that the section draws itself (DataSection.tsx). */
export const SOURCE_TEXTS = {
  id: {
    label: "Data set",
    tooltip: "What the learners see. Labels are used for measuring only, never for training.",
  },
  set: {
    label: "Published set",
    tooltip:
      "Downloaded from Hugging Face when you ask for it, and kept on this device: it is there without a network from then on.",
  },
  url: {
    label: "Address",
    tooltip: "Of a data file in any format that is read, on a server that lets other sites read it.",
  },
} satisfies Record<string, SettingTexts>;

export const KINDS_OF_DATA = {
  points: "Points in the plane",
  glyphs: "Glyphs",
  files: "Own files",
  url: "From an address",
  public: "Published set",
};

export const data = {
  label: "Data",
  open: true,
  rows: [
    {
      path: "dataset.layout",
      label: "Layout",
      tooltip: "How the classes lie in the plane.",
      options: { rings: "Rings", moons: "Moons", gaussians: "Blobs" },
      control: "choice",
      visible: isPoints,
    },
    {
      path: "dataset.classes",
      label: "Classes",
      tooltip: "Number of classes in the generated data.",
      control: "slider",
      step: 1,
      visible: isGenerated,
    },
    {
      path: "dataset.samples",
      label: "Samples",
      tooltip: "Samples to train on.",
      control: "stops",
      visible: isGenerated,
    },
    {
      path: "dataset.samples",
      wording: "dataset.samples.files",
      label: "Samples at most",
      tooltip: "Most training samples taken from the files, each class in its share; fewer where the files hold fewer.",
      name: "Samples",
      control: "stops",
      visible: isBrought,
    },
    {
      path: "dataset.side",
      label: "Side",
      tooltip: "Side of an image in pixels. Automatic: as in the data, if that is 28 to 64.",
      control: "number",
      advanced: true,
      visible: isBrought,
    },
    {
      path: "dataset.colour",
      label: "Colour",
      tooltip: "Keep the colours, or store images in grey.",
      options: { keep: "Keep", grey: "Grey" },
      control: "choice",
      advanced: true,
      visible: isBrought,
    },
  ],
} as const satisfies Section;
