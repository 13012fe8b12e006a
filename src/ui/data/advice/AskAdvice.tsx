import { UnstyledButton } from "@mantine/core";
import { sourceOf } from "../../../data/sources";
import { usePlayground } from "../../context";
import { useTexts } from "../../language/useTexts";
import { useShows } from "../../panels/usePanels";
import classes from "./askAdvice.module.css";
import { texts } from "./texts";

/** The way to the lab that answers for one's own images; what the Race has of them goes along. Not where the pages are hidden. */
export function AskAdvice() {
  const t = useTexts(texts);
  const playground = usePlayground();
  const shows = useShows();
  if (!shows("tabs")) return null;
  const ask = () => {
    if (sourceOf(playground.state.draft.dataset).isMade) playground.setPage("advice");
    else void playground.askLab("advice");
  };
  return (
    <span className={classes.ask}>
      {t.haveImages}{" "}
      <UnstyledButton className={classes.link} onClick={ask}>
        {t.ask}
      </UnstyledButton>
    </span>
  );
}
