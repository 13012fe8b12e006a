import { Button } from "@mantine/core";
import { formatPercent } from "../../../i18n/format";
import { usePlayground, useSelect } from "../../context";
import { useTexts } from "../../language/useTexts";
import { texts } from "../texts";
import classes from "./sources.module.css";

/** How far the loading of data is, where it takes long. */
export function Loading() {
  const t = useTexts(texts);
  const playground = usePlayground();
  const share = useSelect((state) => state.loading);
  if (share === null) return null;
  return (
    <div className={classes.loading} role="status">
      <span>{t.sources.loading({ percent: formatPercent(share, 0) })}</span>
      <Button size="compact-xs" variant="default" onClick={() => void playground.loader.cancel()}>
        {t.sources.cancel}
      </Button>
    </div>
  );
}
