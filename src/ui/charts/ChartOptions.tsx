import { NativeSelect, Slider, Switch } from "@mantine/core";
import { IconPinnedOff } from "@tabler/icons-react";
import { X_AXES, type XAxisId } from "../../record/drawn/xAxis";
import { pin, setXAxis } from "../../session/reading/changes";
import { IconButton } from "../components/IconButton";
import { Info } from "../components/Info";
import { texts as componentsTable } from "../components/texts";
import { usePlayground, useSelect, useShownConfig, useShownRun } from "../context";
import { useTexts } from "../language/useTexts";
import { useXAxis } from "./axis/useXAxis";
import classes from "./options.module.css";
import { useHoverX } from "./plot/hover";
import legend from "./plot/legend.module.css";
import { texts } from "./texts";

/** Weights of the past that the slider offers; even steps look uneven, since the last percents matter most. */
const STOPS = [0, 0.5, 0.7, 0.8, 0.9, 0.95, 0.98, 0.99, 0.995, 0.999];

/** How all charts draw their lines: against what, smoothing, and arms or their paired difference. */
export function ChartOptions() {
  const t = useTexts(texts);
  const componentsTexts = useTexts(componentsTable);
  const playground = usePlayground();
  const { smoothing, difference } = useSelect((state) => state.view);
  const arms = useShownConfig().arms.length;
  const index = STOPS.findLastIndex((stop) => stop <= smoothing);
  return (
    <div className={classes.options}>
      <XAxisChoice />
      <span className={classes.option}>
        <span className={classes.optionLabel}>{t.smoothing}</span>
        <Info label={componentsTexts.about({ title: t.smoothing })}>{t.smoothingHint}</Info>
        <Slider
          className={classes.smoothing}
          size="sm"
          min={0}
          max={STOPS.length - 1}
          value={index}
          label={null}
          thumbLabel={t.smoothing}
          thumbValueText={String(smoothing)}
          onChange={(i) => playground.setView({ smoothing: STOPS[i] as number })}
        />
        <span className={legend.value}>{smoothing}</span>
      </span>
      <span className={classes.option}>
        <Switch
          size="xs"
          label={t.difference}
          checked={difference}
          disabled={arms < 2}
          onChange={(event) => playground.setView({ difference: event.currentTarget.checked })}
        />
        <Info label={componentsTexts.about({ title: t.difference })}>{t.differenceHint}</Info>
      </span>
      <ZoomChoice />
      <Places />
    </div>
  );
}

/** What the curves are drawn against, on which scale. */
function XAxisChoice() {
  const t = useTexts(texts);
  const componentsTexts = useTexts(componentsTable);
  const playground = usePlayground();
  const { x, xScale } = useSelect((state) => state.view);
  return (
    <span className={classes.option}>
      <NativeSelect
        size="xs"
        aria-label={t.xAxis}
        data={X_AXES.map((value) => ({ value, label: t.x[value] }))}
        value={x}
        onChange={(event) => setXAxis(playground, { x: event.currentTarget.value as XAxisId })}
      />
      <Switch
        size="xs"
        label={t.xLog}
        checked={xScale === "log"}
        onChange={(event) => setXAxis(playground, { xScale: event.currentTarget.checked ? "log" : "linear" })}
      />
      <Info label={componentsTexts.about({ title: t.xAxis })} notes={[t.xLogHint]}>
        {t.xAxisHint}
      </Info>
    </span>
  );
}

/** Whether charts are zoomed together. */
function ZoomChoice() {
  const t = useTexts(texts);
  const componentsTexts = useTexts(componentsTable);
  const playground = usePlayground();
  const zoomAll = useSelect((state) => state.view.zoomAll);
  return (
    <span className={classes.option}>
      <Switch
        size="xs"
        label={t.zoomAll}
        checked={zoomAll}
        onChange={(event) => playground.setView({ zoomAll: event.currentTarget.checked })}
      />
      <Info label={componentsTexts.about({ title: t.zoomAll })}>{t.zoomAllHint}</Info>
    </span>
  );
}

/** Where the pin is, and the common cursor. */
function Places() {
  const t = useTexts(texts);
  const playground = usePlayground();
  const revision = useSelect((state) => state.revision);
  const { id, write, place } = useXAxis(revision);
  const hover = useHoverX();
  const pinned = useSelect((state) => state.reading.pinned);
  const isBeyond = useShownRun((run) => pinned !== null && run !== null && run.step < pinned);
  const at = (x: number) => t.at[id]({ x: write(x) });
  return (
    <span className={classes.places}>
      {pinned !== null && (
        <>
          {(isBeyond ? t.pinnedBeyond : t.pinnedAt)({ at: at(place?.(pinned) ?? pinned) })}
          <IconButton size="sm" variant="subtle" color="gray" label={t.unpin} onClick={() => pin(playground, null)}>
            <IconPinnedOff size={15} />
          </IconButton>
        </>
      )}
      {hover !== null && <span>{t.cursor({ at: at(hover) })}</span>}
    </span>
  );
}
