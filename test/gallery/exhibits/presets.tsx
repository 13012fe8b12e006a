import { findPreset, PRESETS } from "../../../src/config/presets";
import type { Preset } from "../../../src/config/presets/preset";
import { pastRun } from "../../../src/storage/runs/pastRun";
import { PresetBanner } from "../../../src/ui/race/presets/PresetBanner";
import { PresetCard } from "../../../src/ui/race/presets/PresetCard";
import PresetCards from "../../../src/ui/race/presets/PresetCards";
import { ENVIRONMENT } from "../../session/fakeService";
import { EMPTY_RECORD } from "../../support/emptyRecord";
import type { Exhibit } from "../exhibit";
import { configOf, pageOf } from "../seed/run";

const nothing = () => undefined;

const banners: Exhibit[] = PRESETS.map(({ id, title }) => ({
  id: `preset-${id}`,
  title: `Preset: ${title}`,
  width: 720,
  playground: () => pageOf({ preset: id, run: false }),
  content: PresetBanner,
}));

/** A device on which half the batch was timed before. */
const timed = () => ({
  environment: ENVIRONMENT,
  history: [
    pastRun(
      { ...EMPTY_RECORD, config: configOf("points", { batchSize: 16 }), stepsDone: 1000, durationMs: 40_000 },
      "points",
    ),
  ],
});

/** The presets: over the charts, and where one is chosen. */
export const presets: readonly Exhibit[] = [
  ...banners,
  {
    id: "preset-changed",
    title: "A preset with changes",
    width: 720,
    playground: () => pageOf({ run: false, change: { batchSize: 32 } }),
    content: PresetBanner,
  },
  {
    id: "preset-card",
    title: "A card of the gallery of presets, of what was timed on this device",
    width: 360,
    playground: () => pageOf({ preset: "points", run: false, patch: timed }),
    content: () => <PresetCard preset={findPreset("points") as Preset} isChosen={true} onChoose={nothing} />,
  },
  {
    id: "preset-cards",
    title: "The gallery of presets",
    width: 1180,
    playground: () => pageOf({ run: false, patch: () => ({ environment: ENVIRONMENT, history: [] }) }),
    content: () => <PresetCards onChoose={nothing} />,
  },
];
