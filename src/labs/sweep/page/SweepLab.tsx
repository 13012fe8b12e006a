import { usePlayground } from "../../../ui/context";
import { LabFrame } from "../../../ui/labs/LabFrame";
import { useTexts } from "../../../ui/language/useTexts";
import { texts } from "../texts";
import { CellPanel } from "./CellPanel";
import { CurveChart } from "./CurveChart";
import { SWEEP_FIELDS } from "./fields";
import { RegimeMap } from "./RegimeMap";
import { SweepControls } from "./SweepControls";
import { useSweep } from "./useSweep";

/** The sweep lab: the map of differences, accuracy against an axis, and the curves of the cell that was chosen. */
export default function SweepLab() {
  const t = useTexts(texts);
  const sweep = useSweep();
  const { labs } = usePlayground();
  const cell = sweep.results[sweep.config.cell ?? -1] ?? null;
  return (
    <LabFrame id="sweep" texts={t} unit={t.unit} fields={SWEEP_FIELDS} settings={<SweepControls />}>
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
