import { Modal } from "@mantine/core";
import { ACTIONS } from "../actions/actions";
import { words } from "../words";
import classes from "./shell.module.css";
import { keyName } from "./TopBar";

const SHORTCUTS = new Map(Object.values(ACTIONS).map(({ shortcut = "", label }) => [shortcut, label]));

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
        {[...SHORTCUTS].map(([key, label]) => (
          <div key={key}>
            <dt>
              <kbd>{keyName(key)}</kbd>
            </dt>
            <dd>{words.help.shared[key] ?? label}</dd>
          </div>
        ))}
      </dl>
      <p className={classes.soft}>{words.help.charts}</p>
    </Modal>
  );
}
