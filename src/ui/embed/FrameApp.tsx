import { useMediaQuery } from "@mantine/hooks";
import { useStore } from "zustand";
import type { Action } from "../../session/actions/action";
import type { Frame } from "../../session/embed/frame";
import type { Playground } from "../../session/playground";
import { useActions } from "../actions/useActions";
import { useSelect } from "../context";
import { Guard } from "../faults/Guard";
import { PageGuard } from "../faults/PageGuard";
import { PageProviders } from "../PageProviders";
import { Race } from "../race/Race";
import { DropZone } from "../shell/DropZone";
import classes from "./embed.module.css";
import { FrameBar } from "./FrameBar";
import { Poster } from "./Poster";
import { useToldHeight } from "./useToldHeight";

/** In a frame only what its bar shows has a key: a dialog would not fit. */
const hasKey = (action: Action) => action.control !== undefined && action.control !== "presets";

interface FrameProps {
  playground: Playground;
  frame: Frame;
}

/** The page as a part of another one: a poster, then the panels that were chosen, under a small bar. */
export function FrameApp({ playground, frame }: FrameProps) {
  const theme = useStore(playground.store, (state) => state.embed.theme);
  const prefersDark = useMediaQuery("(prefers-color-scheme: dark)", false, { getInitialValueInEffect: false });
  return (
    <PageProviders playground={playground} scheme={theme === "auto" ? (prefersDark ? "dark" : "light") : theme}>
      <Contents frame={frame} />
    </PageProviders>
  );
}

function Contents({ frame }: { frame: Frame }) {
  const content = useToldHeight(frame);
  const poster = useSelect((state) => state.poster);
  const { perform } = useActions(hasKey);
  return (
    <div ref={content} className={classes.frame}>
      {poster ? (
        <Guard>
          <Poster onPlay={() => void frame.play()} />
        </Guard>
      ) : (
        <>
          <Guard>
            <FrameBar perform={perform} />
          </Guard>
          <PageGuard>
            <Race />
          </PageGuard>
          <Guard>
            <DropZone />
          </Guard>
        </>
      )}
    </div>
  );
}
