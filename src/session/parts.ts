import type { Said } from "../i18n/message";
import { memoryCheckpoints } from "../storage/checkpoints/checkpointStore";
import { memoryText } from "../storage/keptText";
import { memoryLabs } from "../storage/labArchive";
import { laterHistory } from "../storage/runs/laterHistory";
import type { TrainingService } from "../worker/protocol";
import { AnchorChoice } from "./anchor/choice";
import { AutomaticCheckpoints } from "./checkpoints/automatic";
import { Checkpoints } from "./checkpoints/checkpoints";
import { browserClaims, type RunClaims } from "./checkpoints/claims";
import { GoingOn } from "./checkpoints/goingOn";
import { KeptCheckpoints } from "./checkpoints/kept";
import { DataLoader } from "./data/dataLoader";
import { DataSetup } from "./data/dataSetup";
import { KeptFiles } from "./data/keptFiles";
import { OwnFiles } from "./data/ownFiles";
import { Draft } from "./draft";
import { LabData } from "./labs/labData";
import { LabSurveys } from "./labs/labSurveys";
import { Labs } from "./labs/labs";
import { Learn } from "./learn/learn";
import { LiveRun } from "./liveRun";
import { Notices, runFailure } from "./notices";
import { Overlay } from "./overlay/overlay";
import type { PlaygroundOptions } from "./playgroundOptions";
import type { Notice, PlaygroundStore } from "./playgroundState";
import { Conductor, type ConductorOptions } from "./queue/conductor";
import { Queue } from "./queue/queue";
import { LONE_TURN } from "./queue/turn";
import { PastRuns } from "./runs/pastRuns";
import { SettingsHistory } from "./settingsHistory";
import { LiveChanges } from "./start/liveChanges";
import { Opener } from "./start/opener";
import { RunStarter } from "./start/runStarter";
import { NO_TABS, type Tabs } from "./tabs/tabs";

/** What a playground is composed of, put together over one state; each part says itself what it does. */

const REDRAW_INTERVAL = 100;
const SETTLE_DELAY = 350;

export type Parts = ReturnType<typeof composeParts>;

interface Base {
  store: PlaygroundStore;
  service: TrainingService;
  options: PlaygroundOptions;
  notices: Notices;
  claims: RunClaims;
  tabs: Tabs;
}

const memoryHistory = async () => (await import("../storage/runs/history")).memoryHistory();

/** All parts over a state and the worker's service. */
export function composeParts({ store, service, options }: Omit<Base, "notices" | "claims" | "tabs">) {
  const { claims = browserClaims(undefined), tabs = NO_TABS } = options;
  const base: Base = { store, service, options, notices: new Notices(store), claims, tabs };
  const { notices } = base;
  const stores = composeStores(base);
  const { runs, kept, keptFiles, ownFiles } = stores;
  const running = composeRunning(base, { ...stores, leave: () => resuming.automatic.leave() });
  const { live, draft, starter, settingsHistory } = running;
  const liveChanges = new LiveChanges({ store, service, draft, notices });
  const labData = new LabData({ store, ownFiles });
  const labs = composeLabs(base, labData, keptFiles);
  const surveys = new LabSurveys({ store, service, labs, labData, failed: reporter(base, "startFailed") });
  const checkpoints = new Checkpoints({ store, service, live, starter, ownFiles, notices });
  const resuming = composeCheckpoints(base, { checkpoints, kept });
  const settled = async () => {
    await resuming.automatic.done();
    await runs.archive.done();
  };
  const queue = composeQueue(base, { ...stores, ...resuming, starter, draft, settled });
  const { goingOn } = resuming;
  const learned = { kept: options.learned ?? memoryText(), settled };
  return {
    ...stores,
    ...running,
    settled,
    notices,
    labs,
    surveys,
    ...resuming,
    ...queue,
    learn: new Learn({ store, service, starter, draft, runs, goingOn, notices, ...learned }),
    liveChanges,
    anchors: new AnchorChoice(store),
    overlay: new Overlay({ store, archive: runs.archive, notify: (kind, detail) => notices.add(kind, detail) }),
    setup: new DataSetup({ store, draft, starter, settingsHistory }),
    opener: new Opener({ store, draft, starter, ownFiles }),
    loader: new DataLoader({ store, service, ...running, ownFiles, labs, labData, surveys, notices }),
  };
}

type RunningParts = Pick<ReturnType<typeof composeStores>, "runs" | "keptFiles"> & { leave: () => Promise<void> };

/** What is set, with its way back, and the run that it starts. */
function composeRunning(base: Base, { runs, keptFiles, leave }: RunningParts) {
  const { store, service, options, notices } = base;
  const { redrawInterval = REDRAW_INTERVAL, settleDelay = SETTLE_DELAY } = options;
  const live = new LiveRun(store, {
    archive: runs.archive,
    redrawInterval,
    failed: (reason) => notices.add(runFailure(reason), reason),
  });
  const draft = new Draft({
    store,
    changed: (changed) => live.relabel(changed),
    alone: (change) => settingsHistory.alone(change),
    kept: (paths) => notices.sayLocked(paths),
  });
  const starter = new RunStarter({ store, service, draft, live, keptFiles, notices, leave, settleDelay });
  const settingsHistory = new SettingsHistory({
    store,
    now: options.now ?? (() => performance.now()),
    restore: (settings) => draft.restore(settings),
    moved: () => starter.startSoon(),
  });
  return { live, draft, starter, settingsHistory };
}

/** What is kept from one visit to the next. */
function composeStores(base: Base) {
  const { store, options, notices, claims, tabs } = base;
  const kept = new KeptCheckpoints({
    store,
    kept: options.checkpoints ?? memoryCheckpoints(),
    claims,
    failed: reporter(base, "checkpointsNotKept"),
    works: () => notices.clear("checkpointsNotKept"),
    wrote: () => tabs.tell({ kind: "checkpoints" }),
  });
  return {
    kept,
    runs: new PastRuns({
      store,
      history: options.history ?? laterHistory(memoryHistory),
      claims,
      tabs,
      checkpoints: kept,
      lastRun: options.lastRun ?? memoryText(),
      notify: (kind, detail) => notices.add(kind, detail),
      clear: (kind) => notices.clear(kind),
    }),
    keptFiles: new KeptFiles(options.downloads, (kept) => store.setState({ kept })),
    ownFiles: new OwnFiles(options.ownFiles, {
      changed: (ownFiles) => store.setState({ ownFiles }),
      failed: reporter(base, "filesNotKept"),
    }),
  };
}

interface CheckpointParts {
  checkpoints: Checkpoints;
  kept: KeptCheckpoints;
}

/** Taken, kept by itself, and gone on from. */
function composeCheckpoints(base: Base, own: CheckpointParts) {
  const { store, options, claims, tabs } = base;
  const refused = reporter(base, "checkpointRefused");
  return {
    checkpoints: own.checkpoints,
    goingOn: new GoingOn({ store, ...own, claims, tabs, refused }),
    automatic: new AutomaticCheckpoints({
      store,
      ...own,
      claims,
      interval: options.checkpointInterval,
      long: options.longRun,
    }),
  };
}

type QueueParts = Pick<ConductorOptions, "starter" | "draft" | "goingOn" | "ownFiles" | "settled"> & { runs: PastRuns };

/** Experiments that are lined up, and what trains them. */
function composeQueue({ store, service, options, tabs, claims }: Base, { runs, ...parts }: QueueParts) {
  const queue = new Queue(store, options.queue ?? memoryText());
  const rename: ConductorOptions["rename"] = (id, name) => runs.archive.remark({ id }, { name });
  const { turn = LONE_TURN } = options;
  return {
    queue,
    conductor: new Conductor({ ...parts, store, service, queue, rename, turn, tabs, claims }),
  };
}

function composeLabs(base: Base, labData: LabData, keptFiles: KeptFiles): Labs {
  const { store, service, options } = base;
  return new Labs({
    service,
    archive: options.labArchive ?? memoryLabs(),
    slice: { read: () => store.getState().labs, write: (labs) => store.setState({ labs }) },
    backend: () => store.getState().draft.backend,
    files: (config) => labData.filesOf(config),
    ended: () => void keptFiles.refresh(),
    unavailable: reporter(base, "labsUnavailable"),
    unreadable: (labs) => store.setState({ unreadable: { ...store.getState().unreadable, labs } }),
    redrawInterval: options.redrawInterval ?? REDRAW_INTERVAL,
  });
}

/** Turns a reason into a notice. */
function reporter({ notices }: Base, kind: Notice["kind"]): (reason: Said) => void {
  return (reason) => notices.add(kind, reason);
}
