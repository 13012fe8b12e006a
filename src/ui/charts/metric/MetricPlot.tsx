import { OverlayLines } from "../overlay/OverlayLines";
import { Beyond } from "../plot/Beyond";
import { Plot } from "../plot/Plot";
import type { MetricDrawing } from "./useMetricDrawing";

/** Pixels that a dot has to itself: closer ones are a line. */
const DOT_ROOM = 6;

/** The drawing of a metric: its lines, those of other runs behind them, and what lies beyond the axis. */
export function MetricPlot({ drawing }: { drawing: MetricDrawing }) {
  const { width, height, isSparse, isLog, charted, y, frame, across, plot, beyond, allLooks } = drawing;
  const { data, looks, axis, x, zoom, beside } = charted;
  const room = (width - frame.left - frame.right) / DOT_ROOM;
  return (
    <Plot
      {...{ width, height, frame, data, looks, x }}
      y={y.axis}
      marks={y.marks}
      log={isLog}
      xKey="x"
      xName={axis.name}
      xLog={axis.log}
      dots={data.rows.length <= (isSparse || zoom ? room : 1)}
    >
      {beside.length > 0 && <OverlayLines curves={beside} box={plot} small={frame.small} />}
      <Beyond points={beyond} looks={allLooks} {...{ across, frame, height }} />
    </Plot>
  );
}
