import { say } from "../../../src/i18n/message";
import { texts as sweepTexts } from "../../../src/labs/sweep/texts";
import { OriginNote } from "../../../src/ui/race/OriginNote";
import { Race } from "../../../src/ui/race/Race";
import { OpenedNote } from "../../../src/ui/runs/OpenedNote";
import { QueuePanel } from "../../../src/ui/runs/queue/QueuePanel";
import { RunsPanel } from "../../../src/ui/runs/RunsPanel";
import type { Room } from "../exhibit";
import { pastRuns, suspiciousRuns, unreadableRuns } from "../seed/history";
import { queueThrough, queueUnderWay } from "../seed/queue";
import { pageOf } from "../seed/run";
import { settle } from "./acts";
import { branches } from "./branch";
import { presets } from "./presets";
import { tour } from "./tour";

const FROM_SWEEP = say(sweepTexts.cell.origin, { place: "Batch size 8, Temperature 0.05" });

/** The page of the Race and what stands on no other. */
export const race: Room = {
  id: "race",
  title: "Race",
  about: "The presets, the runs that are over, and the whole page.",
  exhibits: [
    ...presets,
    ...tour,
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
    ...branches,
    {
      id: "queue",
      title: "The queue, under way",
      width: 1080,
      playground: () => pageOf({ steps: 620, patch: ({ run }) => ({ queue: queueUnderWay(run?.id ?? "") }) }),
      content: QueuePanel,
    },
    {
      id: "queue-narrow",
      title: "The queue on a phone",
      width: 336,
      height: 700,
      playground: () => pageOf({ steps: 620, patch: ({ run }) => ({ queue: queueUnderWay(run?.id ?? "") }) }),
      content: QueuePanel,
    },
    {
      id: "queue-through",
      title: "The queue, once it is through",
      width: 720,
      playground: () => pageOf({ run: false, patch: () => ({ queue: queueThrough() }) }),
      content: QueuePanel,
    },
    {
      id: "runs-empty",
      title: "Runs: none yet",
      width: 720,
      playground: () => pageOf({ run: false }),
      content: RunsPanel,
    },
    {
      id: "runs",
      title: "Runs",
      width: 1080,
      playground: () => pageOf({ run: false, patch: () => ({ history: pastRuns() }) }),
      content: RunsPanel,
    },
    {
      id: "runs-suspicious",
      title: "Runs, one of them on data that look suspicious",
      width: 1080,
      playground: () => pageOf({ run: false, patch: () => ({ history: suspiciousRuns() }) }),
      content: RunsPanel,
    },
    {
      id: "runs-opened",
      title: "A past run on data that look suspicious",
      width: 720,
      playground: () =>
        pageOf({
          data: "brought",
          patch: ({ run }) => ({ run: null, history: suspiciousRuns(), opened: run && { ...run, id: "0" } }),
        }),
      content: OpenedNote,
      act: (shown) => shown.querySelector("details")?.setAttribute("open", ""),
    },
    {
      id: "runs-selected",
      title: "Runs: two that are compared, and some that were deleted",
      width: 1080,
      playground: () =>
        pageOf({
          run: false,
          patch: () => ({ history: pastRuns(), selected: ["0", "1"], removed: { count: 2 } }),
        }),
      content: RunsPanel,
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
      content: RunsPanel,
      act: (shown) => shown.querySelector("details")?.setAttribute("open", ""),
    },
    {
      id: "race",
      title: "The Race",
      width: 1440,
      playground: () => pageOf({ steps: 620 }),
      content: Race,
      act: settle,
    },
  ],
};
