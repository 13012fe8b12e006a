import { Button } from "@mantine/core";
import { useMemo } from "react";
import { type ConfigChange, changesThatRestart } from "../../config/diff";
import { formatList } from "../../i18n/format";
import { translateAll } from "../../i18n/translate";
import { lacksFiles } from "../../session/data/filesFor";
import { settingName } from "../../session/settings/names";
import { draftsAnotherPreset, keptConfig } from "../../session/shown";
import { usePlayground, useSelect } from "../context";
import { useTexts } from "../language/useTexts";
import { presetTitle } from "../race/presets/presetTitle";
import { ApplyToRun } from "./ApplyToRun";
import { ChangeList } from "./ChangeList";
import classes from "./pendingChanges.module.css";
import { texts } from "./texts";

/** So many changes are named in the sentence itself. */
const FEW = 3;

/** Says that the settings are of the next run and not of the one that is shown: in a sentence, with the list on demand. */
export function PendingChanges() {
  const t = useTexts(texts);
  const playground = usePlayground();
  const pending = usePending();
  const starting = useSelect((state) => state.starting);
  const other = useSelect((state) => (draftsAnotherPreset(state) ? (state.presetId ?? "") : null));
  if (pending.length === 0) return null;
  const names = pending.map(({ path }) => settingName(path));
  return (
    <div className={classes.notice} role="status">
      <strong>{other === null ? t.pending.next : t.pending.nextOf({ title: presetTitle(other) })}</strong>
      <ChangeList title={sentence(names, other)} changes={pending} />
      <div className={classes.noticeButtons}>
        {other === null && <ApplyToRun pending={pending} />}
        <Button size="compact-sm" loading={starting} onClick={() => void playground.restart()}>
          {t.pending.apply}
        </Button>
        <Button size="compact-sm" variant="default" onClick={() => playground.edit((draft) => draft.discard())}>
          {t.pending.discard}
        </Button>
      </div>
    </div>
  );
}

const NONE: ConfigChange[] = [];

/**
 * What the run that is shown cannot take over; none before its first step, while the settings are not possible, or their
 * files are not at hand, which is said elsewhere.
 */
function usePending(): ConfigChange[] {
  const shown = useSelect(keptConfig);
  const draft = useSelect((state) => state.draft);
  const isPossible = useSelect((state) => state.draftErrors.length === 0 && !lacksFiles(state));
  return useMemo(() => (shown && isPossible ? changesThatRestart(shown, draft) : NONE), [shown, draft, isPossible]);
}

/** `22 changes: another preset`; `2 changes: Batch size and Temperature`. */
function sentence(names: string[], other: string | null): string {
  const { pending } = translateAll(texts);
  const n = names.length;
  if (other) return pending.another({ n });
  return n <= FEW ? pending.named({ n, names: formatList(names) }) : pending.many({ n });
}
