import { Panel } from "../panels/Panel";
import { useShows } from "../panels/usePanels";
import { LayerVariance } from "./LayerVariance";
import classes from "./layout.module.css";
import { SignalHistogram } from "./SignalHistogram";

/** What the latest gradient probe found inside the encoder. */
export function ProbeCharts() {
  const shows = useShows();
  if (!shows("layerVariance") && !shows("parameterSnr")) return null;
  return (
    <div className={classes.pair}>
      <Panel id="layerVariance">
        <LayerVariance />
      </Panel>
      <Panel id="parameterSnr">
        <SignalHistogram />
      </Panel>
    </div>
  );
}
