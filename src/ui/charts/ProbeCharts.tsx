import { LayerVariance } from "./LayerVariance";
import classes from "./layout.module.css";
import { SignalHistogram } from "./SignalHistogram";

/** What the latest gradient probe found inside the encoder. */
export function ProbeCharts() {
  return (
    <div className={classes.pair}>
      <LayerVariance />
      <SignalHistogram />
    </div>
  );
}
