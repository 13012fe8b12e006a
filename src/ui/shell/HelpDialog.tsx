import { Modal } from "@mantine/core";
import { shortcuts } from "../../session/actions";
import { texts as componentsTable } from "../components/texts";
import { useTexts } from "../language/useTexts";
import classes from "./shell.module.css";
import { keyName } from "./TopBar";
import { texts } from "./texts";

/** All shortcuts, straight from the registry of actions. */
export function HelpDialog({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const t = useTexts(texts);
  const shared: Readonly<Record<string, string>> = t.help.shared;
  const componentsTexts = useTexts(componentsTable);
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t.help.title}
      size="sm"
      // The scroll lock would add a style element, which the content security policy refuses.
      lockScroll={false}
      closeButtonProps={{ "aria-label": componentsTexts.close }}
    >
      <dl className={classes.shortcuts}>
        {[...shortcuts()].map(([key, label]) => (
          <div key={key}>
            <dt>
              <kbd>{keyName(key)}</kbd>
            </dt>
            <dd>{shared[key] ?? label}</dd>
          </div>
        ))}
      </dl>
      <p className={classes.soft}>{t.help.charts}</p>
    </Modal>
  );
}
