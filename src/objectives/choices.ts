import type { Message } from "../i18n/message";
import { OBJECTIVE_GROUPS, type ObjectiveGroupId, OTHERS } from "./groups";
import { OBJECTIVES } from "./index";
import type { Objective } from "./types";

/** Objectives under one heading. */
interface ObjectiveGroup {
  title: Message;
  objectives: Objective[];
}

/** All objectives as a list to choose from, in groups; those that are in none come last. */
export function objectiveGroups(registry: Readonly<Record<string, Objective>> = OBJECTIVES): ObjectiveGroup[] {
  const all = Object.values(registry);
  const groups = (Object.keys(OBJECTIVE_GROUPS) as ObjectiveGroupId[]).map((id) => ({
    title: OBJECTIVE_GROUPS[id],
    objectives: all
      .filter(({ group }) => group?.id === id)
      .sort((a, b) => (a.group?.place ?? 0) - (b.group?.place ?? 0)),
  }));
  const others = { title: OTHERS.title, objectives: all.filter(({ group }) => group === null) };
  return [...groups, others].filter(({ objectives }) => objectives.length > 0);
}
