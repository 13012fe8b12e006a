import type { Dataset } from "../data/types";
import { unlessReplaced } from "../engine/deviceLoss";
import { saidOf } from "../i18n/errors";
import type { LabId } from "../labs";
import { measureLab } from "../labs/measurements";
import type { Environment } from "../record/environment";
import type { DatasetLoading } from "./datasetLoading";
import type { LabEnd, LabListener, LabRequest } from "./protocol";
import { yieldToEventLoop } from "./yield";

/** Measures a lab once `prepare` has made its backend the current one, and reports to its listener. Never rejects. */
type Measure = (prepare: () => Promise<Environment>) => Promise<void>;

/** The labs that were asked for and are not over: what can be canceled, before their turn has come as well. */
export class LabBench {
  private readonly waiting = new Map<AbortController, LabId>();
  private readonly data: DatasetLoading;
  private readonly inUse: () => Dataset | undefined;

  /** @param inUse the data set that is in memory anyway */
  constructor(data: DatasetLoading, inUse: () => Dataset | undefined) {
    this.data = data;
    this.inUse = inUse;
  }

  /** @returns what measures the lab, in its turn */
  open(request: LabRequest, listener: LabListener): Measure {
    const controller = new AbortController();
    this.waiting.set(controller, request.id);
    return async (prepare) => {
      try {
        const { signal } = controller;
        listener(await measure(request, listener, { signal, data: this.data, inUse: this.inUse, prepare }));
      } finally {
        this.waiting.delete(controller);
      }
    };
  }

  /** @param id which of them; all of them where it is left out */
  cancel(id?: LabId): void {
    for (const [controller, own] of this.waiting) if (id === undefined || own === id) controller.abort();
  }
}

interface Conditions {
  signal: AbortSignal;
  data: DatasetLoading;
  inUse: () => Dataset | undefined;
  prepare: () => Promise<Environment>;
}

async function measure(
  { id, config, files, resumeFrom }: LabRequest,
  listener: LabListener,
  { signal, data, inUse, prepare }: Conditions,
): Promise<LabEnd> {
  const report = (share: number) => listener({ type: "loading", share });
  const checkpoint = async () => {
    await yieldToEventLoop();
    signal.throwIfAborted();
  };
  try {
    signal.throwIfAborted();
    const environment = await prepare();
    listener({ type: "started", environment });
    await measureLab(id, config, {
      signal,
      environment,
      load: (dataset, seed) => data.load({ config: { dataset, seed }, files }, inUse(), report, signal),
      resumeFrom,
      emit: (rows) => listener({ type: "rows", rows }),
      progress: (done, total) => listener({ type: "progress", done, total }),
      checkpoint,
    });
    return { type: "finished" };
  } catch (error) {
    await unlessReplaced();
    return signal.aborted ? { type: "canceled" } : { type: "failed", said: saidOf(error) };
  }
}
