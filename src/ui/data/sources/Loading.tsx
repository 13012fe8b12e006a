import { Button } from "@mantine/core";
import { formatPercent } from "../../../i18n/format";
import { usePlayground, useSelect } from "../../context";
import { words } from "../../words";
import classes from "./sources.module.css";

/** How far the loading of data is, where it takes long. */
export function Loading() {
  const playground = usePlayground();
  const share = useSelect((state) => state.loading);
  if (share === null) return null;
  return (
    <div className={classes.loading} role="status">
      <span>{words.sources.loading(formatPercent(share, 0))}</span>
      <Button size="compact-xs" variant="default" onClick={() => void playground.cancelLoading()}>
        {words.sources.cancel}
      </Button>
    </div>
  );
}
