import { Button } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { IconRefresh } from "@tabler/icons-react";
import { useState } from "react";
import { equal } from "../../../config/paths";
import type { DatasetSummary } from "../../../data/types";
import type { Said } from "../../../i18n/message";
import type { ViewsPreview } from "../../../worker/protocol";
import { useSelect } from "../../context";
import { useTexts } from "../../language/useTexts";
import { PendingChanges } from "../../settings/PendingChanges";
import { PlanePairs } from "../../views/Pairs";
import data from "../data.module.css";
import { texts } from "../texts";
import { AugmentationControls } from "./AugmentationControls";
import { PreviewImages } from "./PreviewImages";
import { usePreview } from "./usePreview";
import classes from "./viewsTab.module.css";

/** Samples side by side, how many rows of them, and height of a picture of points in pixels. */
const WIDE = { columns: 8, rows: 2, height: 480 };
const NARROW = { columns: 4, rows: 1, height: 220 };

/** The augmentation, and beside it what it makes of some samples while it is changed. */
export function ViewsTab({ dataset }: { dataset: DatasetSummary }) {
  const t = useTexts(texts);
  const [draw, setDraw] = useState(0);
  const { views, failure } = usePreview(draw);
  return (
    <div className={classes.views}>
      <div className={classes.picture}>
        <div className={classes.lead}>
          <p className={data.note}>{t.views.lead}</p>
          <Button
            size="compact-xs"
            variant="default"
            leftSection={<IconRefresh size={14} />}
            onClick={() => setDraw(draw + 1)}
          >
            {t.views.again}
          </Button>
        </div>
        <Notes title={dataset.title} />
        {failure !== null && <p role="alert">{t.views.failed({ reason: failure })}</p>}
        {!views && failure === null && <p className={data.note}>{t.views.waiting}</p>}
        {views && <Picture views={views} classNames={dataset.classNames} />}
        <PendingChanges />
      </div>
      <section className={classes.controls} aria-label={t.views.controls}>
        <AugmentationControls open />
      </section>
    </div>
  );
}

function Picture({ views, classNames }: { views: ViewsPreview; classNames: string[] }) {
  const { columns, rows, height } = useMediaQuery("(max-width: 720px)") ? NARROW : WIDE;
  return (
    <div className={classes.preview}>
      {views.pairs.shape.length === 3 ? (
        <PreviewImages {...{ views, classNames }} columns={columns} rows={rows} />
      ) : (
        <PlanePairs pairs={views.pairs} height={height} />
      )}
    </div>
  );
}

/** Where the picture is not of what the settings say. */
function Notes({ title }: { title: Said }) {
  const t = useTexts(texts);
  const isOther = useSelect(({ run, draft }) => run !== null && !equal(run.config.dataset, draft.dataset));
  const isInvalid = useSelect((state) => state.draftErrors.some(({ path }) => path.startsWith("augmentation")));
  if (!isOther && !isInvalid) return null;
  return (
    <div className={classes.warning} role="status">
      {isOther && <p>{t.views.otherData({ title })}</p>}
      {isInvalid && <p>{t.views.invalid}</p>}
    </div>
  );
}
