import { Button } from "@mantine/core";
import { usePlayground, useSelect } from "../context";
import { useTexts } from "../language/useTexts";
import classes from "../settings/pendingChanges.module.css";
import { texts } from "./texts";

/** Where data has fewer training samples than a batch: an offer to read it again with a smaller one. */
export function ShortData() {
  const t = useTexts(texts).short;
  const playground = usePlayground();
  const shortData = useSelect((state) => state.shortData);
  if (!shortData) return null;
  const { batchSize } = shortData;
  return (
    <section className={classes.notice} aria-label={t.title}>
      <strong>{t.title}</strong>
      <span>{t.hint}</span>
      <div className={classes.noticeButtons}>
        <Button size="compact-sm" onClick={() => void playground.setup.shrinkBatch()}>
          {t.apply({ batchSize })}
        </Button>
      </div>
    </section>
  );
}
