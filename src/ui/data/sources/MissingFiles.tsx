import { Button } from "@mantine/core";
import { withData } from "../../../config/kinds";
import { presetConfig } from "../../../config/presets";
import { lacksFiles } from "../../../session/data/filesFor";
import { usePlayground, useSelect } from "../../context";
import { useTexts } from "../../language/useTexts";
import classes from "../../settings/pendingChanges.module.css";
import { texts } from "../texts";
import { PickButtons } from "./SourceFiles";

/** Settings of files that are not at hand: which to drop again, and that nothing shown here is measured on them. */
export function MissingFiles() {
  const t = useTexts(texts);
  const playground = usePlayground();
  const isMissing = useSelect(lacksFiles);
  const name = useSelect(({ draft: { dataset } }) => (dataset.id === "files" ? dataset.name : ""));
  const isRunShown = useSelect(({ run }) => run !== null);
  const presetId = useSelect((state) => state.presetId);
  if (!isMissing || name === "") return null;
  const other = presetConfig(presetId).dataset;
  return (
    <section className={classes.notice} aria-label={t.missing.label}>
      <strong>{t.missing.title({ name })}</strong>
      <span>{isRunShown ? t.missing.otherRun : t.missing.hint}</span>
      <div className={classes.noticeButtons}>
        <PickButtons size="compact-sm" />
        {isRunShown && (
          <Button size="compact-sm" variant="default" onClick={() => playground.edit((draft) => draft.discard())}>
            {t.missing.back}
          </Button>
        )}
        {!isRunShown && other.id !== "files" && (
          <Button
            size="compact-sm"
            variant="default"
            onClick={() => playground.edit((draft) => draft.set(withData(playground.state.draft, other)))}
          >
            {t.missing.otherData}
          </Button>
        )}
      </div>
    </section>
  );
}
