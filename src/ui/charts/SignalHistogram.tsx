import { useElementSize } from "@mantine/hooks";
import { useRef, useState } from "react";
import type { ArmLook } from "../../config/arms";
import { formatCount, formatNumber, formatPercent } from "../../i18n/format";
import { parameterSnr, SNR_BINS } from "../../metrics/distributions/parameterSnr";
import { medianRatio, signalPerArm } from "../../record/signal";
import { useLooks, usePlayground, useShownConfig } from "../context";
import { useTexts } from "../language/useTexts";
import { aboutOf, ChartCard } from "./ChartCard";
import classes from "./charts.module.css";
import { DataTable } from "./plot/DataTable";
import { type Bins, Histogram } from "./plot/Histogram";
import { Swatch } from "./plot/Legend";
import legend from "./plot/legend.module.css";
import { useRevision } from "./series/useRevision";
import { texts } from "./texts";
import { useRegistered } from "./useRegistered";
import { waitingText } from "./waiting";

const HEIGHT = 214;
const FRAME = { left: 46, right: 14, top: 10, bottom: 22 };
const AXIS = {
  domain: [SNR_BINS.from, SNR_BINS.from + SNR_BINS.width * SNR_BINS.count] as [number, number],
  ticks: [-3, -2, -1, 0, 1, 2, 3],
  format: (power: number) => formatNumber(10 ** power, 1),
};

/** How far the gradients of single parameters stand out from their noise, at the latest probe. */
export function SignalHistogram() {
  const t = useTexts(texts);
  const { ref, width } = useElementSize();
  const config = useShownConfig();
  const looks = useLooks(config);
  const { run } = usePlayground().state;
  const [asTable, setAsTable] = useState(false);
  const card = useRef<HTMLElement>(null);
  const chart = useRef<HTMLDivElement>(null);
  useRevision("turn", card);
  useRegistered("parameterSnr", t.signal.title, chart, looks, t.signal.axis);
  const signal = run?.signal ?? null;
  const bins = signal && { from: signal.from, width: signal.width, counts: signalPerArm(signal, config.seeds) };
  const noise = config.gradientProbe.microBatches ** -0.5;
  return (
    <ChartCard
      ref={card}
      name="parameterSnr"
      title={t.signal.title}
      about={aboutOf(parameterSnr, "parameterSnr")}
      compact={false}
      controls={null}
      note={signal ? t.atStep({ step: formatCount(signal.step) }) : ""}
      asTable={asTable}
      onToggleTable={() => setAsTable(!asTable)}
    >
      <Medians bins={bins} looks={looks} />
      <div ref={ref} className={classes.frame} style={{ height: HEIGHT }}>
        {!bins && <p className={classes.waiting}>{waitingText(parameterSnr, config, run)}</p>}
        {bins && asTable && <BinTable bins={bins} looks={looks} />}
        {!asTable && width > 0 && (
          <div ref={chart} aria-hidden="true">
            <Histogram
              width={width}
              height={HEIGHT}
              frame={FRAME}
              looks={looks}
              bins={bins}
              axis={AXIS}
              mark={{ x: Math.log10(noise), label: t.signal.noise({ value: formatNumber(noise, 2) }) }}
            />
          </div>
        )}
      </div>
      <p className={classes.axisName}>{t.signal.axis}</p>
    </ChartCard>
  );
}

function Medians({ bins, looks }: { bins: Bins | null; looks: ArmLook[] }) {
  const t = useTexts(texts);
  return (
    <ul className={legend.legend}>
      {looks.map((look, arm) => (
        <li key={look.label}>
          <Swatch look={look} />
          <span className={legend.legendName}>{t.signal.median({ label: look.label })}</span>
          <span className={legend.value}>{formatNumber(bins && medianRatio(bins.counts[arm] ?? [], bins), 2)}</span>
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
