import type { DataStore, OwnFilesStore } from "../data/types";
import type { CheckpointStore } from "../storage/checkpoints/checkpointStore";
import type { KeptText, SharedText } from "../storage/keptText";
import type { LabArchive } from "../storage/labArchive";
import type { History } from "../storage/runs/history";
import type { RunClaims } from "./checkpoints/claims";
import type { QueueTurn } from "./queue/turn";
import type { Tabs } from "./tabs/tabs";

/** What a playground is given by whoever opens the page; all of it may be missing. */
export interface PlaygroundOptions {
  history?: History;
  labArchive?: LabArchive;
  /** Where checkpoints of runs are kept. */
  checkpoints?: CheckpointStore;
  /** What is known of other pages' runs. */
  claims?: RunClaims;
  /** The other pages, which have the same runs. */
  tabs?: Tabs;
  /** Where the browser keeps what is lined up. */
  queue?: SharedText;
  /** Where the tab keeps which run ended last. */
  lastRun?: KeptText;
  /** Which page trains it. */
  turn?: QueueTurn;
  /** Where the browser keeps which chapters are done. */
  learned?: KeptText;
  /** Time until the first checkpoint of a run that trains, in milliseconds. */
  checkpointInterval?: number;
  /** Training after which a run that gives way to another is offered to go on with, in milliseconds. */
  longRun?: number;
  /** Where the training worker keeps its downloads. */
  downloads?: DataStore | undefined;
  /** Where files of the user's own are kept, if the user asks for it. */
  ownFiles?: OwnFilesStore | undefined;
  /** Least time between two redraws while training, in milliseconds. */
  redrawInterval?: number;
  /** Time after the last change of a setting until a run that has not begun takes it over, in milliseconds. */
  settleDelay?: number;
  /** The clock by which changes of the settings belong together, in milliseconds. */
  now?: () => number;
}
