import { type ItemMessages, textsOf } from "../../i18n/message";
import type { PlaygroundState } from "../playgroundState";
import type { Action } from "./action";
import { again } from "./again";
import { cancel } from "./cancel";
import { difference } from "./difference";
import { exportCsv } from "./exportCsv";
import { exportJson } from "./exportJson";
import { foldSettings } from "./foldSettings";
import { foldViews } from "./foldViews";
import { type MESSAGES as FULL_SCREEN, fullScreen } from "./fullScreen";
import { help } from "./help";
import { leaveAnchor } from "./leaveAnchor";
import { measure } from "./measure";
import { pause } from "./pause";
import { play } from "./play";
import { presets } from "./presets";
import { reset } from "./reset";
import { type MESSAGES as SHARE, share } from "./share";
import { shrink } from "./shrink";
import { step } from "./step";
import { theme } from "./theme";
import { tour } from "./tour";

/** Everything that a user can do, by id, in the order of the list of shortcuts. To add one: a file here, and its line. */
const REGISTRY = {
  play,
  pause,
  again,
  step,
  reset,
  measure,
  cancel,
  presets,
  share,
  exportJson,
  exportCsv,
  difference,
  foldSettings,
  foldViews,
  fullScreen,
  shrink,
  leaveAnchor,
  theme,
  tour,
  help,
};

export type ActionId = keyof typeof REGISTRY;
export const ACTIONS: Readonly<Record<ActionId, Action>> = REGISTRY;

type Actions = Readonly<Record<string, Action>>;

/** The action that a key press means now: the first enabled one with that shortcut. */
export function actionFor(key: string, state: PlaygroundState, actions: Actions = ACTIONS): Action | undefined {
  return Object.values(actions).find((action) => action.shortcut === key && action.enabled(state));
}

/** What a menu lists. */
export function actionsOf(menu: Action["menu"], actions: Actions = ACTIONS): [id: string, action: Action][] {
  return Object.entries(actions).filter(([, action]) => action.menu === menu);
}

/** Every key that does something, and the id of what it does; of keys that are shared, the last of the actions. */
export function shortcuts(actions: Actions = ACTIONS): ReadonlyMap<string, string> {
  return new Map(Object.entries(actions).map(([id, { shortcut }]) => [shortcut, id]));
}

/** What an action says, as messages. */
export function actionTexts(id: string, actions: Actions = ACTIONS): ItemMessages<Pick<Action, "label">> {
  return textsOf("actions", actions[id] ?? { label: id }, id);
}

declare module "../../i18n/message" {
  interface TextRooms {
    actions: { readonly [I in ActionId]: Pick<Action, "label"> } & {
      share: { messages: typeof SHARE };
      fullScreen: { messages: typeof FULL_SCREEN };
    };
  }
}
