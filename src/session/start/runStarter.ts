import { saidOf } from "../../i18n/errors";
import type { Said } from "../../i18n/message";
import { refusedSize } from "../../models";
import type { RunChange } from "../../record/changes";
import { fillableBatch } from "../../training/fillableBatch";
import type { StartPoint, StartResult, TrainingListener, TrainingService } from "../../worker/protocol";
import { comesFromElsewhere, needsDownload } from "../data/askFirst";
import { filesFor, lacksFiles } from "../data/filesFor";
import type { KeptFiles } from "../data/keptFiles";
import type { Draft } from "../draft";
import type { LiveRun } from "../liveRun";
import { type Notices, startFailure } from "../notices";
import type { PlaygroundState, PlaygroundStore } from "../playgroundState";
import { newRun, type Run } from "../run";
import { hasBegun } from "../shown";
import { StartQueue } from "./startQueue";

interface RunStarterOptions {
  store: PlaygroundStore;
  service: TrainingService;
  draft: Draft;
  live: LiveRun;
  keptFiles: KeptFiles;
  notices: Notices;
  /** Has the run kept that another is about to take the place of. */
  leave: () => Promise<void>;
  /** Time after the last change of a setting until a run that has not begun takes it over, in milliseconds. */
  settleDelay: number;
}

/** How a run is prepared that the page begins by itself. */
interface Manner {
  /** A kept run that is looked at stays where it is. */
  isBehind?: boolean;
  /** Told why it failed, in place of a notice; null where its loading was called off. */
  refused?: (said: Said | null) => void;
}

/** Makes runs of the draft: one start at a time, and none unasked that would download something. */
export class RunStarter {
  private readonly options: RunStarterOptions;
  private readonly queue: StartQueue;

  constructor(options: RunStarterOptions) {
    this.options = options;
    this.queue = new StartQueue(options.settleDelay);
  }

  /**
   * Prepares a new run of the draft, paused at step 0. Resolves to whether it worked.
   * @param changes that are made at their steps
   */
  start(changes: RunChange[] = []): Promise<boolean> {
    return this.inTurn(() => this.startNow(changes));
  }

  /** Does what leads to a start, once it is its turn. */
  inTurn(start: () => Promise<boolean>): Promise<boolean> {
    return this.queue.enqueue(start);
  }

  /** The same where no download is needed and no files are missing; else nothing but, if that is wanted, finding out what a run would compute on. */
  startIfAtHand({ nameDevice = false } = {}): Promise<boolean> {
    return this.inTurn(async () => {
      const isAtHand = await this.isAtHand();
      if (isAtHand && (await this.startNow([], true))) return true;
      const isWaiting = this.state.notices.some(({ kind }) => kind === "waitsForPlay");
      if (nameDevice && (!isAtHand || isWaiting)) await this.nameDevice();
      return false;
    });
  }

  /** A run that has not begun takes changed settings over by itself, once they have settled. */
  startSoon(): void {
    this.queue.enqueueSoon(async () => (await this.isAtHand()) && this.isUnsettled() && this.startNow([], true));
  }

  /** Lets a run that has not begun take changed settings over now. Resolves to whether there is a run to go on with. */
  async settle(): Promise<boolean> {
    await this.queue.done();
    const { run, unasked } = this.state;
    const goesOn = hasBegun(run) && !unasked;
    return goesOn || (run !== null && this.options.draft.pendingChanges().length === 0) || this.start();
  }

  /**
   * Starts without waiting for a turn: for what has its turn already.
   * @param isUnasked nobody has asked for it: what is large waits for Play
   */
  async startNow(changes: RunChange[] = [], isUnasked = false): Promise<boolean> {
    const { notices } = this.options;
    const { draft, draftErrors, files, presetId } = this.state;
    if (draftErrors.length > 0) {
      notices.add("invalidConfig", null, draftErrors);
      return false;
    }
    return this.prepare(newRun(draft, filesFor(draft, files), presetId), { changes, isUnasked });
  }

  /**
   * Prepares a run in place of the one that is there, without waiting for a turn; on failure all stays as it was.
   * @param from where it goes on from, instead of step 0, and with what changes
   */
  async prepare(next: Run, from?: StartPoint, { isBehind = false, refused }: Manner = {}): Promise<boolean> {
    const { store, keptFiles, live, notices, leave } = this.options;
    await leave();
    store.setState({ starting: true, refusedData: null, shortData: null, misread: null });
    const result = await this.ask(next, from);
    if (comesFromElsewhere({ draft: next.config })) await keptFiles.refresh();
    store.setState({ starting: false, loading: null });
    if (!result.ok) {
      if (refused) refused(result.canceled ? null : result.said);
      else if (!result.canceled) this.refuse(next, result);
      return false;
    }
    // What was trained unasked is replaced as such: nobody wants it kept.
    live.replace(next, isBehind);
    store.setState({ unasked: false });
    notices.clearOfRun();
    return true;
  }

  /** Says why a start failed, and notes data that other settings, or another interpretation, would take. */
  private refuse(
    { config, files, presetId }: Run,
    { said, outline = null }: Extract<StartResult, { ok: false }>,
  ): void {
    const { store, notices } = this.options;
    const { dataset } = config;
    notices.add(startFailure(said), said);
    const size = refusedSize(said);
    const batchSize = fillableBatch(said);
    if (size !== null) store.setState({ refusedData: { dataset, files, shape: [size] } });
    else if (batchSize !== null) store.setState({ shortData: { config, presetId, files, batchSize } });
    else if (outline) store.setState({ misread: { dataset, files, outline } });
  }

  private get state(): PlaygroundState {
    return this.options.store.getState();
  }

  /** Whether a run of the draft can be prepared without missing files, or a download, which nobody should start unasked. */
  private async isAtHand(): Promise<boolean> {
    if (lacksFiles(this.state)) return false;
    if (comesFromElsewhere(this.state)) await this.options.keptFiles.refresh();
    return !needsDownload(this.state);
  }

  /** Finds out what a run would compute on, where none is prepared that would tell. */
  private async nameDevice(): Promise<void> {
    const { service, store, notices } = this.options;
    try {
      store.setState({ environment: await service.environment(this.state.draft.backend) });
    } catch (error) {
      const said = saidOf(error);
      notices.add(startFailure(said), said);
    }
  }

  /** Never rejects: a start that was refused for whatever reason must not stand in the way of the next. */
  private async ask(next: Run, from?: StartPoint): Promise<StartResult> {
    const { service, store, live } = this.options;
    try {
      const listener: TrainingListener = (event) => {
        if (event.type !== "loading") live.handleEvent(next, event);
        else if (this.state.starting) store.setState({ loading: event.share < 1 ? event.share : null });
      };
      return await service.start(next.startConfig, next.files, listener, from);
    } catch (error) {
      return { ok: false, said: saidOf(error) };
    }
  }

  /** Whether the draft is possible, and the run has not begun that lacks it. */
  private isUnsettled(): boolean {
    const { run, unasked, draftErrors } = this.state;
    if (draftErrors.length > 0) return false;
    const goesOn = !unasked && (run?.step !== 0 || run.state === "running");
    return !run || (!goesOn && this.options.draft.pendingChanges().length > 0);
  }
}
