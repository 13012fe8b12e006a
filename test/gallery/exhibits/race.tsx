import { PRESETS } from "../../../src/config/presets";
import { say } from "../../../src/i18n/message";
import { texts as sweepTexts } from "../../../src/labs/sweep/texts";
import { OriginNote } from "../../../src/ui/race/OriginNote";
import { PresetBanner } from "../../../src/ui/race/PresetBanner";
import { Race } from "../../../src/ui/race/Race";
import { RunTable } from "../../../src/ui/race/RunTable";
import type { Exhibit, Room } from "../exhibit";
import { pastRuns, unreadableRuns } from "../seed/history";
import { pageOf } from "../seed/run";

const FROM_SWEEP = say(sweepTexts.cell.origin, { place: "Batch size 8, Temperature 0.05" });

const banners: Exhibit[] = PRESETS.map(({ id, title }) => ({
  id: `preset-${id}`,
  title: `Preset: ${title}`,
  width: 720,
  playground: () => pageOf({ preset: id, run: false }),
  content: PresetBanner,
}));

/** The page of the Race and what stands on no other. */
export const race: Room = {
  id: "race",
  title: "Race",
  about: "The presets, the runs that are over, and the whole page.",
  exhibits: [
    ...banners,
    {
      id: "preset-changed",
      title: "A preset with changes",
      width: 720,
      playground: () => pageOf({ run: false, change: { batchSize: 32 } }),
      content: PresetBanner,
    },
    {
      id: "origin",
      title: "An experiment that was opened from the sweep",
      width: 720,
      playground: () =>
        pageOf({
          run: false,
          patch: ({ draft }) => ({ origin: { from: FROM_SWEEP, page: "sweep", config: draft } }),
        }),
      content: OriginNote,
    },
    {
      id: "runs-empty",
      title: "Runs: none yet",
      width: 720,
      playground: () => pageOf({ run: false }),
      content: RunTable,
    },
    {
      id: "runs",
      title: "Runs",
      width: 1080,
      playground: () => pageOf({ run: false, patch: () => ({ history: pastRuns() }) }),
      content: RunTable,
    },
    {
      id: "runs-unreadable",
      title: "Runs, of which this version cannot read some",
      width: 1080,
      playground: () =>
        pageOf({
          run: false,
          patch: (state) => ({
            history: pastRuns().slice(0, 1),
            unreadable: { ...state.unreadable, runs: unreadableRuns() },
          }),
        }),
      content: RunTable,
      act: (shown) => shown.querySelector("details")?.setAttribute("open", ""),
    },
    { id: "race", title: "The Race", width: 1440, playground: () => pageOf({ steps: 620 }), content: Race },
  ],
};
