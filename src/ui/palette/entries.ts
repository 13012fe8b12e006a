import { IconAdjustmentsHorizontal, IconChartLine, IconFlask, IconHistory } from "@tabler/icons-react";
import { getIn } from "../../config/paths";
import { PRESETS } from "../../config/presets";
import { textsOf } from "../../i18n/message";
import { translate } from "../../i18n/translate";
import { ACTIONS, actionTexts, canPerform } from "../../session/actions";
import { controlState, isPanelShown } from "../../session/panels/arrangement";
import { valueInWords } from "../../session/settings/changeInWords";
import { runName } from "../runs/runName";
import { reachableSettings } from "../settings/sought";
import { keyName } from "../shell/keyName";
import { PAGES, pageName } from "../shell/pages";
import type { Entry, Scene } from "./entry";

/** Everything that the palette offers now, by its groups. */

export const GROUPS = {
  actions: actionEntries,
  settings: settingEntries,
  pages: pageEntries,
  presets: presetEntries,
  runs: runEntries,
} as const satisfies Record<string, (scene: Scene) => Entry[]>;

export type GroupId = keyof typeof GROUPS;
export const GROUP_IDS = Object.keys(GROUPS) as GroupId[];

/** The palette itself is open already. */
const OWN = "palette";

/** What was open to do when the list was made may no longer be when it is chosen. */
function actionEntries({ state, playground, perform }: Scene): Entry[] {
  const enabled = Object.entries(ACTIONS).filter(([id, action]) => id !== OWN && canPerform(action, state));
  return enabled.map(([id, action]) => ({
    id: `action.${id}`,
    icon: action.icon,
    label: translate(actionTexts(id).label),
    words: id,
    note: action.shortcut ? keyName(action.shortcut) : "",
    isFirst: action.menu === undefined,
    run: () => {
      if (canPerform(action, playground.state)) perform(action);
    },
  }));
}

function pageEntries({ state, playground }: Scene): Entry[] {
  if (!isPanelShown(state.arrangement, "tabs")) return [];
  const others = PAGES.filter((page) => page !== state.page);
  return others.map((page) => ({
    id: `page.${page}`,
    icon: IconFlask,
    label: pageName(page),
    words: page,
    note: "",
    isFirst: true,
    run: () => playground.setPage(page),
  }));
}

function presetEntries({ state, playground }: Scene): Entry[] {
  if (controlState(state.arrangement, "presets") !== "open") return [];
  return PRESETS.map((preset) => ({
    id: `preset.${preset.id}`,
    icon: IconChartLine,
    label: translate(textsOf("presets", preset).title),
    words: `${preset.id} ${translate(textsOf("presets", preset).summary)}`,
    note: "",
    isFirst: true,
    run: () => {
      playground.setPage("race");
      playground.choosePreset(preset.id);
    },
  }));
}

function settingEntries({ state, playground }: Scene): Entry[] {
  return reachableSettings(state).map(({ path, label, section }) => ({
    id: `setting.${path}`,
    icon: IconAdjustmentsHorizontal,
    label,
    words: `${path} ${section}`,
    note: valueInWords(path, getIn(state.draft, path)),
    isFirst: false,
    run: () => playground.seekSetting(path),
  }));
}

/** Those with curves, which can be looked at. */
function runEntries({ state, playground }: Scene): Entry[] {
  if (!isPanelShown(state.arrangement, "runs")) return [];
  const kept = state.history.filter(({ columnBytes }) => columnBytes !== null);
  return kept.map((run) => ({
    id: `run.${run.id}`,
    icon: IconHistory,
    label: runName(run),
    words: `${run.tags.join(" ")} ${run.note}`,
    note: "",
    isFirst: false,
    run: () => {
      playground.setPage("race");
      void playground.runs.open(run.id);
    },
  }));
}
