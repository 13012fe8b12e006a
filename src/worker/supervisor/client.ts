import * as Comlink from "comlink";
import type { Said } from "../../i18n/message";
import { buffersOf } from "../../training/stateDict/types";
import { WorkerLink } from "../link";
import { moduleWorker } from "../moduleWorker";
import type { StartPoint, StartResult, SurveyResult, TrainingService, WorkerService } from "../protocol";
import workerUrl from "../training.worker.ts?worker&url";
import { Supervisor } from "./supervisor";

/** A training worker, made when it is first asked, that another one takes the place of where it is lost. */
export function supervisedWorker(recovered: (said: Said) => void): TrainingService {
  const link = new WorkerLink({
    make: () => moduleWorker(workerUrl, "training"),
    opened: () => supervisor.opened(),
    lost: (loss) => supervisor.lost(loss),
    locks: navigator.locks,
  });
  const supervisor = new Supervisor({ service: callsOf(link), recovered });
  return supervisor;
}

function callsOf(link: WorkerLink): WorkerService {
  return {
    environment: (choice) => link.call((remote) => remote.environment(choice)),
    start: (config, files, listener, from = {}) =>
      link.call<StartResult>((remote) => remote.start(config, files, Comlink.proxy(listener), handedOver(from))),
    resume: () => link.call((remote) => remote.resume()),
    pause: () => link.call((remote) => remote.pause()),
    step: (n) => link.call((remote) => remote.step(n)),
    cancelLoading: () => link.call((remote) => remote.cancelLoading()),
    stop: () => link.call((remote) => remote.stop()),
    stateDict: () => link.call((remote) => remote.stateDict()),
    change: (patch) => link.call((remote) => remote.change(patch)),
    previewViews: (augmentation, draw) => link.call((remote) => remote.previewViews(augmentation, draw)),
    tellSamples: () => link.call((remote) => remote.tellSamples()),
    watchSteps: (watching) => link.call((remote) => remote.watchSteps(watching)),
    avoidBackends: (avoided) => link.call((remote) => remote.avoidBackends(avoided)),
    viewsOfStep: (step, seed) => link.call((remote) => remote.viewsOfStep(step, seed)),
    extract: (request, listener) => link.call<boolean>((remote) => remote.extract(request, Comlink.proxy(listener))),
    exportedSamples: () => link.call((remote) => remote.exportedSamples()),
    cancelExtractions: () => link.call((remote) => remote.cancelExtractions()),
    evaluateObjective: (id, input) => link.call((remote) => remote.evaluateObjective(id, input)),
    benchmark: (input) => link.call((remote) => remote.benchmark(input)),
    runLab: (request, listener) => link.call((remote) => remote.runLab(request, Comlink.proxy(listener))),
    surveyLab: (request, report) =>
      link.call<SurveyResult>((remote) => remote.surveyLab(request, Comlink.proxy(report))),
    cancelSurvey: () => link.call((remote) => remote.cancelSurvey()),
    cancelLab: (id) => link.call((remote) => remote.cancelLab(id)),
  };
}

function handedOver(from: StartPoint): StartPoint {
  return Comlink.transfer(from, from.resumeFrom ? buffersOf(from.resumeFrom) : []);
}
