import { METRIC_IDS, METRICS } from "../../../metrics";
import { usePlayground } from "../../../ui/context";
import { LabFrame } from "../../../ui/labs/LabFrame";
import { labWords } from "../../../ui/words/labs";
import { CellPanel } from "./CellPanel";
import { CurveChart } from "./CurveChart";
import { SWEEP_FIELDS } from "./fields";
import { RegimeMap } from "./RegimeMap";
import { SweepControls } from "./SweepControls";
import { useSweep } from "./useSweep";

const metricNames = Object.fromEntries(METRIC_IDS.map((id) => [id, METRICS[id].label]));
const words = {
  ...labWords.sweep,
  options: { ...labWords.sweep.options, metric: metricNames },
};

/** The sweep lab: the map of differences, accuracy against an axis, and the curves of the cell that was chosen. */
export default function SweepLab() {
  const sweep = useSweep();
  const { labs } = usePlayground();
  const cell = sweep.results[sweep.config.cell ?? -1] ?? null;
  return (
    <LabFrame id="sweep" words={words} unit={words.unit} fields={SWEEP_FIELDS} settings={<SweepControls />}>
      <RegimeMap
        sweep={sweep}
        chosen={cell}
        choose={(result) => labs.setField("sweep", "cell", sweep.results.indexOf(result))}
      />
      <CurveChart sweep={sweep} />
      <CellPanel sweep={sweep} cell={cell} />
    </LabFrame>
  );
}
