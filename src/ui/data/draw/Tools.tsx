import { Button, SegmentedControl, Slider } from "@mantine/core";
import { IconArrowBackUp, IconArrowForwardUp, IconClipboardText, IconTrash } from "@tabler/icons-react";
import { cleared } from "../../../data/drawing/drawing";
import { formatPercent } from "../../../i18n/format";
import { IconButton } from "../../components/IconButton";
import { useTexts } from "../../language/useTexts";
import classes from "./draw.module.css";
import { texts } from "./texts";
import type { Board } from "./useDrawing";

/** What a pointer does to the plane. */
export type Mode = "draw" | "erase";
const MODES: readonly Mode[] = ["draw", "erase"];

const MOST_SPREAD = 0.4;

interface ToolsProps {
  board: Board;
  mode: Mode;
  setMode: (mode: Mode) => void;
  /** Radius of what is sprayed or erased, as a share of the plane's reach. */
  spread: number;
  setSpread: (spread: number) => void;
  isPasting: boolean;
  setPasting: (isPasting: boolean) => void;
}

/** What is done to the plane, how widely, and what is done to all of it. */
export function Tools({ board, mode, setMode, spread, setSpread, isPasting, setPasting }: ToolsProps) {
  const t = useTexts(texts);
  const { past, present, future } = board.history;
  return (
    <div className={classes.tools}>
      <SegmentedControl
        size="xs"
        aria-label={t.mode}
        value={mode}
        onChange={(value) => setMode(value as Mode)}
        data={MODES.map((value) => ({ value, label: t.modes[value] }))}
      />
      <div className={classes.icons}>
        <IconButton {...ICON} label={t.undo} disabled={past.length === 0} onClick={board.undo}>
          <IconArrowBackUp size={18} />
        </IconButton>
        <IconButton {...ICON} label={t.redo} disabled={future.length === 0} onClick={board.redo}>
          <IconArrowForwardUp size={18} />
        </IconButton>
        <IconButton
          {...ICON}
          label={t.clear}
          disabled={present.points.length === 0}
          onClick={() => board.edit(cleared)}
        >
          <IconTrash size={18} />
        </IconButton>
      </div>
      <div className={classes.spread}>
        <span aria-hidden="true">{t.spread}</span>
        <Slider
          size="sm"
          thumbLabel={t.spread}
          min={0}
          max={MOST_SPREAD}
          step={0.02}
          value={spread}
          onChange={setSpread}
          label={(value) => formatPercent(value, 0)}
          thumbProps={{ "aria-valuetext": formatPercent(spread, 0) }}
        />
      </div>
      <Button
        size="compact-sm"
        variant="default"
        leftSection={<IconClipboardText size={14} />}
        aria-expanded={isPasting}
        onClick={() => setPasting(!isPasting)}
      >
        {t.paste}
      </Button>
    </div>
  );
}

const ICON = { size: 30, variant: "default" } as const;
