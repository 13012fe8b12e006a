import { useMantineColorScheme } from "@mantine/core";
import { useCallback, useEffect, useMemo, useState } from "react";
import type { Said } from "../../i18n/message";
import { actionFor } from "../../session/actions";
import type { Action, ActionContext, DialogId } from "../../session/actions/action";
import { useDark, usePlayground } from "../context";
import { useTranslate } from "../language/useTexts";
import { chooseCheckpoint } from "../opening";
import { moveInWords } from "../settings/moveInWords";
import { toggleNotify } from "../shell/ending/notification";
import { toggleAwake } from "../shell/ending/wakeLock";
import { goTo, PLACES } from "../shell/places";
import { copyText } from "./copy";
import { filesOf } from "./files";
import { toggleFullScreen } from "./fullScreen";
import { isShortcut, shortcutOf } from "./shortcuts";

export interface Actions {
  perform: (action: Action) => void;
  /** The dialog that is open. */
  dialog: DialogId | null;
  closeDialog: () => void;
  /** A short message to show for a moment; empty when there is none. */
  message: string;
  announce: (message: Said) => void;
}

/** How long a short message stays. */
const MESSAGE_TIME = 2500;

const all = () => true;

/**
 * Binds the registry of actions to the page and the keyboard.
 * @param hasKey the actions that answer their keys; not made anew at each drawing
 */
export function useActions(hasKey: (action: Action) => boolean = all): Actions {
  const playground = usePlayground();
  const dark = useDark();
  const { setColorScheme } = useMantineColorScheme({ keepTransitions: true });
  const [dialog, setDialog] = useState<DialogId | null>(null);
  const [message, announce] = useMessage();
  const context = useMemo<ActionContext>(
    () => ({
      playground,
      announce,
      copyLink: () => copyText(window.location.href),
      ...filesOf(playground),
      openCheckpoint: () => chooseCheckpoint(playground),
      toggleTheme: () => setColorScheme(dark ? "light" : "dark"),
      toggleFullScreen,
      goToRuns: () => goTo(PLACES.runs),
      toggleNotify,
      toggleAwake,
      inWords: moveInWords,
      toggleDialog: (id) => setDialog((open) => (open === id ? null : id)),
    }),
    [playground, announce, setColorScheme, dark],
  );
  const perform = useCallback((action: Action) => void action.run(context), [context]);
  useShortcuts(perform, hasKey, dialog !== null);
  const closeDialog = useCallback(() => setDialog(null), []);
  return { perform, dialog, closeDialog, message, announce };
}

function useMessage(): [string, (message: Said) => void] {
  const [message, setMessage] = useState<Said | null>(null);
  const translated = useTranslate();
  useEffect(() => {
    if (!message) return;
    const timer = setTimeout(() => setMessage(null), MESSAGE_TIME);
    return () => clearTimeout(timer);
  }, [message]);
  return [message ? translated(message) : "", setMessage];
}

/** @param isCovered a dialog is open, or on its way: what is typed is not meant for the page behind it */
function useShortcuts(
  perform: (action: Action) => void,
  hasKey: (action: Action) => boolean,
  isCovered: boolean,
): void {
  const playground = usePlayground();
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const action = actionFor(shortcutOf(event), playground.state);
      if (!action || !hasKey(action) || (isCovered && !action.reach)) return;
      if (!isShortcut(event, action) || (event.repeat && !action.repeats)) return;
      event.preventDefault();
      perform(action);
    };
    // An open tooltip lets no Escape past the document: a key that closes it closes what lies under it too.
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, [perform, hasKey, isCovered, playground]);
}
