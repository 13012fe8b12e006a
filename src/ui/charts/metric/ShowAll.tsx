import { IconZoomReset } from "@tabler/icons-react";
import { zoomTo } from "../../../session/reading/changes";
import { usePlayground } from "../../context";
import { useTexts } from "../../language/useTexts";
import { texts } from "../texts";
import classes from "./metric.module.css";

/** Shows all of the x axis again: in a large chart with its name, in a small one over the plot. */
export function ShowAll({ name, small = false }: { name: string; small?: boolean }) {
  const t = useTexts(texts);
  const playground = usePlayground();
  return (
    <button
      type="button"
      className={small ? classes.showAllSmall : classes.showAll}
      title={t.showAllHint}
      aria-label={small ? t.showAll : undefined}
      onClick={({ currentTarget }) => {
        focusChart(currentTarget);
        zoomTo(playground, name, null);
      }}
    >
      <IconZoomReset size={15} aria-hidden="true" />
      {!small && t.showAll}
    </button>
  );
}

/** The button goes with the zoom: the keyboard stays in the chart. */
function focusChart(button: HTMLElement): void {
  button.closest("section")?.querySelector<HTMLElement>("[aria-roledescription=chart]")?.focus({ preventScroll: true });
}
