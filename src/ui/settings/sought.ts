import { useEffect } from "react";
import { augmentationRecipe } from "../../augmentations/recipe";
import { fieldInfo } from "../../config/schemaInfo";
import { translate } from "../../i18n/translate";
import { sampleShape } from "../../session/data/sampleShape";
import { controlState, isPanelShown } from "../../session/panels/arrangement";
import type { PlaygroundState } from "../../session/playgroundState";
import type { Field, Section } from "../../session/settings/field";
import { SECTION_TEXTS, settingName, sourceTexts } from "../../session/settings/names";
import { SECTION_IDS, SECTIONS, type SectionId } from "../../session/settings/sections";
import { usePlayground, useSelect } from "../context";
import { isOn, OPERATIONS, operationsFor } from "../data/views/operations";

/** Settings that are asked for by name: which there are, and how one is brought before the user. */

interface Reachable {
  path: string;
  label: string;
  /** What the part of the panel is called that it is in. */
  section: string;
}

/** Every setting that has a row at the settings that are there. */
export function reachableSettings(state: PlaygroundState): Reachable[] {
  const kind = { path: "dataset.id", label: sourceTexts().id.label, section: sectionName("data") };
  if (!isPanelShown(state.arrangement, "settings")) return [];
  const all = [kind, ...SECTION_IDS.flatMap((id) => rowsOf(id, state))];
  return all.filter(({ path }) => controlState(state.arrangement, path) !== "hidden");
}

/** The section that a setting is in; undefined where none has it. */
export function sectionOf(path: string): SectionId | undefined {
  if (path === "dataset.id") return "data";
  return SECTION_IDS.find((id) => (SECTIONS[id] as Section).rows.some((row) => row.path === path));
}

function rowsOf(id: SectionId, state: PlaygroundState): Reachable[] {
  const rows = (SECTIONS[id] as Section).rows.filter((row) => isReachable(id, row, state));
  return rows.map(({ path }) => ({ path, label: settingName(path), section: sectionName(id) }));
}

function isReachable(id: SectionId, row: Field, state: PlaygroundState): boolean {
  const isThere = (row.visible?.(state.draft) ?? true) && fieldInfo(row.path, state.draft) !== null;
  return isThere && (id !== "augmentation" || belongsToData(row.path, state));
}

/** Of the augmentation, what the data can have, and what is not a part of something that is off. */
function belongsToData(path: string, { draft, run }: PlaygroundState): boolean {
  const shape = sampleShape(draft, run);
  if (path === "augmentation.strength") return shape.length === 3;
  const recipe = augmentationRecipe(draft.augmentation, shape);
  const operation = operationsFor(shape).find(({ fields }) => path.slice("augmentation.".length) in fields);
  const whole = OPERATIONS.find((other) => other.id === operation?.within);
  return operation !== undefined && (whole === undefined || isOn(whole, recipe));
}

function sectionName(id: SectionId): string {
  return translate(SECTION_TEXTS[id]);
}

/** So long a row may take to be unfolded, in frames. */
const PATIENCE = 90;
/** What in a row has the focus: of a choice side by side, the chosen one. */
const CONTROLS = ["input[type=radio]:checked", "input:not([type=hidden])", "[role=slider]"];

/** Brings a row into view and its control into focus when its setting is asked for. */
export function useSought(path: string, row: React.RefObject<HTMLElement | null>): void {
  const playground = usePlayground();
  const isSought = useSelect((state) => state.sought === path);
  useEffect(() => {
    if (!isSought) return;
    let frames = 0;
    let request = 0;
    const look = () => {
      if (row.current && row.current.getClientRects().length > 0 && frames > SETTLED) {
        show(row.current);
        playground.seekSetting(null);
      } else if (frames++ < PATIENCE) request = requestAnimationFrame(look);
      else playground.seekSetting(null);
    };
    look();
    return () => cancelAnimationFrame(request);
  }, [isSought, row, playground]);
}

/** An unfolding section is at its place after so many frames. */
const SETTLED = 15;

function show(row: HTMLElement): void {
  row.scrollIntoView({ block: "center" });
  const control = CONTROLS.map((selector) => row.querySelector<HTMLElement>(selector)).find((found) => found !== null);
  control?.focus({ preventScroll: true });
}
