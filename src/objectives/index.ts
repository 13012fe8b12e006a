import { verbatim } from "../i18n/errors";
import { type Message, textsOf } from "../i18n/message";
import { alignUniform } from "./alignUniform";
import { barlowTwins } from "./barlowTwins";
import { clip } from "./clip";
import { custom, DEFAULT_PHI } from "./custom";
import { dcl } from "./dcl";
import { dclw } from "./dclw";
import { debiased } from "./debiased";
import { dhel } from "./dhel";
import { dual } from "./dual";
import { dv } from "./dv";
import { flatNce } from "./flatNce";
import { flatNceOneWay } from "./flatNceOneWay";
import { flo } from "./flo";
import { hardNegative } from "./hardNegative";
import { infoNce } from "./infoNce";
import { infoNceCe } from "./infoNceCe";
import { infoNceOneWay } from "./infoNceOneWay";
import { jsd } from "./jsd";
import { nPair } from "./nPair";
import { nwj } from "./nwj";
import { sigLip } from "./sigLip";
import { smile } from "./smile";
import { sogClr } from "./sogClr";
import { spectral } from "./spectral";
import { supervised } from "./supervised";
import { triplet } from "./triplet";
import type { LossInput, Objective, ObjectiveOption } from "./types";
import { vicReg } from "./vicReg";
import { xi } from "./xi";

/** Every objective by its id, in the order in which lists show them. */
export const OBJECTIVES = {
  infoNce,
  infoNceCe,
  flatNce,
  dual,
  xi,
  infoNceOneWay,
  flatNceOneWay,
  clip,
  dcl,
  dclw,
  sogClr,
  flo,
  sigLip,
  barlowTwins,
  vicReg,
  alignUniform,
  debiased,
  hardNegative,
  triplet,
  nPair,
  nwj,
  dv,
  jsd,
  smile,
  dhel,
  spectral,
  custom,
  supervised,
};

export type ObjectiveId = keyof typeof OBJECTIVES;
export const OBJECTIVE_IDS = Object.keys(OBJECTIVES) as [ObjectiveId, ...ObjectiveId[]];

/** An objective of two views alone, which sees no labels. */
export type LabelFreeId = {
  [I in ObjectiveId]: (typeof OBJECTIVES)[I]["kind"] extends "labels" ? never : I;
}[ObjectiveId];

/** Whether an objective can be worked out from embeddings alone. */
export function isLabelFree(id: ObjectiveId): id is LabelFreeId {
  return OBJECTIVES[id].kind !== "labels";
}

/** Name of an option of some objective. */
export type OptionName = { [I in ObjectiveId]: keyof (typeof OBJECTIVES)[I]["options"] }[ObjectiveId];

/** The options of all objectives by name; objectives that share a name share its meaning and its bounds. */
export const OPTIONS = Object.assign({}, ...Object.values(OBJECTIVES).map(({ options }) => options)) as Record<
  OptionName,
  ObjectiveOption
>;
export const OPTION_NAMES = Object.keys(OPTIONS) as OptionName[];

/** The objective with this id. */
export function objectiveOf(id: ObjectiveId): Objective {
  return OBJECTIVES[id];
}

/** What an objective is called. */
export function objectiveName(id: ObjectiveId): Message {
  return textsOf("objectives", objectiveOf(id)).label;
}

/** What an option is called, whichever objective has it. */
export function optionName(option: OptionName): Message {
  const owner = Object.values<Objective>(OBJECTIVES).find(({ options }) => option in options);
  return (owner && textsOf("objectives", owner).options[option]?.label) ?? verbatim(option);
}

/** What an arm sets of its objective. */
export type ObjectiveSettings = { objective: ObjectiveId; phi?: string | undefined } & {
  [O in OptionName]?: number | undefined;
};

/** The options of an arm's objective, each given or at its default, and its function of log xi. */
export function settingsOf(arm: ObjectiveSettings): Pick<LossInput, "options" | "phi"> {
  const given: Partial<Record<string, number | undefined>> = { ...arm, objective: undefined, phi: undefined };
  const options = Object.entries<ObjectiveOption>(OBJECTIVES[arm.objective].options);
  return {
    options: Object.fromEntries(options.map(([name, option]) => [name, given[name] ?? option.default])),
    phi: arm.phi ?? DEFAULT_PHI,
  };
}

/** An arm with another objective: what only the old one could be set by is left out. */
export function withObjective<A extends ObjectiveSettings>(arm: A, objective: ObjectiveId): A {
  const foreign = OPTION_NAMES.filter((name) => !(name in OBJECTIVES[objective].options));
  const cleared = Object.fromEntries([...foreign, "phi"].map((name) => [name, undefined]));
  return { ...arm, ...cleared, objective };
}

/** The weight that an arm gives to an anchor with log xi = v, beside FlatNCE's; null where log xi alone does not decide. */
export function anchorWeightOf(arm: ObjectiveSettings): ((logXi: number) => number) | null {
  const objective = objectiveOf(arm.objective);
  if (objective.kind !== "anchor" || !objective.anchorWeight) return null;
  const settings = settingsOf(arm);
  return (logXi) => objective.anchorWeight?.(logXi, settings) ?? Number.NaN;
}

declare module "../i18n/message" {
  interface TextRooms {
    objectives: {
      readonly [I in ObjectiveId]: Pick<Objective, "label" | "summary"> & {
        readonly smallestBatch?: { readonly reason: string };
        readonly options: {
          readonly [O in keyof (typeof OBJECTIVES)[I]["options"]]: Pick<ObjectiveOption, "label" | "summary">;
        };
      };
    };
  }
}
