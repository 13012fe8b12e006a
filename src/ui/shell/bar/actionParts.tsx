import { ACTIONS, type ActionId, actionTexts, canPerform } from "../../../session/actions";
import type { Action } from "../../../session/actions/action";
import { controlState } from "../../../session/panels/arrangement";
import { IconButton } from "../../components/IconButton";
import { useSelect } from "../../context";
import { useTexts } from "../../language/useTexts";
import { withKey } from "../keyName";

/** What a button says of an action, by its entry in the registry. */

export interface ActionProps {
  perform: (action: Action) => void;
}

/** What an action is called, whether it can be done now, and whether somebody has locked or hidden it. */
export function useAction(id: string, action: Action) {
  const { label } = useTexts(actionTexts(id));
  const enabled = useSelect((state) => canPerform(action, state));
  const control = useSelect(({ arrangement }) => action.control && controlState(arrangement, action.control));
  return { label, enabled, isLocked: control === "locked", isHidden: control === "hidden" };
}

export function IconAction({ id, perform }: ActionProps & { id: ActionId }) {
  const action = ACTIONS[id];
  const { label, enabled, isLocked, isHidden } = useAction(id, action);
  if (isHidden) return null;
  return (
    <IconButton
      variant="default"
      size={30}
      label={label}
      tooltip={withKey(label, action.shortcut)}
      openDelay={300}
      disabled={!enabled}
      locked={isLocked}
      onClick={() => perform(action)}
    >
      <action.icon size={16} stroke={1.7} />
    </IconButton>
  );
}
