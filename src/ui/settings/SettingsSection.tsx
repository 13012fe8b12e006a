import { UnstyledButton } from "@mantine/core";
import { IconChevronDown } from "@tabler/icons-react";
import { useId, useState } from "react";
import { formatSetting } from "../../i18n/format";
import { texts as verdictTable } from "../../record/words/texts";
import { useSelect } from "../context";
import { useTexts } from "../language/useTexts";
import { SettingsPanel } from "./SettingsPanel";
import classes from "./settingsSection.module.css";
import { useUnfolding } from "./sought";
import { texts } from "./texts";

/** The settings: beside the charts where there is room, else above them, folded up behind a button. */
export function SettingsSection() {
  const t = useTexts(texts);
  const [open, setOpen] = useState(false);
  const id = useId();
  useUnfolding(
    () => !open,
    () => setOpen(true),
  );
  return (
    <div className={classes.foldable} data-open={open || undefined}>
      <UnstyledButton
        className={classes.fold}
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen((before) => !before)}
      >
        <span className={classes.foldTitle}>{t.title}</span>
        <Gist />
        <IconChevronDown size={16} className={classes.foldMark} aria-hidden="true" />
      </UnstyledButton>
      <div id={id} className={classes.folded}>
        <SettingsPanel />
      </div>
    </div>
  );
}

/** The settings that matter most, in one line. */
function Gist() {
  const t = useTexts(texts);
  const verdictTexts = useTexts(verdictTable);
  const text = useSelect(({ draft }) =>
    t.gist({
      batch: draft.batchSize,
      temperature: formatSetting(draft.temperature),
      seeds: verdictTexts.seeds({ n: draft.seeds }),
    }),
  );
  return <span className={classes.foldNote}>{text}</span>;
}
