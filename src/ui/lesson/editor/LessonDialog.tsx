import { useEffect, useRef, useState } from "react";
import { withPanel } from "../../../session/lesson/arranging";
import { EMPTY_LESSON, type Lesson } from "../../../session/lesson/lesson";
import { type LessonDraft, lacksData } from "../../../session/lesson/link";
import type { PlaygroundState } from "../../../session/playgroundState";
import { PageDialog } from "../../components/PageDialog";
import { usePlayground, useSelect } from "../../context";
import { useTexts } from "../../language/useTexts";
import { Ask } from "./Ask";
import { Controls } from "./Controls";
import classes from "./editor.module.css";
import { LinkBox } from "./LinkBox";
import { Panels } from "./Panels";
import type { PartProps } from "./part";
import { Steps } from "./Steps";
import { texts } from "./texts";
import { Words } from "./Words";

interface LessonDialogProps {
  opened: boolean;
  onClose: () => void;
}

/** Makes the link of a lesson out of the page; of a page that is one, edits it. Nothing of the page itself changes. */
export default function LessonDialog({ opened, onClose }: LessonDialogProps) {
  const t = useTexts(texts);
  const shown = useSelect((state) => state.lesson.shown);
  const left = useRef<Left | null>(null);
  return (
    <PageDialog {...{ opened, onClose }} title={shown ? t.editTitle : t.title} size={860} returnFocus={false}>
      <Editor left={left} />
    </PageDialog>
  );
}

/** What was made before the dialog was closed, of which lesson. */
interface Left {
  of: Lesson | null;
  draft: LessonDraft;
}

function Editor({ left }: { left: React.RefObject<Left | null> }) {
  const t = useTexts(texts);
  const playground = usePlayground();
  const shown = useSelect((state) => state.lesson.shown);
  const isOwnFiles = useSelect((state) => lacksData(state.draft));
  const [draft, setDraft] = useState(() =>
    left.current && left.current.of === shown ? left.current.draft : firstDraft(playground.state),
  );
  useEffect(() => {
    left.current = { of: shown, draft };
  }, [left, shown, draft]);
  const part: PartProps = { draft, onChange: setDraft };
  return (
    <div className={classes.editor}>
      <p className={classes.about}>{isOwnFiles ? `${t.about} ${t.ownFiles}` : t.about}</p>
      <Words {...part} />
      <Panels {...part} />
      <Controls {...part} />
      <Steps {...part} />
      <Ask {...part} />
      <LinkBox draft={draft} />
    </div>
  );
}

/** What a lesson seldom needs. */
const BESIDE_THE_POINT = ["tour", "tabs", "runs"] as const;

/** The lesson that the page is, or one of the page as it is seen. */
function firstDraft({ lesson, arrangement, reading, view: { projector } }: PlaygroundState): LessonDraft {
  if (lesson.shown) return { lesson: lesson.shown, arrangement, projector };
  const less = BESIDE_THE_POINT.reduce((before, panel) => withPanel(before, panel, false), arrangement);
  return { lesson: { ...EMPTY_LESSON, zoom: reading.zoom && [...reading.zoom] }, arrangement: less, projector };
}
