import { Button } from "@mantine/core";
import { ACTIONS } from "../../../session/actions";
import { openDrawing } from "../../../session/data/drawing";
import { usePlayground } from "../../context";
import { useTexts } from "../../language/useTexts";
import { texts } from "../texts";
import classes from "./sources.module.css";

/** The way to data that is drawn by hand. */
export function DrawButton() {
  const t = useTexts(texts);
  const playground = usePlayground();
  const { icon: Icon } = ACTIONS.drawPoints;
  return (
    <div className={classes.buttons}>
      <Button
        size="compact-xs"
        variant="default"
        leftSection={<Icon size={14} />}
        onClick={() => openDrawing(playground)}
      >
        {t.sources.draw}
      </Button>
    </div>
  );
}
