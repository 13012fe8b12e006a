import { SegmentedControl } from "@mantine/core";
import { useRef, useState } from "react";
import type { ArmLook } from "../../config/arms";
import { LAYER_MEASURES, type LayerMeasure, layerVariance } from "../../metrics/distributions/layerVariance";
import { type LayerPoint, layerPoints } from "../../record/layers";
import type { Run } from "../../session/run";
import { shownRun } from "../../session/shown";
import { useLooks, usePlayground, useShownConfig } from "../context";
import { useTexts } from "../language/useTexts";
import { ProbeCard } from "./ProbeCard";
import { rangeText } from "./plot/ChartTable";
import { DataTable } from "./plot/DataTable";
import { LayerPlot, layerPlotHeight } from "./plot/LayerPlot";
import { LineNames } from "./plot/Legend";
import { useRevision } from "./series/useRevision";
import { texts } from "./texts";
import { useTextPixels } from "./useTextSize";

const NAME = "layerVariance";

/** Where in the encoder the gradient is noisy, at the latest probe. */
export function LayerVariance() {
  const t = useTexts(texts);
  const config = useShownConfig();
  const looks = useLooks(config);
  const run = shownRun(usePlayground().state);
  const [measure, setMeasure] = useState<LayerMeasure>("gradientNoise");
  const card = useRef<HTMLElement>(null);
  useRevision("turn", card);
  const layers = run?.layers.latest ?? null;
  const points = layers ? layerPoints(layers, measure, config.seeds) : [];
  const names = layers?.names ?? [];
  const height = layerPlotHeight(names.length);
  const text = useTextPixels(NAME);
  const log = LAYER_MEASURES[measure].logarithmic;
  return (
    <ProbeCard
      ref={card}
      name={NAME}
      title={t.layers.title}
      axisName={t.layers.axis[measure]}
      measured={layerVariance}
      isMeasured={hasLayers}
      step={layers?.step ?? null}
      {...{ looks, height }}
      controls={<MeasureChoice measure={measure} onChange={setMeasure} />}
      legend={<LineNames looks={looks} />}
      drawing={(width, height) =>
        layers && <LayerPlot key={measure} {...{ width, height, names, points, looks, log, text }} />
      }
      table={() => <LayerTable {...{ names, points, looks, height }} />}
    />
  );
}

const hasLayers = ({ layers }: Run) => layers.latest !== null;

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
