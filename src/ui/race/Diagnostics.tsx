import { ChartOptions } from "../charts/ChartOptions";
import { MetricGrid } from "../charts/MetricGrid";
import { ProbeCharts } from "../charts/ProbeCharts";
import { Guards } from "../faults/Guard";
import { Panel } from "../panels/Panel";
import { useShows } from "../panels/usePanels";
import classes from "./race.module.css";

/** How the lines are drawn, and the small charts. */
export function Diagnostics() {
  const shows = useShows();
  if (!shows("chartOptions") && !shows("diagnostics")) return null;
  return (
    <div className={classes.diagnostics}>
      <Guards>
        <Panel id="chartOptions">
          <ChartOptions />
        </Panel>
        <MetricGrid />
        <ProbeCharts />
      </Guards>
    </div>
  );
}
