import { ActionIcon, Menu } from "@mantine/core";
import { IconChartLine, IconDots, IconPhoto, IconRulerMeasure, IconTable, IconVector } from "@tabler/icons-react";
import type { Explanation } from "../../metrics/types";
import { Info } from "../components/Info";
import { useCharts, usePlayground } from "../context";
import { saveChart } from "../saving";
import { words } from "../words";
import classes from "./charts.module.css";

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
  children: React.ReactNode;
}

/** The choice between a linear and a logarithmic axis. */
export interface AxisChoice {
  log: boolean;
  toggle: () => void;
}

/** The frame of a chart: title with its explanation, controls, and a menu for the table and for pictures. */
export function ChartCard({ ref, title, about, compact = false, controls, note, children, ...rest }: ChartCardProps) {
  const Heading = compact ? "h3" : "h2";
  return (
    <section ref={ref} className={classes.card} data-compact={compact || undefined} aria-label={title}>
      <header className={classes.head}>
        <Heading className={classes.title}>{title}</Heading>
        {about.unit && <span className={classes.unit}>{about.unit}</span>}
        <Info label={words.charts.about(title)} formula={about.formula} notes={about.notes ?? []}>
          <strong>{about.name}.</strong> {about.guide}
        </Info>
        <span className={classes.spring} />
        {note && <span className={classes.note}>{note}</span>}
        <ChartMenu title={title} {...rest} />
      </header>
      {controls && <div className={classes.controls}>{controls}</div>}
      {children}
    </section>
  );
}

/** What a chart of a metric says of itself. */
export function aboutOf({ label, unit, guide, formula, better, source }: Explanation): About {
  const notes = [...(better ? [words.charts.better[better]] : []), `${words.charts.source}: ${source}`];
  return { name: label, guide, formula, notes, unit };
}

function ChartMenu({
  name,
  title,
  asTable,
  onToggleTable,
  scale,
}: Pick<ChartCardProps, "name" | "title" | "asTable" | "onToggleTable" | "scale">) {
  const charts = useCharts();
  const playground = usePlayground();
  const save = (format: "png" | "svg") => void saveChart(charts, playground, name, format);
  return (
    <Menu position="bottom-end" width={190} withArrow>
      <Menu.Target>
        <ActionIcon
          className={classes.menu}
          variant="subtle"
          color="gray"
          size="sm"
          aria-label={words.charts.menu(title)}
        >
          <IconDots size={16} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          leftSection={asTable ? <IconChartLine size={15} /> : <IconTable size={15} />}
          onClick={onToggleTable}
        >
          {asTable ? words.charts.showChart : words.charts.showTable}
        </Menu.Item>
        {scale && (
          <Menu.Item leftSection={<IconRulerMeasure size={15} />} onClick={scale.toggle}>
            {scale.log ? words.charts.linearAxis : words.charts.logAxis}
          </Menu.Item>
        )}
        <Menu.Item leftSection={<IconPhoto size={15} />} disabled={asTable} onClick={() => save("png")}>
          {words.charts.savePng}
        </Menu.Item>
        <Menu.Item leftSection={<IconVector size={15} />} disabled={asTable} onClick={() => save("svg")}>
          {words.charts.saveSvg}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
