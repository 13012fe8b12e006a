import type { PlaygroundStore } from "../playgroundState";
import { type AnchorState, NO_ANCHOR } from "./state";

/** Chooses anchors; whoever shows one listens to the state. */
export class AnchorChoice {
  private readonly store: PlaygroundStore;

  constructor(store: PlaygroundStore) {
    this.store = store;
  }

  choose(anchor: number): void {
    this.set({ chosen: anchor });
  }

  /** @param anchor under the pointer; null where it is over none */
  preview(anchor: number | null): void {
    this.set({ previewed: anchor });
  }

  clear(): void {
    this.set(NO_ANCHOR);
  }

  private set(change: Partial<AnchorState>): void {
    const { anchor } = this.store.getState();
    const next = { ...anchor, ...change };
    if (next.chosen !== anchor.chosen || next.previewed !== anchor.previewed) this.store.setState({ anchor: next });
  }
}
