import { sourceOf } from "../../data/sources";
import { usePlayground } from "../context";
import { useTexts } from "../language/useTexts";
import { texts } from "./texts";

/** The way to the lab that answers for one's own images; what the Race has of them goes along. */
export function AskAdvice({ className }: { className?: string | undefined }) {
  const t = useTexts(texts);
  const playground = usePlayground();
  const ask = (event: React.MouseEvent) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    if (sourceOf(playground.state.draft.dataset).isMade) playground.setPage("advice");
    else void playground.askLab("advice");
  };
  return (
    <span className={className}>
      {t.sources.haveImages}{" "}
      <a href="#lab=advice" onClick={ask}>
        {t.sources.ask}
      </a>
    </span>
  );
}
