import type { ConfigChange } from "../../config/diff";
import type { ExperimentInput } from "../../config/schema";
import type { AnchorChoice } from "../anchor/choice";
import { mostSolved } from "../anchor/solved";
import { needsDownload } from "../data/askFirst";
import { lacksFiles } from "../data/filesFor";
import type { PlaygroundStore } from "../playgroundState";
import type { ViewSettings } from "../view";
import { CAPTIONS, isOver, type TourStand, turned } from "./captions";

/** What a tour needs of the playground. */
interface TourHost {
  readonly store: PlaygroundStore;
  readonly anchors: Pick<AnchorChoice, "choose" | "clear">;
  setPage(page: "race"): void;
  setView(patch: Partial<ViewSettings>): void;
  pendingChanges(): ConfigChange[];
  play(): Promise<void>;
  playWith(patch: ExperimentInput): Promise<void>;
}

/** The guided minute: which caption is shown. It watches a run and never touches it but to let it begin. */
export class Tour {
  private readonly host: TourHost;
  private readonly now: () => number;
  /** The anchor that it chose to speak of; null where it chose none. */
  private anchor: number | null = null;

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

  /** Goes on by itself where it is time to; not on a projector, where somebody else speaks. To be called every so often. */
  tick(): void {
    const { tour, run, view } = this.host.store.getState();
    const now = this.now();
    if (tour && !view.projector && isOver(tour, { step: run?.step ?? 0, now }))
      this.show({ at: tour.at + 1, since: now, byHand: false });
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
    this.leaveAnchor();
    if (tour && CAPTIONS[tour.at]?.id === "forces") this.showAnchor();
    this.host.store.setState({ tour });
  }

  /** The card of one anchor: the one that somebody has chosen, or else one that has nothing left to learn. */
  private showAnchor(): void {
    const { anchors, store } = this.host;
    const { run, anchor, view } = store.getState();
    if (!view.views) this.host.setView({ views: true });
    if (anchor.chosen !== null || !run) return;
    this.anchor = mostSolved(run);
    if (this.anchor !== null) anchors.choose(this.anchor);
  }

  private leaveAnchor(): void {
    const { anchors, store } = this.host;
    if (this.anchor !== null && store.getState().anchor.chosen === this.anchor) anchors.clear();
    this.anchor = null;
  }
}
