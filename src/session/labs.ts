import { formatErrors, parseSchema } from "../config/parseSchema";
import { setIn } from "../config/paths";
import type { ConfigError, ExperimentConfig } from "../config/schema";
import { messageOf } from "../engine/messageOf";
import { LAB_IDS, LABS, type LabConfig, type LabId, type LabRowOf } from "../labs";
import type { LabResult } from "../labs/types";
import type { Environment } from "../record/record";
import type { KeptLab, LabArchive } from "../storage/labArchive";
import type { LabEnd, TrainingService } from "../worker/protocol";
import type { Page } from "./address/address";
import { type LabProgress, LabRun } from "./labRun";
import { createThrottle } from "./throttle";

/** One lab as its page shows it. The rows belong to the config; to the last valid one while that is not. */
export interface LabState<I extends LabId = LabId> extends Omit<LabProgress, "phase"> {
  /** What the controls show; may be invalid while `errors` says why. */
  config: LabConfig<I>;
  errors: ConfigError[];
  rows: LabRowOf<I>[];
  phase: LabProgress["phase"] | "idle";
  /** What the rows were measured on. */
  environment: Environment | null;
}

export type LabStates = { [I in LabId]: LabState<I> };

export function isUnderWay(phase: LabState["phase"]): boolean {
  return phase === "waiting" || phase === "running";
}

/** Whether the page shows a lab that is under way. */
export function isMeasuring({ page, labs }: { page: Page; labs: LabStates }): boolean {
  return page !== "race" && isUnderWay(labs[page].phase);
}

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
  /** Hears why rows cannot be kept; the labs go on without. */
  unavailable: (reason: string) => void;
  /** Least time between two redraws, in milliseconds. */
  redrawInterval: number;
}

/** Least time between two writes to the archive, in milliseconds: what a reload may lose. */
const KEEP_INTERVAL = 1000;

const NOT_STARTED = { phase: "idle", done: 0, total: 0, timeLeft: null, failure: null, environment: null } as const;

/** Every lab at its defaults. */
export function freshLabs(): LabStates {
  const states = LAB_IDS.map((id) => [id, { ...NOT_STARTED, config: LABS[id].schema.parse({}), errors: [], rows: [] }]);
  return Object.fromEntries(states) as LabStates;
}

/** The labs' settings and runs. Runs take turns in the worker; their rows are kept as they come, under what they measure. */
export class Labs {
  private readonly options: LabsOptions;
  private readonly runs = new Map<LabId, LabRun>();
  /** What the archive holds of the config that is shown, once it has answered. */
  private readonly kept = new Map<LabId, Promise<KeptLab | null>>();

  constructor(options: LabsOptions) {
    this.options = options;
  }

  setField(id: LabId, path: string, value: unknown): void {
    this.setConfig(id, setIn(this.state(id).config, path, value));
  }

  /** Shows other settings, with what was measured of them before. A run of something else is cancelled; its rows are kept. */
  setConfig(id: LabId, input: unknown): void {
    const result = parseSchema<unknown>(LABS[id].schema, input);
    const before = this.keyShown(id);
    const config = (result.ok ? result.config : input) as LabConfig;
    this.patch(id, { config, errors: result.ok ? [] : result.errors });
    if (result.ok) this.turnTo(id, keyOf(id, config), before);
  }

  /**
   * Goes on from the rows that there are, or starts over where none is missing. Never rejects.
   * @param anew whether to start over in any case
   */
  run(id: LabId, anew = false): Promise<LabEnd> {
    const { config, errors } = this.state(id);
    if (errors.length > 0) return Promise.resolve({ type: "failed", message: formatErrors(errors) });
    const before = this.runs.get(id);
    if (before && !before.ended) return before.over;
    const run = new LabRun(id, keyOf(id, config), config, this.follower());
    this.runs.set(id, run);
    this.publish(run);
    if (anew) this.kept.delete(id);
    void this.send(run, anew ? null : (before?.result() ?? null));
    return run.over;
  }

  /** Calls a lab off if it is under way; what it has measured stays. */
  async cancel(id: LabId): Promise<void> {
    this.runs.get(id)?.callOff();
    await this.options.service.cancelLab(id);
  }

  /** @throws Error when nothing was measured with the settings shown, or they are wrong */
  async result(id: LabId): Promise<LabResult> {
    const { config, errors } = this.state(id);
    if (errors.length > 0) throw new Error(formatErrors(errors));
    const result = this.runs.get(id)?.result() ?? (await this.kept.get(id));
    if (!result) throw new Error("Nothing was measured with these settings yet.");
    const { key: _, ...document } = result;
    return { ...document, config };
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
  private turnTo(id: LabId, key: string, before: string): void {
    const run = this.runs.get(id);
    if (run ? run.key === key : before === key && this.kept.has(id)) return;
    if (run && !run.ended) void this.cancel(id);
    this.runs.delete(id);
    this.patch(id, { ...NOT_STARTED, rows: [] });
    void this.recall(id, key);
  }

  /** Reads what the archive holds of a config, and shows it if that is still wanted by then. */
  private recall(id: LabId, key: string): Promise<KeptLab | null> {
    const kept = this.read(id, key);
    this.kept.set(id, kept);
    return kept.then((result) => {
      const isShown = this.keyShown(id) === key && !this.runs.has(id);
      if (!result || !isShown) return result;
      const { rows, environment, finished } = result;
      this.patch(id, { rows: rows as LabRowOf[], environment, phase: finished ? "finished" : "stopped" });
      return result;
    });
  }

  private async read(id: LabId, key: string): Promise<KeptLab | null> {
    try {
      const kept = await this.options.archive.get(key);
      if (!kept) return null;
      const rows = kept.rows.filter((row) => LABS[id].row.safeParse(row).success);
      return { ...kept, rows, finished: kept.finished && rows.length === kept.rows.length };
    } catch (error) {
      this.options.unavailable(messageOf(error));
      return null;
    }
  }

  /** Rows to go on from: not those of a finished run, nor of another device, which would mix two answers. */
  private async usable(before: KeptLab | null): Promise<KeptLab | null> {
    if (!before || before.finished) return null;
    const { backend, adapter } = await this.options.service.environment(this.options.backend());
    return before.environment.backend === backend && before.environment.adapter === adapter ? before : null;
  }

  /** What keeps page and archive in step with a run. */
  private follower(): (run: LabRun) => void {
    let followed: LabRun | null = null;
    const redraw = createThrottle(() => followed && this.publish(followed), this.options.redrawInterval);
    const keep = createThrottle(() => followed && void this.keep(followed), KEEP_INTERVAL);
    let known = 0;
    return (run) => {
      followed = run;
      redraw.request();
      if (run.ended || run.rows.length > known) keep.request();
      known = run.rows.length;
      if (!run.ended) return;
      redraw.flush();
      keep.flush();
    };
  }

  private publish(run: LabRun): void {
    if (this.runs.get(run.id) !== run) return;
    const { environment } = run;
    // Until its turn comes, a run has nothing to show in the place of what was there before.
    const measured = environment ? { environment, rows: run.rows as LabRowOf[] } : {};
    this.patch(run.id, { ...run.progress(), ...measured });
  }

  private async keep(run: LabRun): Promise<void> {
    const result = run.result();
    if (!result) return;
    try {
      await this.options.archive.put(result);
    } catch (error) {
      this.options.unavailable(messageOf(error));
    }
  }

  private async send(run: LabRun, last: KeptLab | null): Promise<void> {
    const { service, backend } = this.options;
    const { id, config } = run;
    try {
      const before = await this.usable(last ?? (await this.kept.get(id)) ?? null);
      if (before) run.goOnFrom(before);
      if (run.ended) return;
      await service.runLab({ id, config, resumeFrom: run.rows, backend: backend() }, (event) => run.hear(event));
    } catch (error) {
      run.hear({ type: "failed", message: messageOf(error) });
    }
  }
}

/** What decides which rows a config has: the lab and everything but how they are shown. */
function keyOf(id: LabId, config: unknown): string {
  const display: readonly string[] = LABS[id].display;
  const measured = Object.entries(config as object).filter(([field]) => !display.includes(field));
  return `${id} ${JSON.stringify(Object.fromEntries(measured))}`;
}
