import type { ConfigChange } from "../../config/diff";
import type { ExperimentInput } from "../../config/schema";
import { needsDownload } from "../data/askFirst";
import { lacksFiles } from "../data/filesFor";
import type { PlaygroundStore } from "../playgroundState";
import { isOver, type TourStand, turned } from "./captions";

/** What a tour needs of the playground. */
interface TourHost {
  readonly store: PlaygroundStore;
  setPage(page: "race"): void;
  pendingChanges(): ConfigChange[];
  play(): Promise<void>;
  playWith(patch: ExperimentInput): Promise<void>;
}

/** The guided minute: which caption is shown. It watches a run and never touches it but to let it begin. */
export class Tour {
  private readonly host: TourHost;
  private readonly now: () => number;

  constructor(host: TourHost, now = () => performance.now()) {
    this.host = host;
    this.now = now;
  }

  /** Shows the first caption, over a run that trains. */
  async start(): Promise<void> {
    this.host.setPage("race");
    // It speaks of panels that an enlarged chart would hide.
    this.host.store.setState({ enlarged: null });
    this.show({ at: 0, since: this.now(), byHand: false });
    await this.showLive();
  }

  /** Turns to the next caption or back, as somebody wants it; past the last one the tour is over. */
  turn(by: 1 | -1): void {
    const { tour } = this.host.store.getState();
    if (tour) this.show(turned(tour, by, this.now()));
  }

  /** Goes on by itself where it is time to. To be called every so often. */
  tick(): void {
    const { tour, run } = this.host.store.getState();
    const now = this.now();
    if (tour && isOver(tour, { step: run?.step ?? 0, now })) this.show({ at: tour.at + 1, since: now, byHand: false });
  }

  end(): void {
    this.show(null);
  }

  /** What is there goes on, and what is over is played again where nothing else was set. Downloads nothing unasked. */
  private async showLive(): Promise<void> {
    const state = this.host.store.getState();
    if (state.run?.state === "finished") {
      if (this.host.pendingChanges().length === 0) await this.host.playWith({});
    } else if (!needsDownload(state) && !lacksFiles(state)) await this.host.play();
  }

  private show(tour: TourStand | null): void {
    this.host.store.setState({ tour });
  }
}
