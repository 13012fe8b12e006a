import type { ExperimentConfig } from "../../config/schema";
import type { DatasetFiles } from "../../data/types";
import type { BackendName } from "../../engine/backend";
import { saidOf } from "../../i18n/errors";
import { type Said, say } from "../../i18n/message";
import type { StateDict } from "../../training/stateDict/types";
import { texts } from "../errors";
import type {
  LabListener,
  LabRequest,
  StartPoint,
  StartResult,
  TrainingListener,
  TrainingService,
  WorkerService,
} from "../protocol";
import { LabsUnderWay } from "./labsUnderWay";
import { type Loss, LossLog, WorkerLost } from "./losses";
import { newsOf } from "./news";
import { PointPlan } from "./pointPlan";
import { UnderWay } from "./underWay";

/** Workers that one call is asked of: what takes two of them along is no accident. */
const MOST_WORKERS = 2;

type Call<K extends keyof TrainingService> = TrainingService[K];

interface SupervisorOptions {
  /** Calls of a worker; they reject with `WorkerLost` where it is gone, and are of another one from then on. */
  service: WorkerService;
  /** Told what happened, and what goes on from where. */
  recovered(said: Said): void;
  now?: () => number;
}

/**
 * Lets runs and labs outlive the worker that trains them. It holds a copy of the run's state, at most 10 seconds old, or as old as the share
 * that copies may take asks for. Where the worker or its device is lost, another one goes on from the copy; what was asked
 * meanwhile waits for it.
 */
export class Supervisor implements TrainingService {
  private readonly options: SupervisorOptions;
  private readonly service: WorkerService;
  private readonly now: () => number;
  private readonly log = new LossLog();
  private run: UnderWay | null = null;
  private starting = 0;
  private readonly labs = new LabsUnderWay();
  private readonly points: PointPlan;
  private watching: Parameters<Call<"watchSteps">>[0] = "none";
  private avoided: BackendName[] = [];
  /** Resolves to whether what was lost is there again; else it is given up. */
  private recovery: Promise<boolean> = Promise.resolve(true);

  constructor(options: SupervisorOptions) {
    this.options = options;
    this.service = options.service;
    this.now = options.now ?? (() => performance.now());
    this.points = new PointPlan({ take: (run) => this.takePoint(run), now: this.now });
  }

  /** To be called when a worker was made: it does not know what the ones before it were told. */
  opened(): void {
    // Where it is gone before it answers, the next one is told.
    const { avoided, watching, service } = this;
    if (avoided.length > 0) service.avoidBackends(avoided).catch(() => undefined);
    if (watching !== "none") service.watchSteps(watching).catch(() => undefined);
  }

  /** To be called when a worker is gone, before those who wait for it are told. */
  lost(loss: Loss): void {
    // A listener that throws must not keep the next loss from being recovered from.
    this.recovery = this.recovery
      .then(() => this.recover(loss))
      .catch((error: unknown) => {
        console.error(error);
        return false;
      });
  }

  async start(
    config: ExperimentConfig,
    files: DatasetFiles | null,
    listener: TrainingListener,
    from: StartPoint = {},
  ): Promise<StartResult> {
    const next = new UnderWay({ config, files, listener, from, changed: (run) => this.points.follow(run) });
    this.starting++;
    try {
      const result = await this.ask(() => this.service.start(config, files, next.listener(), next.startPoint()));
      if (result.ok) this.run = next;
      return result;
    } finally {
      this.starting--;
    }
  }

  resume: Call<"resume"> = () => this.train(Number.POSITIVE_INFINITY, () => this.service.resume());
  step: Call<"step"> = (n) => this.train(n, () => this.service.step(n));

  pause: Call<"pause"> = () => {
    if (this.run) this.run.target = null;
    return this.ask(() => this.service.pause());
  };

  stop: Call<"stop"> = () => {
    this.run = null;
    return this.ask(() => this.service.stop());
  };

  stateDict: Call<"stateDict"> = async () => {
    const { run } = this;
    const isOfRun = this.starting === 0;
    const state = await this.ask(() => this.service.stateDict());
    if (isOfRun && run === this.run) this.keepPoint(state);
    return state;
  };

  watchSteps: Call<"watchSteps"> = (watching) => {
    this.watching = watching;
    return this.ask(() => this.service.watchSteps(watching));
  };

  /** One at a time of each kind; it goes on from the rows that it has told of. */
  async runLab(request: LabRequest, listener: LabListener): Promise<void> {
    const lab = this.labs.open(request, listener);
    try {
      await this.ask(() => this.labs.measure(this.service, lab), Number.POSITIVE_INFINITY);
    } finally {
      this.labs.close(lab);
    }
  }

  cancelLab: Call<"cancelLab"> = async (id) => {
    this.labs.cancel(id);
    await this.ask(() => this.service.cancelLab(id));
  };

  environment: Call<"environment"> = (choice) => this.ask(() => this.service.environment(choice));
  change: Call<"change"> = (patch) => this.ask(() => this.service.change(patch));
  previewViews: Call<"previewViews"> = (...given) => this.ask(() => this.service.previewViews(...given));
  tellSamples: Call<"tellSamples"> = () => this.ask(() => this.service.tellSamples());
  viewsOfStep: Call<"viewsOfStep"> = (step, seed) => this.ask(() => this.service.viewsOfStep(step, seed));
  exportedSamples: Call<"exportedSamples"> = () => this.ask(() => this.service.exportedSamples());
  evaluateObjective: Call<"evaluateObjective"> = (...given) => this.ask(() => this.service.evaluateObjective(...given));
  benchmark: Call<"benchmark"> = (input) => this.ask(() => this.service.benchmark(input));
  surveyLab: Call<"surveyLab"> = (...given) => this.ask(() => this.service.surveyLab(...given));
  /** Its parts are written as they come: who asked says whether it begins anew. */
  extract: Call<"extract"> = (...given) => this.service.extract(...given);
  cancelLoading: Call<"cancelLoading"> = () => this.service.cancelLoading();
  cancelExtractions: Call<"cancelExtractions"> = () => this.service.cancelExtractions();
  cancelSurvey: Call<"cancelSurvey"> = () => this.service.cancelSurvey();

  /** Asks again where the worker is lost that was asked. */
  private async ask<T>(call: () => Promise<T>, most = MOST_WORKERS): Promise<T> {
    await this.recovered();
    for (let workers = 1; ; workers++)
      try {
        return await call();
      } catch (error) {
        const mayAskAgain = error instanceof WorkerLost && workers < most;
        if (!mayAskAgain || !(await this.recovered())) throw error;
      }
  }

  /** What is to be trained is known to the run: another worker goes on with it, and need not be asked. */
  private async train(steps: number, call: () => Promise<void>): Promise<void> {
    await this.recovered();
    const { run } = this;
    if (run) run.isCatchingUp = false;
    try {
      await (run ? run.train(steps, call) : call());
    } catch (error) {
      if (!(error instanceof WorkerLost)) throw error;
      if (run) await this.trained(run);
    }
  }

  /** Waits for the worker that comes to the end of what was to be trained, or until none is asked for it any more. */
  private async trained(run: UnderWay): Promise<void> {
    for (let before: UnderWay["stepping"] = null; ; ) {
      await this.recovered();
      const { stepping } = run;
      if (!stepping || stepping === before || (await stepping)) return;
      before = stepping;
    }
  }

  /** Waits for all recoveries, of losses meanwhile as well. @returns whether the last one was not given up */
  private async recovered(): Promise<boolean> {
    for (;;) {
      const { recovery } = this;
      const isThere = await recovery;
      if (recovery === this.recovery) return isThere;
    }
  }

  /** Another worker has the run, as it was at its point. Rejects only where a listener throws. @returns whether it is not given up */
  private async recover(loss: Loss): Promise<boolean> {
    const { run, avoided } = this;
    this.points.stop();
    if (run) run.stepping = null;
    run?.catchUp();
    const isOften = this.log.note(loss, this.progress, this.now());
    const isTooOften = isOften && !(loss.of === "device" && this.avoid());
    if (isTooOften && !(run && this.isLabs)) return this.giveUp(loss);
    // A run that rests has no part in it, and is there again as it was at its point.
    if (isTooOften && run) run.target = null;
    const told = run?.isAtWork ? run : null;
    const isNews = told !== null || (this.labs.areThere && !isTooOften);
    try {
      const isThere = await this.begin(loss);
      if (isThere && isNews) this.options.recovered(newsOf(loss, told, this.avoided !== avoided));
    } catch (error) {
      // The next loss, which is recovered from in its turn, takes this one's place.
      if (!(error instanceof WorkerLost)) this.run?.fail(saidOf(error));
    }
    return !isTooOften;
  }

  /** How far what is at work has come; null where nothing is. */
  private get progress(): number | null {
    const { run, labs } = this;
    if (this.isLabs) return labs.rows;
    return run !== null && run.target !== null ? (run.point?.step ?? 0) : null;
  }

  /** Whether labs are at work, and no run but one that rests. */
  private get isLabs(): boolean {
    return this.labs.areThere && !this.run?.isWanted;
  }

  /** Resolves to whether all is there again. */
  private async begin(loss: Loss): Promise<boolean> {
    const { run, service } = this;
    await service.avoidBackends(this.avoided);
    if (!run || run.state === "failed") return true;
    const begin = () => service.start(run.config, run.files, run.listener(), run.startPoint());
    let result = await begin();
    if (!result.ok && result.lacksBackend && loss.of === "device" && this.avoid()) {
      await service.avoidBackends(this.avoided);
      result = await begin();
    }
    if (!result.ok) run.fail(result.said);
    // Called off meanwhile.
    else if (run !== this.run) await service.stop();
    else await this.goOn(run);
    return result.ok;
  }

  private async goOn(run: UnderWay): Promise<void> {
    const { target } = run;
    if (target === null) {
      run.settle();
      return;
    }
    // It counts from the point; on top of it come only steps that are asked for while it trains.
    run.target = null;
    run.stepping = this.trainOn(run, target);
    // A lab, which is asked for again then, would halt it.
    if (run.isCatchingUp && this.labs.areThere) await run.stepping;
  }

  /** Resolves to whether it came to the end of what was to be trained. */
  private trainOn(run: UnderWay, target: number): Promise<boolean> {
    const steps = target - (run.point?.step ?? 0);
    const call = () => (Number.isFinite(steps) ? this.service.step(steps) : this.service.resume());
    return run.train(steps, call).then(
      () => true,
      () => false,
    );
  }

  private giveUp({ said: cause }: Loss): false {
    const { run } = this;
    this.run = null;
    run?.fail(say(texts.gaveUp, { cause }));
    return false;
  }

  /** Has another backend take the place of the one that was lost. @returns whether there may be one */
  private avoid(): boolean {
    const backend = (this.run?.backend ?? this.labs.backend) as BackendName | null;
    if (!backend || this.avoided.includes(backend)) return false;
    this.avoided = [...this.avoided, backend];
    return true;
  }

  private keepPoint(state: StateDict | null): void {
    if (this.run && state) this.run.point = state;
  }

  private async takePoint(run: UnderWay): Promise<boolean> {
    // What fails here fails for those who train as well.
    if (run === this.run && run.isPointOld) await this.stateDict().catch(() => null);
    return run === this.run;
  }
}
