import { livePatch } from "../../config/liveChanges";
import type { ExperimentInput } from "../../config/schema";
import { saidOf } from "../../i18n/errors";
import type { RunChange } from "../../record/changes";
import type { TrainingService } from "../../worker/protocol";
import type { Draft } from "../draft";
import { train } from "../lesson/pace";
import type { Notices } from "../notices";
import type { PlaygroundStore } from "../playgroundState";

interface LiveChangesOptions {
  store: PlaygroundStore;
  service: TrainingService;
  draft: Draft;
  notices: Notices;
}

/** Changes the run on the page while it goes on, without a reset. */
export class LiveChanges {
  private readonly options: LiveChangesOptions;

  constructor(options: LiveChangesOptions) {
    this.options = options;
  }

  /**
   * From the next step on; settings that were those of the run stay so.
   * @throws PlaygroundError where the run cannot take that over
   */
  async change(patch: ExperimentInput): Promise<void> {
    const { draft, service } = this.options;
    const isShown = draft.pendingChanges().length === 0;
    await service.change(patch as RunChange["patch"]);
    // Who may change the run was asked before; the settings follow it.
    if (isShown) draft.unlocked(() => draft.discard());
  }

  /** Has the run take over what it can of the settings. One that was over and has more steps goes on. */
  async applyDraft(): Promise<void> {
    const { store, service, notices } = this.options;
    const { run, draft } = store.getState();
    if (!run) return;
    try {
      await this.change(livePatch(run.config, draft));
      if (run.state === "finished" && store.getState().run?.state === "paused")
        await train({ service, state: store.getState() }, Number.POSITIVE_INFINITY);
    } catch (error) {
      notices.add("changeRefused", saidOf(error));
    }
  }
}
