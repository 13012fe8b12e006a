import { lazy } from "react";
import { presetConfig } from "../../../src/config/presets";
import { PUBLIC_SETS } from "../../../src/data/sources/public/sets";
import type { PanelTab } from "../../../src/ui/data/DataPanel";
import { DataSetup } from "../../../src/ui/data/DataSetup";
import { Misread } from "../../../src/ui/data/Misread";
import { DownloadFirst } from "../../../src/ui/data/sources/DownloadFirst";
import { MissingFiles } from "../../../src/ui/data/sources/MissingFiles";
import { DataSection } from "../../../src/ui/settings/DataSection";
import type { Exhibit, Room } from "../exhibit";
import { type DataId, NEWTS } from "../seed/data";
import { configOf, pageOf, type Scene } from "../seed/run";
import { drawings } from "./draw";

const DataPanel = lazy(() => import("../../../src/ui/data/DataPanel"));

function panel(data: DataId, tab: PanelTab, title: string): Exhibit {
  const preset = data === "points" ? "circle" : "vanish";
  return {
    id: `data-${data}-${tab}`,
    title,
    width: 1000,
    playground: () => pageOf({ data, preset, steps: 0 }),
    content: () => <DataPanel first={tab} />,
  };
}

function section(id: string, title: string, scene: Scene): Exhibit {
  return { id: `source-${id}`, title, width: 296, playground: () => pageOf(scene), content: DataSection };
}

function note(id: string, title: string, content: Exhibit["content"], scene: Scene): Exhibit {
  return { id, title, width: 720, playground: () => pageOf(scene), content };
}

const OWN = { dataset: { id: "files", name: "digits.idx" } } as Scene["change"];
const FILES = { id: 1, files: [{ file: new File(["0123456789"], "digits.idx"), path: "digits.idx" }] };
const IMAGES = { dataset: configOf("points", OWN).dataset, files: FILES };
const PUBLIC = { dataset: { id: "public", set: "mnist" } } as Scene["change"];
const KEPT = Object.values(PUBLIC_SETS)
  .slice(0, 2)
  .flatMap(({ train, test }) => [
    { url: train.url, size: 9_912_422 },
    { url: test.url, size: 1_648_877 },
  ]);

/** The data: where they come from, what is in them, and what the augmentation makes of them. */
export const data: Room = {
  id: "data",
  title: "Data",
  about: "Sources of data, and the panel that shows classes, statistics and views.",
  exhibits: [
    panel("glyphs", "samples", "Contents of labelled images"),
    panel("unlabeled", "samples", "Contents of images without labels"),
    panel("brought", "samples", "Contents of pictures that somebody brought, and what was read of them"),
    panel("points", "samples", "Contents of points"),
    panel("table", "editor", "What is what in a table"),
    panel("pictures", "editor", "What is what in a table of pixels"),
    { ...panel("table", "editor", "What is what in a table, on a phone"), id: "data-table-editor-phone", width: 360 },
    note("misread", "A table that was not understood", Misread, {
      patch: () => ({ misread: { ...IMAGES, outline: NEWTS } }),
    }),
    panel("glyphs", "views", "Views of images"),
    panel("points", "views", "Views of points"),
    section("glyphs", "Source: glyphs", { steps: 0 }),
    section("points", "Source: points", { preset: "circle", steps: 0 }),
    section("public", "Source: published sets", { change: PUBLIC, patch: () => ({ kept: KEPT }) }),
    section("loading", "Source: under way", { change: PUBLIC, patch: () => ({ starting: true, loading: 0.37 }) }),
    section("url", "Source: an address", { change: { dataset: { id: "url", url: "" } } as Scene["change"] }),
    section("files", "Source: own files, and those that are kept", {
      change: OWN,
      patch: () => ({ files: FILES, ownFiles: [{ name: "leaves", count: 240, size: 12_400_000 }] }),
    }),
    ...drawings,
    section("suspicious", "Source: own files that look suspicious", {
      data: "brought",
      steps: 0,
    }),
    note("setup-images", "Images over settings for points", DataSetup, {
      preset: "points",
      patch: () => ({ refusedData: { ...IMAGES, shape: [32, 32, 1] } }),
    }),
    note("setup-rows", "Rows that the encoder refuses", DataSetup, {
      patch: ({ draft }) => ({ refusedData: { dataset: draft.dataset, files: null, shape: [4] } }),
    }),
    note("setup-done", "Set up for images", DataSetup, {
      patch: ({ draft, presetId }) => ({
        setup: {
          before: { draft: presetConfig("points"), draftErrors: [], presetId, files: null },
          after: draft,
          shape: [32, 32, 1],
        },
      }),
    }),
    note("files-missing", "Settings of files that are not at hand", MissingFiles, { change: OWN }),
    {
      id: "download-first",
      title: "In the place of a run whose data is not here",
      width: 640,
      playground: () => pageOf({ change: PUBLIC }),
      content: DownloadFirst,
    },
  ],
};
