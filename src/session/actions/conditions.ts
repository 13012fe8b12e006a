import { changesThatRestart } from "../../config/diff";
import { labOf } from "../address/page";
import { canRunLab } from "../labs/survey";
import { stepsAllowed } from "../lesson/pace";
import { areSettingsOpen, isPanelShown } from "../panels/arrangement";
import type { PanelGroupId, PanelId } from "../panels/registry";
import type { PlaygroundState } from "../playgroundState";
import { shownRun } from "../shown";

/** When actions are enabled. */

type Condition = (state: PlaygroundState) => boolean;

export const always: Condition = () => true;

/** The Race's own actions mean nothing on another page. */
export const inRace =
  (condition: Condition): Condition =>
  (state) =>
    state.page === "race" && condition(state);

export const isRunning = inRace(({ run }) => run?.state === "running");
export const hasEnded = inRace(({ run, starting }) => !starting && run?.state === "finished");
/** The run was changed on its way: it began with other settings than it ended with. A move to another device is no such change. */
export const wasChanged: Condition = ({ run }) =>
  run?.changes.some(({ patch }) => Object.keys(patch).length > 0) ?? false;
/** The settings are no longer those of the run. */
export const hasChanges: Condition = ({ run, draft }) =>
  run !== null && changesThatRestart(run.config, draft).length > 0;
const waits: Condition = ({ run }) => run === null || run.state === "paused";
/** A run under preparation is played as soon as it is ready. */
export const canPlay = inRace((state) => waits(state) && stepsAllowed(state) > 0);
export const canContinue = inRace((state) => !state.starting && canPlay(state));
export const hasMeasured = inRace((state) => {
  const run = shownRun(state);
  return run !== null && run.environment !== null && run.step > 0;
});
/** There is a state of the run that is shown: the trainer's, or of a kept run the one that is kept. */
export const hasCheckpoint: Condition = (state) => {
  const { opened, checkpoints } = state;
  return hasMeasured(state) && (!opened || checkpoints.some(({ id }) => id === opened.id));
};
/** A trainer has the learners of the run that is shown: of a kept run there are curves alone. */
export const hasLearners = inRace(
  ({ run, opened, starting }) => !opened && !starting && !!run?.environment && run.state !== "failed",
);
/** Nobody has locked or hidden a setting: all of them may change at once. */
export const hasAllSettings = inRace(({ arrangement }) => areSettingsOpen(arrangement));
/** A panel is on the page, or one of a group. */
export const shows = (name: PanelId | PanelGroupId): Condition =>
  inRace(({ arrangement }) => isPanelShown(arrangement, name));

/** While another run is prepared, one more would only take its turn after it. */
export const canOpen = inRace(({ starting }) => !starting);

/** What is complete is measured again by its button alone: a stray key would throw hours away. */
export const canMeasure: Condition = (state) => {
  const lab = labOf(state.page);
  return lab !== null && state.labs[lab].phase !== "finished" && canRunLab(lab, state);
};
