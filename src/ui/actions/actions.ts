import {
  IconBraces,
  IconChartHistogram,
  IconKeyboard,
  IconLink,
  IconPlayerPause,
  IconPlayerPlay,
  IconPlayerSkipForward,
  IconPlayerStop,
  IconRefresh,
  IconSunMoon,
  IconTable,
} from "@tabler/icons-react";
import { isMeasuring, isUnderWay } from "../../session/labs";
import type { Playground } from "../../session/playground";
import type { PlaygroundState } from "../../session/playgroundState";
import { saveRecord, saveSeries } from "../saving";
import { words } from "../words";

/** What an action may use beside the playground. */
export interface ActionContext {
  playground: Playground;
  toggleTheme: () => void;
  toggleHelp: () => void;
  /** Says something short, for a moment. */
  say: (message: string) => void;
}

/** One thing that a user can do: buttons, menus, shortcuts and the list of shortcuts are all made from this table. */
export interface Action {
  id: ActionId;
  icon: typeof IconPlayerPlay;
  label: string;
  /** `KeyboardEvent.key`. */
  shortcut?: string;
  enabled: (state: PlaygroundState) => boolean;
  run: (context: ActionContext) => void | Promise<void>;
}

const ids = [
  "play",
  "pause",
  "again",
  "step",
  "reset",
  "measure",
  "cancel",
  "share",
  "exportJson",
  "exportCsv",
  "difference",
  "theme",
  "help",
] as const;
export type ActionId = (typeof ids)[number];

type Condition = Action["enabled"];

const always: Condition = () => true;
/** The Race's own actions mean nothing on another page. */
const inRace =
  (condition: Condition): Condition =>
  (state) =>
    state.page === "race" && condition(state);
const isRunning = inRace(({ run }) => run?.state === "running");
const hasEnded = inRace(({ run, starting }) => !starting && run?.state === "finished");
const canGoOn = inRace(({ run, starting }) => !starting && (run === null || run.state === "paused"));
const hasMeasured = inRace(({ run }) => run !== null && run.environment !== null && run.step > 0);
/** What is complete is measured again by its button alone: a stray key would throw hours away. */
const canMeasure: Condition = ({ page, labs }) =>
  page !== "race" && !isUnderWay(labs[page].phase) && labs[page].phase !== "finished" && labs[page].errors.length === 0;

export const ACTIONS: Record<ActionId, Action> = {
  play: {
    id: "play",
    icon: IconPlayerPlay,
    label: words.actions.play,
    shortcut: " ",
    enabled: canGoOn,
    run: ({ playground }) => playground.play(),
  },
  pause: {
    id: "pause",
    icon: IconPlayerPause,
    label: words.actions.pause,
    shortcut: " ",
    enabled: isRunning,
    run: ({ playground }) => playground.pause(),
  },
  again: {
    id: "again",
    icon: IconPlayerPlay,
    label: words.actions.again,
    shortcut: " ",
    enabled: hasEnded,
    run: ({ playground }) => playground.playWith({}),
  },
  step: {
    id: "step",
    icon: IconPlayerSkipForward,
    label: words.actions.step,
    shortcut: "ArrowRight",
    enabled: canGoOn,
    run: ({ playground }) => playground.step(),
  },
  reset: {
    id: "reset",
    icon: IconRefresh,
    label: words.actions.reset,
    shortcut: "r",
    enabled: inRace(({ starting }) => !starting),
    run: async ({ playground }) => {
      await playground.restart();
    },
  },
  measure: {
    id: "measure",
    icon: IconPlayerPlay,
    label: words.actions.measure,
    shortcut: " ",
    enabled: canMeasure,
    run: async ({ playground: { state, labs } }) => {
      if (state.page !== "race") await labs.run(state.page);
    },
  },
  cancel: {
    id: "cancel",
    icon: IconPlayerStop,
    label: words.actions.cancel,
    shortcut: " ",
    enabled: isMeasuring,
    run: async ({ playground: { state, labs } }) => {
      if (state.page !== "race") await labs.cancel(state.page);
    },
  },
  share: {
    id: "share",
    icon: IconLink,
    label: words.actions.share,
    shortcut: "s",
    enabled: always,
    run: async ({ say }) => {
      const copied = await copy(window.location.href);
      say(copied ? words.topBar.copied : words.topBar.copyFailed);
    },
  },
  exportJson: {
    id: "exportJson",
    icon: IconBraces,
    label: words.actions.exportJson,
    shortcut: "j",
    enabled: hasMeasured,
    run: ({ playground }) => saveRecord(playground),
  },
  exportCsv: {
    id: "exportCsv",
    icon: IconTable,
    label: words.actions.exportCsv,
    shortcut: "c",
    enabled: hasMeasured,
    run: ({ playground }) => saveSeries(playground),
  },
  difference: {
    id: "difference",
    icon: IconChartHistogram,
    label: words.actions.difference,
    shortcut: "d",
    enabled: inRace(({ draft }) => draft.arms.length > 1),
    run: ({ playground }) => playground.setView({ difference: !playground.state.view.difference }),
  },
  theme: {
    id: "theme",
    icon: IconSunMoon,
    label: words.actions.theme,
    shortcut: "t",
    enabled: always,
    run: ({ toggleTheme }) => toggleTheme(),
  },
  help: {
    id: "help",
    icon: IconKeyboard,
    label: words.actions.help,
    shortcut: "?",
    enabled: always,
    run: ({ toggleHelp }) => toggleHelp(),
  },
};

async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

/** The action that a key press means now: the first enabled one with that shortcut. */
export function actionFor(key: string, state: PlaygroundState): Action | undefined {
  return Object.values(ACTIONS).find((action) => action.shortcut === key && action.enabled(state));
}

/** Where keys have a meaning of their own. */
const TYPING = "input, textarea, select, [contenteditable=true], [role=dialog], [role=menu], [role=listbox]";
/** Where Space and the arrows do. */
const OPERATED = "button, a, summary, [role=slider], [role=radiogroup], [role=tab], [role=group]";

/** Whether a key pressed on an element is a shortcut, rather than meant for that element. */
export function isShortcut(event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return false;
  const target = event.target instanceof Element ? event.target : null;
  if (target?.closest(TYPING)) return false;
  return !(target?.closest(OPERATED) && (event.key === " " || event.key.startsWith("Arrow")));
}
