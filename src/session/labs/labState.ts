import type { ConfigError } from "../../config/schema";
import type { Said } from "../../i18n/message";
import { LAB_IDS, LABS, type LabConfig, type LabId, type LabRowOf } from "../../labs";
import type { EnvironmentRecord } from "../../record/environment";
import { labOf, type Page } from "../address/page";
import type { LabProgress } from "./labRun";

/** One lab as its page shows it. The rows belong to the config; to the last valid one while that is not. */
export interface LabState<I extends LabId = LabId> extends Omit<LabProgress, "phase"> {
  /** What the controls show; may be invalid while `errors` says why. */
  config: LabConfig<I>;
  errors: ConfigError[];
  rows: LabRowOf<I>[];
  phase: LabProgress["phase"] | "idle";
  /** What the rows were measured on. */
  environment: EnvironmentRecord | null;
  /** What became of the document that was opened; null where the rows were measured here. */
  note: Said | null;
}

export type LabStates = { [I in LabId]: LabState<I> };

export const NOT_STARTED = {
  phase: "idle",
  done: 0,
  total: 0,
  timeLeft: null,
  failure: null,
  loading: null,
  environment: null,
  note: null,
} as const;

/** Every lab at its defaults. */
export function freshLabs(): LabStates {
  const states = LAB_IDS.map((id) => [id, { ...NOT_STARTED, config: LABS[id].schema.parse({}), errors: [], rows: [] }]);
  return Object.fromEntries(states) as LabStates;
}

export function isUnderWay(phase: LabState["phase"]): boolean {
  return phase === "waiting" || phase === "running";
}

/** Whether a run was called off that had begun, in this visit or before: there is something to go on from. */
export function isPaused({
  phase,
  rows,
  total,
}: Pick<LabState, "phase" | "total"> & { rows: readonly unknown[] }): boolean {
  return phase === "stopped" && (rows.length > 0 || total > 0);
}

/** The lab that the page shows; null on another page. */
export function shownLab({ page, labs }: { page: Page; labs: LabStates }): LabState | null {
  const id = labOf(page);
  return id && labs[id];
}

/** Whether the page shows a lab that is under way. */
export function isMeasuring(state: { page: Page; labs: LabStates }): boolean {
  const lab = shownLab(state);
  return lab !== null && isUnderWay(lab.phase);
}

/** What decides which rows a config has: the lab and everything but how they are shown. */
export function keyOf(id: LabId, config: unknown): string {
  const display: readonly string[] = LABS[id].display;
  const measured = Object.entries(config as object).filter(([field]) => !display.includes(field));
  return `${id} ${JSON.stringify(Object.fromEntries(measured))}`;
}
