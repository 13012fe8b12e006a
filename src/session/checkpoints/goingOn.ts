import type { ExperimentConfig } from "../../config/schema";
import { problem, saidOf } from "../../i18n/errors";
import type { Said } from "../../i18n/message";
import type { By } from "../locks/locks";
import type { PlaygroundStore } from "../playgroundState";
import type { Tabs } from "../tabs/tabs";
import { branched } from "./branched";
import type { Checkpoints } from "./checkpoints";
import type { RunClaims } from "./claims";
import { texts } from "./errors";
import type { KeptCheckpoints } from "./kept";

interface GoingOnOptions {
  store: PlaygroundStore;
  checkpoints: Checkpoints;
  kept: KeptCheckpoints;
  claims: RunClaims;
  tabs: Tabs;
  /** Told why a run cannot be gone on with. */
  refused(reason: Said): void;
}

/** Goes on with runs that an earlier visit, or a worker that is gone, left behind. */
export class GoingOn {
  private readonly options: GoingOnOptions;

  constructor(options: GoingOnOptions) {
    this.options = options;
    options.tabs.listen(({ kind }) => {
      if (kind === "checkpoints") void this.lookAgain();
    });
  }

  /** Looks for a run that was interrupted: the latest that neither ended nor was given up, and is open on no other page. */
  async look(): Promise<void> {
    const { store, kept, claims } = this.options;
    const open = (await kept.refresh()).filter(({ isOpen }) => isOpen);
    for (const head of open)
      if (!(await claims.isClaimed(head.id))) {
        store.setState({ interrupted: head });
        return;
      }
  }

  /** Another page has changed what is kept: what it has taken over, ended or given up is offered here no longer. */
  private async lookAgain(): Promise<void> {
    const { store, kept, claims } = this.options;
    const heads = await kept.refresh();
    const { interrupted } = store.getState();
    if (!interrupted) return;
    const isOpen = heads.some(({ id, isOpen }) => id === interrupted.id && isOpen);
    if (!isOpen || (await claims.isClaimed(interrupted.id))) this.forget(interrupted.id);
  }

  /** Prepares a run from its kept checkpoint, paused. Resolves to whether it worked; the page says why not. */
  goOn(id: string, by: By = "visitor"): Promise<boolean> {
    const { kept, checkpoints, claims, tabs } = this.options;
    return this.attempt(async () => {
      if (await claims.isClaimed(id)) throw problem(texts.elsewhere, { id });
      const isReady = await checkpoints.restore(await kept.read(id), by);
      if (isReady) this.forget(id);
      tabs.tell({ kind: "checkpoints" });
      return isReady;
    });
  }

  /**
   * Prepares a run of its own that leaves another one at its kept checkpoint, with other settings from there on (config/branch.ts); the
   * other one stays as it is. Resolves to whether it worked; the page says why not.
   */
  branch(id: string, wanted: ExperimentConfig): Promise<boolean> {
    const { kept, checkpoints } = this.options;
    return this.attempt(async () => checkpoints.restore(checkpoints.apart(branched(await kept.read(id), wanted))));
  }

  /** The file of the checkpoint that is kept of a run; null where there is none. */
  file(id: string): ReturnType<KeptCheckpoints["file"]> {
    return this.options.kept.file(id);
  }

  /** Deletes the checkpoint of the run that was interrupted; what was measured stays among the runs. */
  async discard(): Promise<void> {
    const { interrupted } = this.options.store.getState();
    if (!interrupted) return;
    this.forget(interrupted.id);
    await this.options.kept.remove(interrupted.id);
  }

  private async attempt(work: () => Promise<boolean>): Promise<boolean> {
    try {
      return await work();
    } catch (error) {
      this.options.refused(saidOf(error));
      return false;
    }
  }

  private forget(id: string): void {
    const { store } = this.options;
    if (store.getState().interrupted?.id === id) store.setState({ interrupted: null });
  }
}
