import * as Comlink from "comlink";
import { verbatim } from "../i18n/errors";
import type { Said } from "../i18n/message";
import { texts } from "./errors";
import type { TrainingService } from "./protocol";

/**
 * Starts the training worker and speaks to it.
 *
 * @param onCrash called with the reason where the worker itself broke (it could not be loaded, or an error escaped it)
 */
export function createTrainingClient(onCrash: (said: Said) => void): TrainingService {
  const worker = new Worker(new URL("./training.worker.ts", import.meta.url), { type: "module", name: "training" });
  worker.addEventListener("error", (event) => {
    onCrash(event.message ? verbatim(event.message) : texts.notLoaded);
  });
  const remote = Comlink.wrap<TrainingService>(worker);
  return {
    environment: (choice) => remote.environment(choice),
    start: (config, files, listener, resumeFrom) => remote.start(config, files, Comlink.proxy(listener), resumeFrom),
    resume: () => remote.resume(),
    pause: () => remote.pause(),
    step: (n) => remote.step(n),
    cancelLoading: () => remote.cancelLoading(),
    stop: () => remote.stop(),
    stateDict: () => remote.stateDict(),
    previewViews: (augmentation, draw) => remote.previewViews(augmentation, draw),
    evaluateObjective: (id, input) => remote.evaluateObjective(id, input),
    benchmark: (input) => remote.benchmark(input),
    runLab: (request, listener) => remote.runLab(request, Comlink.proxy(listener)),
    cancelLab: (id) => remote.cancelLab(id),
  };
}
