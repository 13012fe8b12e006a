import { saidOf } from "../../i18n/errors";
import type { Said } from "../../i18n/message";
import type { PlaygroundStore } from "../playgroundState";
import type { Checkpoints } from "./checkpoints";
import type { RunClaims } from "./claims";
import type { KeptCheckpoints } from "./kept";

interface GoingOnOptions {
  store: PlaygroundStore;
  checkpoints: Checkpoints;
  kept: KeptCheckpoints;
  claims: RunClaims;
  /** Told why a run cannot be gone on with. */
  refused(reason: Said): void;
}

/** Goes on with runs that an earlier visit, or a worker that is gone, left behind. */
export class GoingOn {
  private readonly options: GoingOnOptions;

  constructor(options: GoingOnOptions) {
    this.options = options;
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

  /** Prepares a run from its kept checkpoint, paused. Resolves to whether it worked; the page says why not. */
  async goOn(id: string): Promise<boolean> {
    const { kept, checkpoints, refused } = this.options;
    try {
      const isReady = await checkpoints.restore(await kept.read(id));
      if (isReady) this.forget(id);
      return isReady;
    } catch (error) {
      refused(saidOf(error));
      return false;
    }
  }

  /** Deletes the checkpoint of the run that was interrupted; what was measured stays among the runs. */
  async discard(): Promise<void> {
    const { interrupted } = this.options.store.getState();
    if (!interrupted) return;
    this.forget(interrupted.id);
    await this.options.kept.remove(interrupted.id);
  }

  private forget(id: string): void {
    const { store } = this.options;
    if (store.getState().interrupted?.id === id) store.setState({ interrupted: null });
  }
}
