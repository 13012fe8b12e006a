import { translateAll } from "../../../i18n/translate";
import { OBJECTIVE_IDS, OBJECTIVES, type ObjectiveId } from "../../../objectives";
import { texts } from "../texts";

const GROUPS: Record<keyof typeof texts.arms.groups, readonly ObjectiveId[]> = {
  subject: ["infoNce", "infoNceCe", "flatNce", "dual", "custom"],
  batch: [
    "infoNceOneWay",
    "flatNceOneWay",
    "clip",
    "dcl",
    "dclw",
    "dhel",
    "sogClr",
    "sigLip",
    "debiased",
    "hardNegative",
  ],
  estimators: ["flo", "nwj", "dv", "jsd", "smile", "xi"],
  margins: ["triplet", "nPair"],
  withoutNegatives: ["barlowTwins", "vicReg", "alignUniform", "spectral"],
  ceiling: ["supervised"],
};

/** All objectives as a list to choose from, in groups; those that are in none come last. */
export function objectiveChoices() {
  const t = translateAll(texts);
  const grouped = new Set<ObjectiveId>(Object.values(GROUPS).flat());
  const others = OBJECTIVE_IDS.filter((id) => !grouped.has(id));
  const groups: [string, readonly ObjectiveId[]][] = Object.entries(GROUPS).map(([key, ids]) => [
    t.arms.groups[key as keyof typeof GROUPS],
    ids,
  ]);
  return [...groups, [t.arms.others, others] as const]
    .filter(([, ids]) => ids.length > 0)
    .map(([group, ids]) => ({ group, items: ids.map((value) => ({ value, label: OBJECTIVES[value].label })) }));
}
