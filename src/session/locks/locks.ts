import { describeConfigDiff } from "../../config/diff";
import { getIn, setIn } from "../../config/paths";
import type { ExperimentConfig } from "../../config/schema";
import { problem } from "../../i18n/errors";
import { formatList } from "../../i18n/format";
import { type Said, say } from "../../i18n/message";
import { type Arrangement, controlState, EVERYTHING } from "../panels/arrangement";
import type { PlaygroundState } from "../playgroundState";
import { settingName } from "../settings/names";
import { texts } from "./errors";

/**
 * A locked setting is a promise of whoever made the page or the link: it stays as it is, whoever changes settings by whatever way.
 * The one door of the settings (`Draft`) asks here.
 */

/** Who changes something: whoever looks at the page, or whoever wrote it and may change what is locked. */
export type By = "visitor" | "author";

interface Kept {
  /** What was wanted, with what is locked as it was. The very config that was there where nothing else would have changed. */
  config: ExperimentConfig;
  /** Paths of the locked settings that would have changed. */
  kept: string[];
}

/** What becomes of the settings that are wanted, where some may be locked. */
export function keepLocked(before: ExperimentConfig, wanted: ExperimentConfig, arrangement: Arrangement): Kept {
  // Most pages have no locks, and a slider asks at each of its steps.
  if (arrangement === EVERYTHING || arrangement.lockedControls.length === 0) return { config: wanted, kept: [] };
  const kept = describeConfigDiff(before, wanted)
    .map(({ path }) => path)
    .filter((path) => controlState(arrangement, path) === "locked");
  if (kept.length === 0) return { config: wanted, kept };
  const config = kept.reduce((config, path) => keepAt(config, before, kindOf(path, before, wanted) ?? path), wanted);
  return { config: describeConfigDiff(before, config).length === 0 ? before : config, kept };
}

/** That locked settings stay, by their names. */
export function saidOfLocked(paths: readonly string[]): Said {
  return say(texts.locked, { names: namesOf(paths) });
}

/** @throws PlaygroundError where an experiment would have other values of what is locked */
export function refuseLocked({ draft, arrangement }: PlaygroundState, wanted: ExperimentConfig): void {
  const { kept } = keepLocked(draft, wanted, arrangement);
  if (kept.length > 0) throw problem(texts.locked, { names: namesOf(kept) });
}

/** Who speaks from the console: of a page perhaps its author, who may; of a frame somebody who looks at it. */
export function speaker({ embed }: PlaygroundState): By {
  return embed.on ? "visitor" : "author";
}

/** @throws PlaygroundError where a frame's console would have other values of what is locked */
export function refuseVisitor(state: PlaygroundState, wanted: ExperimentConfig): void {
  if (speaker(state) === "visitor") refuseLocked(state, wanted);
}

function namesOf(paths: readonly string[]): string {
  return formatList([...new Set(paths.map(settingName))]);
}

function keepAt(config: ExperimentConfig, before: ExperimentConfig, path: string): ExperimentConfig {
  return setIn(config, path, getIn(before, path));
}

/**
 * The part of a config that a path is in, where it would become another kind of thing: options of one kind mean nothing to another, so
 * the kind stays with any of them.
 */
function kindOf(path: string, before: ExperimentConfig, wanted: ExperimentConfig): string | null {
  const keys = path.split(".");
  const parents = keys.slice(1).map((_, i) => keys.slice(0, i + 1).join("."));
  return parents.find((parent) => getIn(before, `${parent}.id`) !== getIn(wanted, `${parent}.id`)) ?? null;
}
