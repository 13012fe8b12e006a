import { Button } from "@mantine/core";
import { ACTIONS, actionTexts, shortcuts } from "../../session/actions";
import { PageDialog } from "../components/PageDialog";
import { usePlayground } from "../context";
import { useTexts, useTranslate } from "../language/useTexts";
import classes from "./help.module.css";
import { keyName } from "./keyName";
import { texts } from "./texts";

/** All shortcuts, straight from the registry of actions. */
export function HelpDialog({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const t = useTexts(texts);
  const shared: Readonly<Record<string, string>> = t.help.shared;
  const translated = useTranslate();
  const playground = usePlayground();
  const takeTour = () => {
    onClose();
    void playground.tour.start();
  };
  return (
    <PageDialog opened={opened} onClose={onClose} title={t.help.title} size="sm" fullScreen={false}>
      <dl className={classes.shortcuts}>
        {[...shortcuts()].map(([key, id]) => (
          <div key={key}>
            <dt>
              <kbd>{keyName(key)}</kbd>
            </dt>
            <dd>{shared[key] ?? translated(actionTexts(id).label)}</dd>
          </div>
        ))}
      </dl>
      <p className={classes.soft}>{t.help.charts}</p>
      <Button size="compact-md" variant="light" leftSection={<ACTIONS.tour.icon size={16} />} onClick={takeTour}>
        {translated(actionTexts("tour").label)}
      </Button>
    </PageDialog>
  );
}
