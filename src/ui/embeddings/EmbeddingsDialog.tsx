import { Button } from "@mantine/core";
import { useState } from "react";
import { formatCount, formatPercent } from "../../i18n/format";
import type { Run } from "../../session/run";
import { PageDialog } from "../components/PageDialog";
import { useSelect } from "../context";
import { useTexts, useTranslate } from "../language/useTexts";
import { Track } from "../shell/Track";
import { Choices } from "./Choices";
import { type Chosen, firstChoice } from "./chosen";
import classes from "./embeddings.module.css";
import { texts } from "./texts";
import { type Outcome, useEmbeddingFile } from "./useEmbeddingFile";

interface EmbeddingsDialogProps {
  opened: boolean;
  onClose: () => void;
}

/** What a learner makes of the samples of a split, as a file for use elsewhere. */
export default function EmbeddingsDialog({ opened, onClose }: EmbeddingsDialogProps) {
  const t = useTexts(texts);
  const run = useSelect((state) => (state.starting ? null : state.run));
  return (
    <PageDialog {...{ opened, onClose }} title={t.title} size={560} returnFocus={false}>
      {run && <Maker key={run.startedAt} run={run} />}
    </PageDialog>
  );
}

function Maker({ run }: { run: Run }) {
  const t = useTexts(texts);
  const [chosen, setChosen] = useState<Chosen>(() => firstChoice(run));
  const { outcome, save, cancel } = useEmbeddingFile();
  const isSaving = outcome?.kind === "saving";
  return (
    <div className={classes.maker}>
      <p className={classes.about}>{t.about}</p>
      <Choices {...{ run, chosen }} change={(patch) => setChosen((before) => ({ ...before, ...patch }))} />
      <div className={classes.row}>
        {isSaving ? (
          <Button size="compact-md" variant="default" onClick={cancel}>
            {t.cancel}
          </Button>
        ) : (
          <Button size="compact-md" onClick={() => save(chosen)}>
            {t.save}
          </Button>
        )}
        {outcome && <Said outcome={outcome} />}
      </div>
      {isSaving && <Track label={t.saving({ percent: "" })} share={outcome.share} max={100} />}
    </div>
  );
}

/** What became of it, in words. */
function Said({ outcome }: { outcome: Outcome }) {
  const t = useTexts(texts);
  const translate = useTranslate();
  if (outcome.kind === "failed")
    return (
      <p role="alert" className={classes.about}>
        {translate(outcome.said)}
      </p>
    );
  return (
    <p role="status" className={classes.about}>
      {outcome.kind === "saving" && t.saving({ percent: formatPercent(outcome.share, 0) })}
      {outcome.kind === "saved" && t.saved({ ...outcome, step: formatCount(outcome.step) })}
      {outcome.kind === "canceled" && t.canceled}
    </p>
  );
}
