import { IconChevronDown } from "@tabler/icons-react";
import { usePlayground } from "../../context";
import { useTexts } from "../../language/useTexts";
import { useControl } from "../../panels/usePanels";
import classes from "./banner.module.css";
import { texts } from "./texts";

/** By which the gallery gives the focus back. */
export const TITLE_ID = "experiment-title";

/** The name of the experiment, which opens the gallery of presets where another one may be chosen. */
export function TitleButton({ title }: { title: string }) {
  const t = useTexts(texts);
  const playground = usePlayground();
  if (useControl("presets") !== "open") return <h2 className={classes.title}>{title}</h2>;
  return (
    <h2 className={classes.title}>
      <button
        type="button"
        id={TITLE_ID}
        aria-haspopup="dialog"
        title={t.open}
        onClick={() => playground.showPresets(true)}
      >
        {title}
        <IconChevronDown size={18} stroke={2} aria-hidden="true" />
      </button>
    </h2>
  );
}
