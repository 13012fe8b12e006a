import { Menu } from "@mantine/core";
import type { Action } from "../../../session/actions/action";
import { keyName } from "../keyName";
import { type ActionProps, useAction } from "./actionParts";
import classes from "./topBar.module.css";

/** What a menu's item says of an action, by its entry in the registry. */
export function ActionItem({ id, action, perform }: ActionProps & { id: string; action: Action }) {
  const { label, enabled, isHidden } = useAction(id, action);
  if (isHidden) return null;
  return (
    <Menu.Item
      leftSection={<action.icon size={15} />}
      rightSection={action.shortcut && <kbd className={classes.menuKey}>{keyName(action.shortcut)}</kbd>}
      disabled={!enabled}
      onClick={() => perform(action)}
    >
      {label}
    </Menu.Item>
  );
}
