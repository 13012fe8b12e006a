import { getIn } from "../../config/paths";
import { areStored } from "../../data/download/addresses";
import { addressesOf, sourceOf } from "../../data/sources";
import type { Said } from "../../i18n/message";
import { LABS, type LabId } from "../../labs";
import type { DataRules } from "../../labs/types";
import type { PlaygroundState } from "../playgroundState";
import { experimentIn, filesAtHand, lacksLabFiles } from "./labData";
import { isUnderWay } from "./labState";
import type { DataSurvey } from "./surveyState";

type Known = Pick<PlaygroundState, "labs" | "labFiles" | "files" | "ownFiles" | "kept">;

/** Which data of a lab can be looked at now; null where it is made here, or not at hand. */
export function surveyKey(id: LabId, state: Known): string | null {
  const { config, errors } = state.labs[id];
  const named = experimentIn(config);
  if (errors.length > 0 || !named || sourceOf(named.dataset).isMade) return null;
  const { dataset } = named;
  const isAtHand =
    dataset.id === "files"
      ? dataset.name !== "" && !lacksLabFiles(named, state)
      : areStored(addressesOf(dataset), state.kept);
  return isAtHand
    ? JSON.stringify([id, dataset, getIn(config, "seed") ?? null, filesAtHand(named, state)?.id ?? null])
    : null;
}

/** The survey of the data that a lab's settings name; null where there is none. */
export function surveyOf(id: LabId, state: Known & Pick<PlaygroundState, "survey">): DataSurvey | null {
  const { survey } = state;
  return survey && survey.key === surveyKey(id, state) ? survey : null;
}

/** Whether a lab's data is being read: to run the lab would read it twice. */
export function isSurveying(survey: DataSurvey | null): boolean {
  return survey !== null && !survey.found && !survey.failure;
}

/** Why a lab cannot be run on its data; null where it can, as far as that is known. */
export function refusalOf(id: LabId, state: Known & Pick<PlaygroundState, "survey">): Said | null {
  const survey = surveyOf(id, state);
  if (!survey?.found) return survey?.failure ?? null;
  const lab: DataRules = LABS[id];
  return lab.refuse?.(state.labs[id].config, survey.found.dataset) ?? null;
}

/** Whether a lab that is not under way may be run with the settings and on the data that it shows. */
export function canRunLab(id: LabId, state: Known & Pick<PlaygroundState, "survey">): boolean {
  const { phase, errors } = state.labs[id];
  if (isUnderWay(phase) || errors.length > 0) return false;
  return !isSurveying(surveyOf(id, state)) && refusalOf(id, state) === null;
}
