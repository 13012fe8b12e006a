import { Button } from "@mantine/core";
import { useEffect, useRef } from "react";
import { usePlayground, useSelect } from "../context";
import { useTexts } from "../language/useTexts";
import classes from "./runs.module.css";
import { texts } from "./texts";

/** Says that runs were deleted, and puts them back when asked to. It stays until it is answered: nobody has to be quick. */
export function UndoToast() {
  const t = useTexts(texts);
  const { runs } = usePlayground();
  const removed = useSelect((state) => state.removed);
  const undo = useRef<HTMLButtonElement>(null);
  // The button that was pressed went with its row, each time.
  useEffect(() => {
    if (removed) undo.current?.focus({ preventScroll: true });
  }, [removed]);
  if (!removed) return null;
  return (
    <div className={classes.toast} role="status">
      {t.removed({ n: removed.count })}
      <Button ref={undo} size="compact-sm" onClick={() => void runs.restore()}>
        {t.undo}
      </Button>
      <Button size="compact-sm" variant="default" onClick={() => runs.forget()}>
        {t.dismiss}
      </Button>
    </div>
  );
}
