import type { ExperimentConfig } from "../../../src/config/schema";
import type { PlaygroundState } from "../../../src/session/playgroundState";
import { OpenedNote } from "../../../src/ui/runs/OpenedNote";
import { ENVIRONMENT } from "../../session/fakeService";
import type { Exhibit } from "../exhibit";
import { pastRuns } from "../seed/history";
import { pageOf } from "../seed/run";

/** A kept run that is looked at, with a checkpoint of which a branch with other settings can go on. */

/** @param set what is set now, beside the settings of the run */
function opened({ run, draft }: PlaygroundState, set: Partial<ExperimentConfig>): Partial<PlaygroundState> {
  const [row] = pastRuns();
  if (!run || !row) return {};
  const { id, config, presetId } = run;
  const { startedAt } = row;
  const head = { id, presetId, startedAt, savedAt: startedAt, step: 600, steps: config.steps, isOpen: false };
  return {
    opened: run,
    run: null,
    history: [{ ...row, id, config, name: "With a checkpoint" }],
    checkpoints: [{ ...head, environment: ENVIRONMENT }],
    draft: { ...draft, ...set },
  };
}

const exhibit = (id: string, title: string, width: number, set: Partial<ExperimentConfig>): Exhibit => ({
  id,
  title,
  width,
  playground: () => pageOf({ steps: 620, state: "paused", patch: (state) => opened(state, set) }),
  content: OpenedNote,
});

const OTHER: Partial<ExperimentConfig> = { temperature: 0.2, steps: 4000 };
const IMPOSSIBLE: Partial<ExperimentConfig> = { batchSize: 8, seeds: 2 };

export const branches: readonly Exhibit[] = [
  exhibit("branch", "A branch with other settings", 720, OTHER),
  exhibit("branch-phone", "A branch with other settings, on a phone", 328, OTHER),
  exhibit("branch-refused", "Settings that no branch can have, on a phone", 328, IMPOSSIBLE),
];
