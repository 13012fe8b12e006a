import { Modal } from "@mantine/core";
import { shortcuts } from "../../session/actions";
import { words } from "../words";
import classes from "./shell.module.css";
import { keyName } from "./TopBar";

/** All shortcuts, straight from the registry of actions. */
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
        {[...shortcuts()].map(([key, label]) => (
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
