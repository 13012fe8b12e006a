import { equal } from "../../config/paths";
import { configAfter } from "../../record/changes";
import type { KeptText } from "../../storage/keptText";
import type { PastRun } from "../../storage/runs/pastRun";
import type { PlaygroundState, PlaygroundStore } from "../playgroundState";
import { hasBegun } from "../shown";

interface Runs {
  archive: { find(id: string): PastRun | undefined };
  open(id: string): Promise<boolean>;
}

interface LastRunOptions {
  store: PlaygroundStore;
  runs: Runs;
  /** The tab's own: another tab has had another run. */
  kept: KeptText;
}

/** The run that came to its end in this tab last, which a reload shows again. */
export class LastRun {
  private readonly options: LastRunOptions;

  constructor(options: LastRunOptions) {
    this.options = options;
    options.store.subscribe((state, before) => {
      if (state.run !== before.run && state.run?.state === "finished" && before.run?.state === "running")
        options.kept.write(state.run.id);
    });
  }

  /** Shows its curves again where the page is still of its settings, and nothing else is to be seen or asked. */
  async show(): Promise<void> {
    const { store, runs, kept } = this.options;
    const row = runs.archive.find(kept.read() ?? "");
    if (!row || row.columnBytes === null) return;
    const isOfIt = () =>
      isFree(store.getState()) && equal(store.getState().draft, configAfter(row.config, row.changes));
    if (isOfIt() && (await runs.open(row.id))) store.setState({ reopened: row.id });
  }
}

function isFree({ run, opened, interrupted, unasked }: PlaygroundState): boolean {
  return !hasBegun(run) && !opened && !interrupted && !unasked;
}
