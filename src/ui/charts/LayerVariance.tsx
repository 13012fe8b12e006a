import { SegmentedControl } from "@mantine/core";
import { useElementSize } from "@mantine/hooks";
import { useRef, useState } from "react";
import type { ArmLook } from "../../config/arms";
import { formatCount } from "../../i18n/format";
import { LAYER_MEASURES, type LayerMeasure, layerVariance } from "../../metrics/distributions/layerVariance";
import { type LayerPoint, layerPoints } from "../../record/layers";
import { useLooks, usePlayground, useShownConfig } from "../context";
import { useTexts } from "../language/useTexts";
import { aboutOf, ChartCard } from "./ChartCard";
import classes from "./charts.module.css";
import { rangeText } from "./plot/ChartTable";
import { DataTable } from "./plot/DataTable";
import { LayerPlot, layerPlotHeight } from "./plot/LayerPlot";
import { LineNames } from "./plot/Legend";
import { useRevision } from "./series/useRevision";
import { texts } from "./texts";
import { useRegistered } from "./useRegistered";
import { waitingText } from "./waiting";

/** Where in the encoder the gradient is noisy, at the latest probe. */
export function LayerVariance() {
  const t = useTexts(texts);
  const { ref, width } = useElementSize();
  const config = useShownConfig();
  const looks = useLooks(config);
  const { run } = usePlayground().state;
  const [measure, setMeasure] = useState<LayerMeasure>("gradientNoise");
  const [asTable, setAsTable] = useState(false);
  const card = useRef<HTMLElement>(null);
  const chart = useRef<HTMLDivElement>(null);
  useRevision("turn", card);
  useRegistered("layerVariance", t.layers.title, chart, looks, t.layers.axis[measure]);
  const layers = run?.layers.latest ?? null;
  const points = layers ? layerPoints(layers, measure, config.seeds) : [];
  const names = layers?.names ?? [];
  const height = layerPlotHeight(names.length);
  return (
    <ChartCard
      ref={card}
      name="layerVariance"
      title={t.layers.title}
      about={aboutOf(layerVariance, "layerVariance")}
      compact={false}
      controls={<MeasureChoice measure={measure} onChange={setMeasure} />}
      note={layers ? t.atStep({ step: formatCount(layers.step) }) : ""}
      asTable={asTable}
      onToggleTable={() => setAsTable(!asTable)}
    >
      <LineNames looks={looks} />
      <div ref={ref} className={classes.frame} style={{ height }}>
        {!layers && <p className={classes.waiting}>{waitingText(layerVariance, config, run)}</p>}
        {layers && asTable && <LayerTable {...{ names, points, looks, height }} />}
        {layers && !asTable && width > 0 && (
          <div ref={chart} aria-hidden="true">
            <LayerPlot
              key={measure}
              {...{ width, height, names, points, looks }}
              log={LAYER_MEASURES[measure].logarithmic}
            />
          </div>
        )}
      </div>
      <p className={classes.axisName}>{t.layers.axis[measure]}</p>
    </ChartCard>
  );
}

function MeasureChoice({ measure, onChange }: { measure: LayerMeasure; onChange: (measure: LayerMeasure) => void }) {
  const t = useTexts(texts);
  return (
    <SegmentedControl
      size="xs"
      aria-label={t.what({ chart: t.layers.title })}
      value={measure}
      onChange={(next) => onChange(next as LayerMeasure)}
      data={Object.entries(t.layers.options).map(([value, label]) => ({ value, label }))}
    />
  );
}

interface LayerTableProps {
  names: string[];
  points: LayerPoint[][];
  looks: ArmLook[];
  height: number;
}

function LayerTable({ names, points, looks, height }: LayerTableProps) {
  const t = useTexts(texts);
  const cell = ({ mean, low, high }: LayerPoint) => (Number.isFinite(mean) ? rangeText(mean, [low, high]) : "\u2013");
  return (
    <DataTable
      title={t.layers.title}
      height={height}
      columns={[t.layers.layer, ...looks.map(({ label }) => label)]}
      rows={names.map((name, layer) => ({ name, cells: points.map((own) => cell(own[layer] as LayerPoint)) }))}
    />
  );
}
