import { UnstyledButton } from "@mantine/core";
import { IconChevronDown } from "@tabler/icons-react";
import { useId, useState } from "react";
import { formatSetting } from "../../i18n/format";
import { texts as verdictTable } from "../../record/words/texts";
import { useSelect } from "../context";
import { useTexts } from "../language/useTexts";
import classes from "./settingsSection.module.css";
import { texts } from "./texts";
import { useUnfolding } from "./useUnfolding";

/**
 * The settings: beside the charts where there is room, else above them, folded up behind a button.
 * @param children the settings themselves
 */
export function SettingsSection({ children }: { children: React.ReactNode }) {
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
        {children}
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
