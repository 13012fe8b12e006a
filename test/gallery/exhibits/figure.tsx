import FigureDialog from "../../../src/ui/figure/FigureDialog";
import type { Exhibit } from "../exhibit";
import { frames } from "../frame/frames";
import { pageOf } from "../seed/run";

function Dialog() {
  return <FigureDialog opened onClose={() => undefined} first={null} />;
}

const opened = (id: string, title: string, width: number, height: number): Exhibit => ({
  id,
  title,
  width,
  height,
  playground: () => pageOf({ state: "finished" }),
  content: Dialog,
  act: drawn,
});

/** Until the figure is there. */
async function drawn(): Promise<void> {
  while (!document.querySelector("[role=dialog] img")) await frames(3);
}

export const figures: readonly Exhibit[] = [
  opened("figure", "A figure for a paper", 1080, 820),
  opened("figure-phone", "A figure for a paper, on a phone", 360, 1080),
];
