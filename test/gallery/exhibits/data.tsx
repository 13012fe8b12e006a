import { lazy } from "react";
import { PUBLIC_SETS } from "../../../src/data/sources/public/sets";
import type { PanelTab } from "../../../src/ui/data/DataPanel";
import { DownloadFirst } from "../../../src/ui/data/sources/DownloadFirst";
import { DataSection } from "../../../src/ui/settings/DataSection";
import type { Exhibit, Room } from "../exhibit";
import type { DataId } from "../seed/data";
import { pageOf, type Scene } from "../seed/run";

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
    panel("points", "samples", "Contents of points"),
    panel("glyphs", "views", "Views of images"),
    panel("points", "views", "Views of points"),
    section("glyphs", "Source: glyphs", { steps: 0 }),
    section("points", "Source: points", { preset: "circle", steps: 0 }),
    section("public", "Source: published sets", { change: PUBLIC, patch: () => ({ kept: KEPT }) }),
    section("loading", "Source: under way", { change: PUBLIC, patch: () => ({ starting: true, loading: 0.37 }) }),
    section("url", "Source: an address", { change: { dataset: { id: "url", url: "" } } as Scene["change"] }),
    {
      id: "download-first",
      title: "In the place of a run whose data is not here",
      width: 640,
      playground: () => pageOf({ change: PUBLIC }),
      content: DownloadFirst,
    },
  ],
};
