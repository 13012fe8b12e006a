import { type ItemMessages, textsOf } from "../../i18n/message";
import { controlState } from "../panels/arrangement";
import type { PlaygroundState } from "../playgroundState";
import type { Action } from "./action";
import { type MESSAGES as CURVES, copyCurves } from "./export/copyCurves";
import { embed } from "./export/embed";
import { exportCsv } from "./export/exportCsv";
import { exportData } from "./export/exportData";
import { exportEmbeddings } from "./export/exportEmbeddings";
import { exportFigure } from "./export/exportFigure";
import { exportJson } from "./export/exportJson";
import { exportPyTorch } from "./export/exportPyTorch";
import { exportReport } from "./export/exportReport";
import { makeLesson } from "./export/makeLesson";
import { openCheckpoint } from "./export/openCheckpoint";
import { qrCode } from "./export/qrCode";
import { saveCheckpoint } from "./export/saveCheckpoint";
import { type MESSAGES as SHARE, share } from "./export/share";
import { nextChapter, previousChapter } from "./learn/chapters";
import { type MESSAGES as AWAKE, awake } from "./page/awake";
import { blank, goBack, goOn } from "./page/clicker";
import { foldSettings, foldViews } from "./page/fold";
import { type MESSAGES as FULL_SCREEN, fullScreen } from "./page/fullScreen";
import { health } from "./page/health";
import { help } from "./page/help";
import { leaveLesson, returnToLesson } from "./page/lesson";
import { type MESSAGES as NOTIFY, notify } from "./page/notify";
import { palette } from "./page/palette";
import { type MESSAGES as PROJECTOR, projector } from "./page/projector";
import { slow } from "./page/slow";
import { theme } from "./page/theme";
import { tour } from "./page/tour";
import { difference } from "./race/difference";
import { drawPoints } from "./race/drawPoints";
import { leaveAnchor } from "./race/leaveAnchor";
import { presets } from "./race/presets";
import { showRuns } from "./race/showRuns";
import { shrink } from "./race/shrink";
import { unpin } from "./race/unpin";
import { cancel } from "./run/cancel";
import { measure } from "./run/measure";
import { pause } from "./run/pause";
import { play } from "./run/play";
import { putBack } from "./run/putBack";
import { type MESSAGES as ENQUEUE, enqueue, startQueue } from "./run/queue";
import { fromStart, moreSeeds, next, otherSeeds, repeat } from "./run/rerun";
import { reset } from "./run/reset";
import { step } from "./run/step";
import { editJson } from "./settings/editJson";
import { resetSettings } from "./settings/resetSettings";
import { redo, type MESSAGES as STEPS, undo } from "./settings/steps";

/** Everything that a user can do, by id, in the order of the list of shortcuts. To add one: a file in a folder here, and its line. */
const REGISTRY = {
  play,
  pause,
  next,
  fromStart,
  moreSeeds,
  otherSeeds,
  repeat,
  nextChapter,
  previousChapter,
  step,
  reset,
  enqueue,
  startQueue,
  measure,
  cancel,
  presets,
  drawPoints,
  putBack,
  undo,
  redo,
  resetSettings,
  editJson,
  share,
  copyCurves,
  qrCode,
  makeLesson,
  embed,
  exportReport,
  exportFigure,
  exportJson,
  exportCsv,
  exportEmbeddings,
  exportData,
  exportPyTorch,
  saveCheckpoint,
  openCheckpoint,
  difference,
  foldSettings,
  foldViews,
  showRuns,
  fullScreen,
  projector,
  goOn,
  goBack,
  blank,
  slow,
  shrink,
  leaveAnchor,
  unpin,
  theme,
  notify,
  awake,
  leaveLesson,
  returnToLesson,
  tour,
  palette,
  health,
  help,
};

export type ActionId = keyof typeof REGISTRY;
export const ACTIONS: Readonly<Record<ActionId, Action>> = REGISTRY;

type Actions = Readonly<Record<string, Action>>;

/** The action that a key press means now: the first enabled one with that shortcut. */
export function actionFor(key: string, state: PlaygroundState, actions: Actions = ACTIONS): Action | undefined {
  return Object.values(actions).find((action) => hasShortcut(action, key) && canPerform(action, state));
}

/** Whether an action can be done now: it means something, and nobody has locked it. */
export function canPerform({ control, enabled }: Action, state: PlaygroundState): boolean {
  return enabled(state) && (control === undefined || controlState(state.arrangement, control) === "open");
}

function hasShortcut({ shortcut, otherShortcut }: Action, key: string): boolean {
  return shortcut === key || otherShortcut === key;
}

/** What a menu lists. */
export function actionsOf(menu: Action["menu"], actions: Actions = ACTIONS): [id: string, action: Action][] {
  return Object.entries(actions).filter(([, action]) => action.menu === menu);
}

/** Every key that does something, and the id of what it does; of keys that are shared, the last of the actions. */
export function shortcuts(actions: Actions = ACTIONS): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(actions).flatMap(([id, { shortcut, otherShortcut }]) =>
      [shortcut, otherShortcut].flatMap((key) => (key ? [[key, id]] : [])),
    ),
  );
}

/** What an action says, as messages. */
export function actionTexts(id: string, actions: Actions = ACTIONS): ItemMessages<Pick<Action, "label">> {
  return textsOf("actions", actions[id] ?? { label: id }, id);
}

declare module "../../i18n/message" {
  interface TextRooms {
    actions: { readonly [I in ActionId]: Pick<Action, "label"> } & {
      undo: { messages: (typeof STEPS)["undo"] };
      redo: { messages: (typeof STEPS)["redo"] };
      enqueue: { messages: typeof ENQUEUE };
      share: { messages: typeof SHARE };
      copyCurves: { messages: typeof CURVES };
      fullScreen: { messages: typeof FULL_SCREEN };
      projector: { messages: typeof PROJECTOR };
      notify: { messages: typeof NOTIFY };
      awake: { messages: typeof AWAKE };
    };
  }
}
