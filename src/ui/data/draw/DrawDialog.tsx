import { Button } from "@mantine/core";
import { useState } from "react";
import { pointsNeeded } from "../../../session/data/drawnPoints";
import { shortcutOf } from "../../actions/shortcuts";
import { PageDialog } from "../../components/PageDialog";
import { usePlayground, useSelect } from "../../context";
import { useTexts, useTranslate } from "../../language/useTexts";
import { ClassChoice } from "./ClassChoice";
import { DrawingPlane } from "./DrawingPlane";
import classes from "./draw.module.css";
import { PasteField } from "./PasteField";
import { type Mode, Tools } from "./Tools";
import { texts } from "./texts";
import { type Board, useDrawing } from "./useDrawing";

interface DrawDialogProps {
  opened: boolean;
  onClose: () => void;
}

/** Where a data set of points is drawn. What is drawn is there again when it was closed. */
export default function DrawDialog({ opened, onClose }: DrawDialogProps) {
  const t = useTexts(texts);
  const board = useDrawing();
  return (
    <PageDialog {...{ opened, onClose }} title={t.title} size={860} returnFocus={false}>
      <Drawing {...{ board, onClose }} />
    </PageDialog>
  );
}

const TEXT_FIELDS = "textarea, input:not([type=radio])";
const isTyping = (target: EventTarget) => target instanceof Element && target.closest(TEXT_FIELDS) !== null;

function Drawing({ board, onClose }: { board: Board } & Pick<DrawDialogProps, "onClose">) {
  const [mode, setMode] = useState<Mode>("draw");
  const [spread, setSpread] = useState(0.08);
  const [isPasting, setPasting] = useState(false);
  const keys: Readonly<Record<string, () => void>> = {
    "Mod+z": board.undo,
    "Mod+Shift+z": board.redo,
    "Mod+y": board.redo,
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: what is pasted or undone is meant for all that is in it.
    <div
      className={classes.board}
      onKeyDown={(event) => {
        const act = keys[shortcutOf(event.nativeEvent)];
        if (!act || isTyping(event.target)) return;
        event.preventDefault();
        act();
      }}
      onPaste={(event) => {
        if (isTyping(event.target) || event.clipboardData.files.length > 0) return;
        event.preventDefault();
        // Or the page behind would look for an address in it.
        event.stopPropagation();
        board.paste(event.clipboardData.getData("text/plain"));
      }}
    >
      <DrawingPlane {...{ board, mode, spread }} />
      <div className={classes.side}>
        <Tools {...{ board, mode, setMode, spread, setSpread, isPasting, setPasting }} />
        {isPasting && <PasteField board={board} />}
        <ClassChoice board={board} />
        <Use {...{ board, onClose }} />
      </div>
    </div>
  );
}

/** How many points there are, what is missing, and the way to train on them. */
function Use({ board, onClose }: { board: Board } & Pick<DrawDialogProps, "onClose">) {
  const t = useTexts(texts);
  const translate = useTranslate();
  const playground = usePlayground();
  const draft = useSelect((state) => state.draft);
  const [isLoading, setLoading] = useState(false);
  const { points } = board.history.present;
  const { needed, batchSize } = pointsNeeded(draft);
  const missing = needed - points.length;
  const isOne = missing <= 0 && points.every(({ label }) => label === points[0]!.label);
  const load = async () => {
    setLoading(true);
    const isDone = await board.load();
    setLoading(false);
    if (isDone) onClose();
  };
  const { said, isProblem } = board.outcome;
  return (
    <div className={classes.use}>
      <p role="status" className={classes.outcome} data-problem={isProblem || undefined}>
        {said && translate(said)}
      </p>
      <p className={classes.note}>
        {t.points({ count: points.length })}. {missing > 0 && t.few({ needed, batchSize, missing })}
        {isOne && t.oneClass}
      </p>
      <Button size="sm" fullWidth disabled={missing > 0} loading={isLoading} onClick={() => void load()}>
        {t.use}
      </Button>
      {playground.ownFiles.canKeep && <p className={classes.note}>{t.kept}</p>}
    </div>
  );
}
