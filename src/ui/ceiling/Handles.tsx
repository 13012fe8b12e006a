import { formatCount, formatFixed } from "../../i18n/format";
import { CANDIDATES } from "../../labs/bound/overCandidates";
import type { Frame } from "../charts/plot/frame";
import { useTexts } from "../language/useTexts";
import { type Box, kAt, kBeside, NATS, placeOf, placeOfK, TRUTH, truthAt, truthBeside } from "./geometry";
import { Handle } from "./Handle";
import type { Measured } from "./measuring";
import { texts } from "./texts";

interface HandlesProps {
  width: number;
  /** Of the upper plot. */
  height: number;
  frame: Frame;
  measured: Measured | null;
  k: number;
  truth: number;
  setK: (k: number) => void;
  setTruth: (truth: number) => void;
}

/** A dot that slides along the curve, and one at the end of the line of the truth. */
export function Handles({ width, height, frame, measured, k, truth, setK, setTruth }: HandlesProps) {
  const t = useTexts(texts);
  const box: Box = { width, height, frame };
  const estimate = measured?.points.find((point) => point.k === k)?.estimate;
  return (
    <>
      <Handle
        name={t.sliders.k}
        orientation="horizontal"
        x={placeOfK(k, box)}
        y={placeOf(estimate ?? 0, NATS, box)}
        value={k}
        range={[CANDIDATES[0] as number, CANDIDATES.at(-1) as number]}
        valueText={
          estimate === undefined ? formatCount(k) : t.atK({ k: formatCount(k), estimate: formatFixed(estimate, 2) })
        }
        onDrag={(x) => setK(kAt(x, box))}
        onStep={(by) => setK(kBeside(k, by))}
      />
      <Handle
        name={t.sliders.truth}
        orientation="vertical"
        x={width - frame.right}
        y={placeOf(truth, NATS, box)}
        value={truth}
        range={[TRUTH.least, TRUTH.most]}
        valueText={t.atTruth({ truth: formatFixed(truth, 2) })}
        onDrag={(_, y) => setTruth(truthAt(y, box))}
        onStep={(by) => setTruth(truthBeside(truth, by))}
      />
    </>
  );
}
