import { saidOfErrors } from "../../config/configError";
import { setIn } from "../../config/paths";
import type { ExperimentConfig } from "../../config/schema";
import type { DatasetFiles } from "../../data/types";
import { PlaygroundError, saidOf } from "../../i18n/errors";
import type { Said } from "../../i18n/message";
import type { LabConfig, LabId, LabRowOf } from "../../labs";
import { LAB_SCHEMA } from "../../labs/envelope";
import { parseLab } from "../../labs/parse";
import type { LabResult, WorkCount } from "../../labs/types";
import { areSameDevice } from "../../record/environment";
import type { KeptLab } from "../../storage/keptLab";
import type { LabArchive } from "../../storage/labArchive";
import type { Unreadable } from "../../storage/unreadable";
import type { LabEnd, TrainingService } from "../../worker/protocol";
import { texts } from "../errors";
import { createThrottle } from "../throttle";
import { LabResults } from "./labResults";
import { LabRun } from "./labRun";
import { keyOf, type LabState, type LabStates, NOT_STARTED } from "./labState";

/** The part of the page's state that the labs look after. */
interface LabsSlice {
  read(): LabStates;
  write(labs: LabStates): void;
}

interface LabsOptions {
  service: TrainingService;
  archive: LabArchive;
  slice: LabsSlice;
  /** What the Race computes on, or would. */
  backend: () => ExperimentConfig["backend"];
  /** The user's own files that a lab's settings name, if they do; rejects where they are not at hand. */
  files: (config: unknown) => Promise<DatasetFiles | null>;
  /** Told when a run is over: it may have fetched data. */
  ended: () => void;
  /** Told why rows cannot be kept; the labs go on without. */
  unavailable: (reason: Said) => void;
  /** Told what the archive holds that cannot be read. */
  unreadable: (documents: Unreadable[]) => void;
  /** Least time between two redraws, in milliseconds. */
  redrawInterval: number;
}

/** Least time between two writes to the archive, in milliseconds: what a reload may lose. */
const SAVE_INTERVAL = 1000;

/** The labs' settings and runs. Runs take turns in the worker; their rows are kept as they come, under what they measure. */
export class Labs {
  private readonly options: LabsOptions;
  private readonly runs = new Map<LabId, LabRun>();
  private readonly results: LabResults;

  constructor(options: LabsOptions) {
    this.options = options;
    this.results = new LabResults(options.archive, options);
  }

  setField(id: LabId, path: string, value: unknown): void {
    this.setConfig(id, setIn(this.state(id).config, path, value));
  }

  /** Shows other settings, with what was measured of them before. A run of something else is canceled; its rows are kept. */
  setConfig(id: LabId, input: unknown): void {
    const result = parseLab(id, input);
    const before = this.keyShown(id);
    const config = (result.ok ? result.config : input) as LabConfig;
    this.patch(id, { config, errors: result.ok ? [] : result.errors });
    if (result.ok) this.show(id, keyOf(id, config), before);
  }

  /**
   * Goes on from the rows that there are, or starts over where none is missing. Never rejects.
   * @param anew whether to start over in any case
   */
  run(id: LabId, anew = false): Promise<LabEnd> {
    const { config, errors } = this.state(id);
    if (errors.length > 0) return Promise.resolve({ type: "failed", said: saidOfErrors(errors) });
    const before = this.runs.get(id);
    if (before && !before.ended) return before.over;
    const run = new LabRun(id, keyOf(id, config), config, this.observer());
    this.runs.set(id, run);
    this.publish(run);
    if (anew) this.results.clear(id);
    void this.send(run, anew ? null : (before?.result() ?? null));
    return run.over;
  }

  /** Calls a lab off if it is under way; what it has measured stays. */
  async cancel(id: LabId): Promise<void> {
    this.runs.get(id)?.cancelWaiting();
    await this.options.service.cancelLab(id);
  }

  /** What was measured of a lab with other settings than those that it shows, the newest first. */
  async earlier(id: LabId): Promise<KeptLab[]> {
    const kept = await this.results.all(id);
    return kept.filter(({ key, config }) => key !== this.keyShown(id) && parseLab(id, config).ok);
  }

  /**
   * Shows a result from elsewhere with its settings; run, its lab goes on from it.
   *
   * @param count how much of its work that is, where that is known
   * @param replaces whether it may be kept in the place of what is kept with its settings
   * @returns whether it is kept
   */
  async open(result: KeptLab, count: WorkCount | null, replaces: (kept: KeptLab | null) => boolean): Promise<boolean> {
    const id = result.lab as LabId;
    const archived = await this.results.load(id, result.key);
    const run = this.runs.get(id);
    const isKept = replaces((run?.key === result.key && run.result()) || archived);
    if (run && !run.ended) void this.cancel(id);
    this.runs.delete(id);
    this.results.hold(id, result);
    const { config, rows, environment, finished } = result;
    const shown = { config: config as LabConfig, rows: rows as LabRowOf[], environment, errors: [] };
    this.patch(id, { ...NOT_STARTED, ...count, ...shown, phase: finished ? "finished" : "stopped" });
    if (isKept) await this.results.put(result);
    return isKept;
  }

  /** Says something of what was opened, as long as that is shown and not gone on with. */
  annotate({ lab, key }: KeptLab, note: Said): void {
    const id = lab as LabId;
    if (this.keyShown(id) === key && !this.runs.has(id)) this.patch(id, { note });
  }

  /** Resolves once it is shown what was measured before with the settings that a lab shows. */
  async recalled(id: LabId): Promise<void> {
    await this.results.of(id);
  }

  /** Looks for what the archive holds that cannot be read. */
  look(): Promise<void> {
    return this.results.look();
  }

  /** Deletes a document that cannot be read. */
  remove(key: IDBValidKey): Promise<void> {
    return this.results.remove(key);
  }

  /** @throws Error when nothing was measured with the settings shown, or they are wrong */
  async result(id: LabId): Promise<LabResult> {
    const { config, errors } = this.state(id);
    if (errors.length > 0) throw new PlaygroundError(saidOfErrors(errors));
    const result = this.runs.get(id)?.result() ?? (await this.results.of(id));
    if (!result) throw new PlaygroundError(texts.notMeasured);
    const { key: _, ...document } = result;
    return { schema: LAB_SCHEMA, ...document, config };
  }

  private state(id: LabId): LabState {
    return this.options.slice.read()[id];
  }

  private keyShown(id: LabId): string {
    return keyOf(id, this.state(id).config);
  }

  private patch(id: LabId, patch: Partial<LabState>): void {
    const { slice } = this.options;
    slice.write({ ...slice.read(), [id]: { ...this.state(id), ...patch } });
  }

  /** Shows what there is of other settings. */
  private show(id: LabId, key: string, before: string): void {
    const run = this.runs.get(id);
    if (run ? run.key === key : before === key && this.results.has(id)) return;
    if (run && !run.ended) void this.cancel(id);
    this.runs.delete(id);
    this.patch(id, { ...NOT_STARTED, rows: [] });
    void this.showArchived(id, key);
  }

  /** Shows what the archive holds of a config, if that is still wanted by then. */
  private async showArchived(id: LabId, key: string): Promise<void> {
    const result = await this.results.load(id, key);
    if (!result || this.keyShown(id) !== key || this.runs.has(id)) return;
    const { rows, environment, finished } = result;
    this.patch(id, { rows: rows as LabRowOf[], environment, phase: finished ? "finished" : "stopped" });
  }

  /** Rows to go on from: not those of a finished run, nor of another device, which would mix two answers. */
  private async usable(before: KeptLab | null): Promise<KeptLab | null> {
    if (!before || before.finished) return null;
    const here = await this.options.service.environment(this.options.backend());
    return areSameDevice(before.environment, here) ? before : null;
  }

  /** What keeps page and archive in step with a run. */
  private observer(): (run: LabRun) => void {
    let observed: LabRun | null = null;
    const redraw = createThrottle(() => observed && this.publish(observed), this.options.redrawInterval);
    const save = createThrottle(() => observed && void this.results.save(observed), SAVE_INTERVAL);
    let known = 0;
    return (run) => {
      observed = run;
      redraw.request();
      if (run.ended || run.rows.length > known) save.request();
      known = run.rows.length;
      if (!run.ended) return;
      redraw.flush();
      save.flush();
      this.options.ended();
    };
  }

  private publish(run: LabRun): void {
    if (this.runs.get(run.id) !== run) return;
    const { environment } = run;
    // Until its turn comes, a run has nothing to show in the place of what was there before.
    const measured = environment ? { environment, rows: run.rows as LabRowOf[] } : {};
    this.patch(run.id, { ...run.progress(), ...measured, note: null });
  }

  private async send(run: LabRun, last: KeptLab | null): Promise<void> {
    const { service, backend, files } = this.options;
    const { id, config } = run;
    try {
      // Where they are missing nothing is begun, and what was measured before stays.
      const own = await files(config);
      const before = await this.usable(last ?? (await this.results.of(id)));
      if (before) run.resumeFrom(before);
      if (run.ended) return;
      const request = { id, config, files: own, resumeFrom: run.rows, backend: backend() };
      await service.runLab(request, (event) => run.handleEvent(event));
    } catch (error) {
      run.handleEvent({ type: "failed", said: saidOf(error) });
    }
  }
}
