import { textsOf } from "../../../i18n/message";
import type { Action, ActionContext, Switched } from "../action";
import { always } from "../conditions";

/** What is said of each thing that can become of a switch. */
type Messages = Readonly<Record<Switched, string>>;

/** An action that switches something of the browser on or off, and announces what became of it. @param id in the registry */
export function switchOf<const M extends Messages>(
  id: string,
  shown: Pick<Action, "icon" | "label"> & { messages: M },
  toggle: (context: ActionContext) => Promise<Switched>,
): Action {
  const said = textsOf("actions", { messages: shown.messages as Messages }, id).messages;
  return {
    ...shown,
    menu: "page",
    enabled: always,
    run: async (context) => context.announce(said[await toggle(context)]),
  };
}
