import { Button } from "@mantine/core";
import { IconRefresh } from "@tabler/icons-react";
import { useState } from "react";
import type { DatasetSummary } from "../../data/types";
import { equal } from "../../experiment/paths";
import { useSelect } from "../context";
import { PendingChanges } from "../settings/PendingChanges";
import { PlanePairs } from "../views/Pairs";
import { panelWords } from "../words/dataPanel";
import { AugmentationControls } from "./AugmentationControls";
import classes from "./data.module.css";
import { PreviewImages } from "./PreviewImages";
import { usePreview } from "./usePreview";

const words = panelWords.views;
const POINTS_HEIGHT = 420;

/** The augmentation, and beside it what it makes of some samples while it is changed. */
export function ViewsTab({ dataset }: { dataset: DatasetSummary }) {
  const [draw, setDraw] = useState(0);
  const { views, failure } = usePreview(draw);
  return (
    <div className={classes.views}>
      <div className={classes.picture}>
        <div className={classes.lead}>
          <p className={classes.note}>{words.lead}</p>
          <Button
            size="compact-xs"
            variant="default"
            leftSection={<IconRefresh size={14} />}
            onClick={() => setDraw(draw + 1)}
          >
            {words.again}
          </Button>
        </div>
        <Notes title={dataset.title} />
        {failure !== null && <p role="alert">{words.failed(failure)}</p>}
        {!views && failure === null && <p className={classes.note}>{words.waiting}</p>}
        {views && views.pairs.shape.length === 3 && <PreviewImages views={views} classNames={dataset.classNames} />}
        {views && views.pairs.shape.length === 1 && <PlanePairs pairs={views.pairs} height={POINTS_HEIGHT} />}
      </div>
      <section className={classes.controls} aria-label={words.controls}>
        <AugmentationControls open />
        <PendingChanges />
      </section>
    </div>
  );
}

/** Where the picture is not of what the settings say. */
function Notes({ title }: { title: string }) {
  const isOther = useSelect(({ run, draft }) => run !== null && !equal(run.config.dataset, draft.dataset));
  const isInvalid = useSelect((state) => state.draftErrors.some(({ path }) => path.startsWith("augmentation")));
  if (!isOther && !isInvalid) return null;
  return (
    <div className={classes.warning} role="status">
      {isOther && <p>{words.otherData(title)}</p>}
      {isInvalid && <p>{words.invalid}</p>}
    </div>
  );
}
