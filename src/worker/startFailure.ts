import { MisreadError } from "../data/interpretation/misread";
import { BackendError } from "../engine/backend";
import { saidOf } from "../i18n/errors";
import { LoadingCanceled } from "./datasetLoading";
import type { StartResult } from "./protocol";

/** What the page and the supervisor need to know of why a run could not be made. */
export function failureOf(error: unknown): Extract<StartResult, { ok: false }> {
  return {
    ok: false,
    said: saidOf(error),
    canceled: error instanceof LoadingCanceled,
    lacksBackend: error instanceof BackendError,
    outline: error instanceof MisreadError ? error.outline : null,
  };
}
