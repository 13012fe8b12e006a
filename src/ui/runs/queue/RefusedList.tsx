import { Button } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import type { RefusedEntry } from "../../../session/queue/entry";
import { usePlayground } from "../../context";
import { useTexts, useTranslate } from "../../language/useTexts";
import { presetTitle } from "../../race/presets/presetTitle";
import { RowButton } from "../RowButton";
import classes from "./queue.module.css";
import { texts } from "./texts";

/** What could not be trained, and why. */
export function RefusedList({ refused }: { refused: readonly RefusedEntry[] }) {
  const t = useTexts(texts);
  const translate = useTranslate();
  const { queue } = usePlayground();
  if (refused.length === 0) return null;
  return (
    <ul className={classes.refused} aria-label={t.refused.list}>
      {refused.map(({ entry, reason }) => {
        const name = entry.name || presetTitle(entry.presetId);
        return (
          <li key={entry.id}>
            <span className={classes.reason}>
              <b>{name}</b> {translate(reason)}
            </span>
            <Button
              size="compact-sm"
              variant="default"
              aria-label={t.refused.retryLabel({ name })}
              onClick={() => queue.retry(entry.id)}
            >
              {t.refused.retry}
            </Button>
            <RowButton label={t.row.remove({ name })} onClick={() => queue.remove(entry.id)}>
              <IconX size={16} />
            </RowButton>
          </li>
        );
      })}
    </ul>
  );
}
