import { Slider, Switch } from "@mantine/core";
import { formatCount } from "../../i18n/format";
import { Info } from "../components/Info";
import { texts as componentsTable } from "../components/texts";
import { usePlayground, useSelect, useShownConfig } from "../context";
import { useTexts } from "../language/useTexts";
import classes from "./options.module.css";
import { useHoverStep } from "./plot/hover";
import legend from "./plot/legend.module.css";
import { texts } from "./texts";

/** Weights of the past that the slider offers; even steps look uneven, since the last percents matter most. */
const STOPS = [0, 0.5, 0.7, 0.8, 0.9, 0.95, 0.98, 0.99, 0.995, 0.999];

/** How all charts draw their lines: smoothing, and arms or their paired difference. */
export function ChartOptions() {
  const t = useTexts(texts);
  const componentsTexts = useTexts(componentsTable);
  const playground = usePlayground();
  const { smoothing, difference } = useSelect((state) => state.view);
  const arms = useShownConfig().arms.length;
  const index = STOPS.findLastIndex((stop) => stop <= smoothing);
  return (
    <div className={classes.options}>
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
      <Switch
        size="xs"
        label={t.difference}
        checked={difference}
        disabled={arms < 2}
        onChange={(event) => playground.setView({ difference: event.currentTarget.checked })}
      />
      <Info label={componentsTexts.about({ title: t.difference })}>{t.differenceHint}</Info>
      <CursorStep />
    </div>
  );
}

/** The step under the common cursor. */
function CursorStep() {
  const t = useTexts(texts);
  const step = useHoverStep();
  return <span className={classes.cursorStep}>{step === null ? "" : t.cursor({ step: formatCount(step) })}</span>;
}
