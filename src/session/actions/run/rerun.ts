import { IconArrowsShuffle, IconPlayerPlay, IconRepeat, IconUsersPlus } from "@tabler/icons-react";
import { furtherSeeds, otherSeeds as seedsElsewhere } from "../../runs/seeds";
import type { Action, ActionContext } from "../action";
import { hasChanges, hasEnded, wasChanged } from "../conditions";

/**
 * What can follow a run that is over; the run stays among the kept ones whatever is chosen. One that was changed on its way cannot be
 * had again by its settings alone, on no seeds.
 */

/** What was set since is taken over. */
export const next: Action = {
  icon: IconPlayerPlay,
  label: "Run the changed settings",
  shortcut: " ",
  menu: "rerun",
  control: "play",
  enabled: (state) => hasEnded(state) && hasChanges(state),
  run: ({ playground }) => playground.playWith({}),
};

/** The settings that a run had at its end, which it did not begin with: what they do from step 0 no run has shown. */
export const fromStart: Action = {
  icon: IconPlayerPlay,
  label: "Run its last settings from the start",
  shortcut: " ",
  menu: "rerun",
  control: "play",
  enabled: (state) => hasEnded(state) && !hasChanges(state) && wasChanged(state),
  run: (context) => runAgain(context, () => ({})),
};

/** The same settings on seeds that were not run yet, to be read together with those that were. */
export const moreSeeds: Action = {
  icon: IconUsersPlus,
  label: "Run more seeds",
  shortcut: " ",
  menu: "rerun",
  control: "play",
  enabled: (state) => hasEnded(state) && !hasChanges(state) && !wasChanged(state),
  run: (context) => runAgain(context, furtherSeeds),
};

/** The whole comparison once more, on seeds that have nothing to do with the first ones. */
export const otherSeeds: Action = {
  icon: IconArrowsShuffle,
  label: "The same on other seeds",
  menu: "rerun",
  control: "play",
  enabled: (state) => hasEnded(state) && !wasChanged(state),
  run: (context) => runAgain(context, seedsElsewhere),
};

/** To the bit, on the same adapter, as the whole run was. */
export const repeat: Action = {
  icon: IconRepeat,
  label: "Repeat exactly (same seeds)",
  menu: "rerun",
  control: "play",
  enabled: (state) => hasEnded(state) && state.run?.changes.length === 0,
  run: (context) => runAgain(context, () => ({})),
};

/** Plays the settings of the run that is over, which stays among the kept ones, on the seeds that are chosen. */
async function runAgain({ playground }: ActionContext, seeds: typeof furtherSeeds): Promise<void> {
  const { run, history } = playground.state;
  if (!run) return;
  if (playground.pendingChanges().length > 0 || playground.state.draftErrors.length > 0)
    playground.edit((draft) => draft.discard());
  await playground.playWith(seeds(run.config, history));
}
