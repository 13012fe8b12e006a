import { useRef } from "react";
import type { ArmLook } from "../../config/arms";
import { formatNumber, formatPercent } from "../../i18n/format";
import { parameterSnr, SNR_BINS } from "../../metrics/distributions/parameterSnr";
import { medianRatio, signalPerArm } from "../../record/signal";
import type { Run } from "../../session/run";
import { shownRun } from "../../session/shown";
import { useLooks, usePlayground, useShownConfig } from "../context";
import { useTexts } from "../language/useTexts";
import { TYPE } from "../typeScale";
import { ProbeCard } from "./ProbeCard";
import { DataTable } from "./plot/DataTable";
import { roomFor } from "./plot/frame";
import { type Bins, Histogram } from "./plot/Histogram";
import { Swatch } from "./plot/Legend";
import classes from "./plot/legend.module.css";
import { useRevision } from "./series/useRevision";
import { texts } from "./texts";
import { useTextPixels } from "./useTextSize";

const NAME = "parameterSnr";
const HEIGHT = 214;
const FRAME = { left: 50, right: 14, top: 10, bottom: 22, text: TYPE.caption };
const AXIS = {
  domain: [SNR_BINS.from, SNR_BINS.from + SNR_BINS.width * SNR_BINS.count] as [number, number],
  ticks: [-3, -2, -1, 0, 1, 2, 3],
  format: (power: number) => formatNumber(10 ** power, 1),
};

/** How far the gradients of single parameters stand out from their noise, at the latest probe. */
export function SignalHistogram() {
  const t = useTexts(texts);
  const config = useShownConfig();
  const looks = useLooks(config);
  const run = shownRun(usePlayground().state);
  const card = useRef<HTMLElement>(null);
  const frame = roomFor(FRAME, useTextPixels(NAME));
  useRevision("turn", card);
  const signal = run?.signal ?? null;
  const bins = signal && { from: signal.from, width: signal.width, counts: signalPerArm(signal, config.seeds) };
  const noise = config.gradientProbe.microBatches ** -0.5;
  const mark = { x: Math.log10(noise), label: t.signal.noise({ value: formatNumber(noise, 2) }) };
  return (
    <ProbeCard
      ref={card}
      name={NAME}
      title={t.signal.title}
      axisName={t.signal.axis}
      measured={parameterSnr}
      isMeasured={hasSignal}
      step={signal?.step ?? null}
      looks={looks}
      height={HEIGHT}
      legend={<Medians bins={bins} looks={looks} />}
      drawing={(width, height) => <Histogram {...{ width, height, looks, bins, mark, frame }} axis={AXIS} />}
      table={() => bins && <BinTable bins={bins} looks={looks} />}
    />
  );
}

const hasSignal = ({ signal }: Run) => signal !== null;

function Medians({ bins, looks }: { bins: Bins | null; looks: ArmLook[] }) {
  const t = useTexts(texts);
  return (
    <ul className={classes.legend}>
      {looks.map((look, arm) => (
        <li key={look.label}>
          <Swatch look={look} />
          <span className={classes.legendName}>{t.signal.median({ label: look.label })}</span>
          <span className={classes.value}>{formatNumber(bins && medianRatio(bins.counts[arm] ?? [], bins), 2)}</span>
        </li>
      ))}
    </ul>
  );
}

function BinTable({ bins, looks }: { bins: Bins; looks: ArmLook[] }) {
  const t = useTexts(texts);
  const totals = bins.counts.map((counts) => Array.from(counts).reduce((sum, n) => sum + n, 0));
  const rows = Array.from({ length: SNR_BINS.count }, (_, bin) => ({
    name: formatNumber(10 ** (bins.from + bin * bins.width), 2),
    cells: bins.counts.map((counts, arm) => formatPercent((counts[bin] as number) / (totals[arm] as number))),
  }));
  return (
    <DataTable
      title={t.signal.title}
      height={HEIGHT}
      columns={[t.signal.bin, ...looks.map(({ label }) => label)]}
      rows={rows}
    />
  );
}
