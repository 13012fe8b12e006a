import { ActionIcon, Menu } from "@mantine/core";
import {
  IconArrowsMaximize,
  IconArrowsMinimize,
  IconArrowsVertical,
  IconChartLine,
  IconCheck,
  IconCopy,
  IconDots,
  IconPhoto,
  IconPhotoEdit,
  IconRulerMeasure,
  IconTable,
  IconVector,
} from "@tabler/icons-react";
import { useState } from "react";
import { formatSentence } from "../../i18n/format";
import { translateAll } from "../../i18n/translate";
import type { MetricId } from "../../metrics";
import { explanationTexts } from "../../metrics/metricTexts";
import type { Explanation } from "../../metrics/types";
import { Info } from "../components/Info";
import { LaterDialog } from "../components/LaterDialog";
import { texts as componentsTable } from "../components/texts";
import { useCharts, usePlayground } from "../context";
import { laterPart } from "../faults/laterPart";
import { texts as figureTable } from "../figure/texts";
import { useTexts } from "../language/useTexts";
import { copyChart, saveChart } from "../saving";
import classes from "./charts.module.css";
import { texts } from "./texts";
import { type Enlarging, useEnlarging } from "./useEnlarging";

const FigureDialog = laterPart(() => import("../figure/FigureDialog"));

/** What a chart says of itself on request. */
export interface About {
  name: string;
  guide: string;
  formula?: string | undefined;
  notes?: string[];
  unit?: string | undefined;
}

interface ChartCardProps {
  ref?: React.Ref<HTMLElement>;
  name: string;
  title: string;
  about: About;
  compact?: boolean;
  controls?: React.ReactNode;
  /** A few words at the end of the head. */
  note?: string;
  asTable: boolean;
  onToggleTable: () => void;
  /** Whether the axis is logarithmic, where the menu offers the choice. */
  scale?: AxisChoice;
  /** Whether outliers may lie beyond the axes of all charts, where the menu offers the choice. */
  outliers?: OutlierChoice;
  /** Whose figure the menu offers. */
  figure?: MetricId;
  children: React.ReactNode;
}

/** The choice between a linear and a logarithmic axis. */
export interface AxisChoice {
  log: boolean;
  toggle: () => void;
}

export interface OutlierChoice {
  cut: boolean;
  toggle: () => void;
}

/** The frame of a chart: title with its explanation, controls, and a menu for the table and for pictures. */
export function ChartCard({ ref, name, title, about, compact = false, ...rest }: ChartCardProps) {
  const { controls, note, children, ...menu } = rest;
  const { card, ...enlarging } = useEnlarging(name);
  const componentsTexts = useTexts(componentsTable);
  const Heading = compact ? "h3" : "h2";
  return (
    <section
      {...card}
      ref={ref}
      className={classes.card}
      data-compact={compact || undefined}
      data-panel={name}
      aria-label={title}
    >
      <header className={classes.head}>
        <Heading className={classes.title}>{title}</Heading>
        {about.unit && <span className={classes.unit}>{about.unit}</span>}
        <Info label={componentsTexts.about({ title })} formula={about.formula} notes={about.notes ?? []}>
          <strong>{formatSentence(about.name)}</strong> {about.guide}
        </Info>
        <span className={classes.spring} />
        {controls}
        {note && <span className={classes.note}>{note}</span>}
        <ChartMenu {...{ name, title }} {...menu} {...enlarging} />
      </header>
      {children}
    </section>
  );
}

/** What a chart of a metric says of itself, by the id of the metric. */
export function aboutOf(explained: Explanation, id: string): About {
  const t = translateAll(texts);
  const { formula, better } = explained;
  const { label, unit, guide, source } = explanationTexts(explained, id);
  const notes = [...(better ? [t.better[better]] : []), `${t.source}: ${source}`];
  return { name: label, guide, formula, notes, unit };
}

type MenuProps = Pick<
  ChartCardProps,
  "name" | "title" | "asTable" | "onToggleTable" | "scale" | "outliers" | "figure"
> &
  Omit<Enlarging, "card">;

function ChartMenu({ name, title, asTable, onToggleTable, scale, outliers, figure, ...enlarging }: MenuProps) {
  const t = useTexts(texts);
  const { possible, enlarged, toggle } = enlarging;
  const charts = useCharts();
  const playground = usePlayground();
  const [isOfFigure, setOfFigure] = useState(false);
  const save = (format: "png" | "svg") => void saveChart(charts, playground, name, format);
  return (
    <Menu position="bottom-end" width={190} withArrow>
      <Menu.Target>
        <ActionIcon className={classes.menu} variant="subtle" color="gray" size="sm" aria-label={t.menu({ title })}>
          <IconDots size={16} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          leftSection={asTable ? <IconChartLine size={15} /> : <IconTable size={15} />}
          onClick={onToggleTable}
        >
          {asTable ? t.showChart : t.showTable}
        </Menu.Item>
        {possible && (
          <Menu.Item
            leftSection={enlarged ? <IconArrowsMinimize size={15} /> : <IconArrowsMaximize size={15} />}
            onClick={toggle}
          >
            {enlarged ? t.shrink : t.enlarge}
          </Menu.Item>
        )}
        {scale && (
          <Menu.Item leftSection={<IconRulerMeasure size={15} />} onClick={scale.toggle}>
            {scale.log ? t.linearAxis : t.logAxis}
          </Menu.Item>
        )}
        {outliers && (
          <Menu.Item leftSection={<IconArrowsVertical size={15} />} onClick={outliers.toggle}>
            {outliers.cut ? t.showOutliers : t.cutOutliers}
          </Menu.Item>
        )}
        <CopyItem {...{ name, asTable }} />
        <Menu.Item leftSection={<IconPhoto size={15} />} disabled={asTable} onClick={() => save("png")}>
          {t.savePng}
        </Menu.Item>
        <Menu.Item leftSection={<IconVector size={15} />} disabled={asTable} onClick={() => save("svg")}>
          {t.saveSvg}
        </Menu.Item>
        {figure && <FigureItem open={() => setOfFigure(true)} />}
      </Menu.Dropdown>
      {figure && (
        <LaterDialog part={FigureDialog} opened={isOfFigure} onClose={() => setOfFigure(false)} first={figure} />
      )}
    </Menu>
  );
}

function FigureItem({ open }: { open: () => void }) {
  const t = useTexts(figureTable);
  return (
    <Menu.Item leftSection={<IconPhotoEdit size={15} />} onClick={open}>
      {t.open}
    </Menu.Item>
  );
}

/** Copies the picture of the chart, and says so in the menu, which stays open for it. */
function CopyItem({ name, asTable }: Pick<ChartCardProps, "name" | "asTable">) {
  const t = useTexts(texts);
  const charts = useCharts();
  const playground = usePlayground();
  const [isCopied, setIsCopied] = useState(false);
  const copy = async () => setIsCopied(await copyChart(charts, playground, name));
  return (
    <Menu.Item
      closeMenuOnClick={false}
      leftSection={isCopied ? <IconCheck size={15} /> : <IconCopy size={15} />}
      disabled={asTable}
      onClick={() => void copy()}
    >
      <span aria-live="polite">{isCopied ? t.copied : t.copyPng}</span>
    </Menu.Item>
  );
}
