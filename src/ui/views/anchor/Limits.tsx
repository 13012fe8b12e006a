import { largestBatch } from "../../../config/batchSizes";
import { formatCount } from "../../../i18n/format";
import { useLooks, useShownConfig } from "../../context";
import { useTexts } from "../../language/useTexts";
import classes from "./anchor.module.css";
import { texts } from "./texts";
import { useAnchorCount } from "./useAnchor";

/** What the anchors are, and in what they differ from those of the training. */
export function Limits() {
  const t = useTexts(texts);
  const config = useShownConfig();
  const looks = useLooks(config);
  const count = useAnchorCount();
  const { queue, arms } = config;
  const batchSize = largestBatch(config);
  const isSmaller = count < batchSize;
  return (
    <div className={classes.limits}>
      <p>{isSmaller ? t.smallerBatch({ count: formatCount(count), batchSize: formatCount(batchSize) }) : t.batch}</p>
      {queue.size > 0 && <p>{t.queue}</p>}
      {arms.map(({ precision = "float32" }, arm) =>
        precision === "float32" ? null : (
          // biome-ignore lint/suspicious/noArrayIndexKey: arms are told apart by their place.
          <p key={arm}>{t.rounded({ label: looks[arm]?.label ?? "", precision })}</p>
        ),
      )}
    </div>
  );
}
