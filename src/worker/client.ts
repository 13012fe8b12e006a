import { PlaygroundError } from "../i18n/errors";
import type { Said } from "../i18n/message";
import { texts } from "./errors";
import type { TrainingService } from "./protocol";

/** All that can be asked of the training. */
const CALLS = [
  "environment",
  "start",
  "resume",
  "pause",
  "step",
  "cancelLoading",
  "stop",
  "stateDict",
  "change",
  "previewViews",
  "tellSamples",
  "watchSteps",
  "viewsOfStep",
  "extract",
  "exportedSamples",
  "cancelExtractions",
  "evaluateObjective",
  "benchmark",
  "runLab",
  "surveyLab",
  "cancelSurvey",
  "cancelLab",
] as const satisfies (keyof TrainingService)[];

/**
 * Speaks to the training worker, by a supervisor that outlives it and comes in a file of its own. Where that or the worker cannot be
 * loaded every call rejects with `notLoaded`, and tries anew.
 *
 * @param recovered called with what happened where the training went on in another worker
 */
export function createTrainingClient(recovered: (said: Said) => void): TrainingService {
  let coming: Promise<TrainingService> | null = null;
  const load = async () => {
    const { supervisedWorker } = await import("./supervisor/client");
    return supervisedWorker(recovered);
  };
  const service = () => {
    coming ??= load().catch(() => {
      coming = null;
      throw new PlaygroundError(texts.notLoaded);
    });
    return coming;
  };
  const later =
    (name: (typeof CALLS)[number]) =>
    async (...given: unknown[]) => {
      const there = await service();
      const call = there[name] as (...given: unknown[]) => unknown;
      return call.apply(there, given);
    };
  // It is there before anybody asks.
  void service().catch(() => undefined);
  return Object.fromEntries(CALLS.map((name) => [name, later(name)])) as unknown as TrainingService;
}
