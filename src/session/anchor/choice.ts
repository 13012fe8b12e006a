import type { PlaygroundStore } from "../playgroundState";
import { shownRun } from "../shown";
import { type AnchorState, NO_ANCHOR } from "./state";

/** Chooses anchors and other samples of the embedding; whoever shows one listens to the state. */
export class AnchorChoice {
  private readonly store: PlaygroundStore;

  constructor(store: PlaygroundStore) {
    this.store = store;
  }

  choose(anchor: number): void {
    this.set({ chosen: anchor, group: [] });
  }

  /** @param anchor under the pointer; null where it is over none */
  preview(anchor: number | null): void {
    this.set({ previewed: anchor, pointed: null });
  }

  /** @param samples of the embedding; a single one that is an anchor is chosen as such */
  chooseSamples(samples: readonly number[]): void {
    const [sample, ...others] = samples;
    const anchor = others.length === 0 ? this.anchorOf(sample ?? null) : null;
    if (anchor === null) this.set({ chosen: null, group: samples });
    else this.choose(anchor);
  }

  /** @param sample of the embedding, under the pointer; null where it is over none */
  previewSample(sample: number | null): void {
    const previewed = this.anchorOf(sample);
    this.set({ previewed, pointed: previewed === null ? sample : null });
  }

  clear(): void {
    this.set(NO_ANCHOR);
  }

  private anchorOf(sample: number | null): number | null {
    const place = sample === null ? -1 : (shownRun(this.store.getState())?.anchors?.samples.indexOf(sample) ?? -1);
    return place < 0 ? null : place;
  }

  private set(change: Partial<AnchorState>): void {
    const { anchor } = this.store.getState();
    const isNew = (Object.keys(change) as (keyof AnchorState)[]).some((key) => change[key] !== anchor[key]);
    if (isNew) this.store.setState({ anchor: { ...anchor, ...change } });
  }
}
