import { Slider, Switch } from "@mantine/core";
import { formatCount } from "../../i18n/format";
import { Info } from "../components/Info";
import { usePlayground, useSelect, useShownConfig } from "../context";
import { words } from "../words";
import classes from "./charts.module.css";
import { useHoverStep } from "./plot/hover";

/** Weights of the past that the slider offers; even steps look uneven, since the last percents matter most. */
const STOPS = [0, 0.5, 0.7, 0.8, 0.9, 0.95, 0.98, 0.99, 0.995, 0.999];

/** How all charts draw their lines: smoothing, and arms or their paired difference. */
export function ChartOptions() {
  const playground = usePlayground();
  const { smoothing, difference } = useSelect((state) => state.view);
  const arms = useShownConfig().arms.length;
  const index = STOPS.findLastIndex((stop) => stop <= smoothing);
  return (
    <div className={classes.options}>
      <span className={classes.optionLabel}>{words.charts.smoothing}</span>
      <Info label={words.charts.about(words.charts.smoothing)}>{words.charts.smoothingHint}</Info>
      <Slider
        className={classes.smoothing}
        size="sm"
        min={0}
        max={STOPS.length - 1}
        value={index}
        label={null}
        thumbLabel={words.charts.smoothing}
        thumbValueText={String(smoothing)}
        onChange={(i) => playground.setView({ smoothing: STOPS[i] as number })}
      />
      <span className={classes.value}>{smoothing}</span>
      <Switch
        size="xs"
        label={words.charts.difference}
        checked={difference}
        disabled={arms < 2}
        onChange={(event) => playground.setView({ difference: event.currentTarget.checked })}
      />
      <Info label={words.charts.about(words.charts.difference)}>{words.charts.differenceHint}</Info>
      <CursorStep />
    </div>
  );
}

/** The step under the common cursor. */
function CursorStep() {
  const step = useHoverStep();
  return <span className={classes.cursorStep}>{step === null ? "" : words.charts.cursor(formatCount(step))}</span>;
}
