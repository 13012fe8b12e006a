import { getIn } from "../config/paths";
import type { ExperimentConfig } from "../config/schema";
import { summarize } from "../data/summary";
import type { Dataset } from "../data/types";
import { saidOf } from "../i18n/errors";
import { timeLab } from "../labs/measurements";
import { EXPERIMENT } from "../labs/parse";
import type { Environment } from "../record/environment";
import type { DatasetLoading } from "./datasetLoading";
import type { SurveyRequest, SurveyResult } from "./protocol";
import { yieldToEventLoop } from "./yield";

/** What a survey is made with. */
interface SurveyTools {
  data: DatasetLoading;
  /** The data set that is in memory anyway. */
  inUse: () => Dataset | undefined;
  /** Does work on the device that the survey asks for, once that is free; `mayTime` is false where a run is training there. */
  onDevice<T>(request: SurveyRequest, work: (environment: Environment, mayTime: boolean) => Promise<T>): Promise<T>;
}

/** Looks at a lab's data before the lab is run: one survey at a time, the last one asked for. */
export class LabSurvey {
  private readonly tools: SurveyTools;
  private underway = new AbortController();

  constructor(tools: SurveyTools) {
    this.tools = tools;
  }

  /** Never rejects. */
  async survey(request: SurveyRequest, report: (share: number) => void): Promise<SurveyResult> {
    this.cancel();
    const { signal } = this.underway;
    try {
      const dataset = await this.load(request, report, signal);
      return await this.tools.onDevice(request, async (environment, mayTime) => {
        signal.throwIfAborted();
        const speed = mayTime ? await timed(request, { dataset, environment }, signal) : null;
        return { ok: true, dataset: summarize(dataset), environment, speed };
      });
    } catch (error) {
      return { ok: false, said: saidOf(error), canceled: signal.aborted };
    }
  }

  cancel(): void {
    this.underway.abort();
    this.underway = new AbortController();
  }

  private load(
    { config, files }: SurveyRequest,
    report: (share: number) => void,
    signal: AbortSignal,
  ): Promise<Dataset> {
    const dataset = getIn(config, `${EXPERIMENT}.dataset`) as ExperimentConfig["dataset"];
    const seed = getIn(config, "seed") as number;
    return this.tools.data.load({ config: { dataset, seed }, files }, this.tools.inUse(), report, signal);
  }
}

interface Surveyed {
  dataset: Dataset;
  environment: Environment;
}

/** Where it cannot be timed, what is wrong is said by the run itself. */
async function timed({ id, config }: SurveyRequest, surveyed: Surveyed, signal: AbortSignal): Promise<number | null> {
  const checkpoint = async () => {
    await yieldToEventLoop();
    signal.throwIfAborted();
  };
  try {
    return await timeLab(id, config, { ...surveyed, checkpoint });
  } catch {
    signal.throwIfAborted();
    return null;
  }
}
