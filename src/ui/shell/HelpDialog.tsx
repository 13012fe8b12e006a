import { Modal } from "@mantine/core";
import { ACTIONS } from "../actions/actions";
import { words } from "../words";
import classes from "./shell.module.css";
import { keyName } from "./TopBar";

/** All shortcuts, straight from the table of actions. */
export function HelpDialog({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={words.help.title}
      size="sm"
      // The scroll lock would add a style element, which the content security policy refuses.
      lockScroll={false}
      closeButtonProps={{ "aria-label": words.help.close }}
    >
      <dl className={classes.shortcuts}>
        {Object.values(ACTIONS).map((action) => (
          <div key={action.id}>
            <dt>
              <kbd>{keyName(action.shortcut ?? "")}</kbd>
            </dt>
            <dd>{action.label}</dd>
          </div>
        ))}
      </dl>
      <p className={classes.soft}>{words.help.charts}</p>
    </Modal>
  );
}
