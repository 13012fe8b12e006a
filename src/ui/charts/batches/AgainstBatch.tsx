import { Suspense } from "react";
import { batchFamilies } from "../../../config/batchSizes";
import { useShownConfig } from "../../context";
import { laterPart } from "../../faults/laterPart";
import { useTexts } from "../../language/useTexts";
import classes from "../charts.module.css";
import { texts } from "./texts";

const BatchFigure = laterPart(() => import("./BatchFigure"));

/** A metric against the batch size, where arms differ in that alone; nothing where they do not. */
export function AgainstBatch() {
  const t = useTexts(texts);
  const config = useShownConfig();
  if (!batchFamilies(config).some(({ length }) => length > 1)) return null;
  return (
    <Suspense fallback={<p className={classes.waiting}>{t.loading}</p>}>
      <BatchFigure />
    </Suspense>
  );
}
