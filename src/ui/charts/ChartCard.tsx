import { ActionIcon, Menu } from "@mantine/core";
import { IconChartLine, IconDots, IconPhoto, IconTable, IconVector } from "@tabler/icons-react";
import { useCharts, usePlayground } from "../context";
import { Info } from "../Info";
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
  asTable: boolean;
  onToggleTable: () => void;
  children: React.ReactNode;
}

/** The frame of a chart: title with its explanation, controls, and a menu for the table and for pictures. */
export function ChartCard({ ref, title, about, compact = false, controls, children, ...rest }: ChartCardProps) {
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
        <ChartMenu title={title} {...rest} />
      </header>
      {controls && <div className={classes.controls}>{controls}</div>}
      {children}
    </section>
  );
}

function ChartMenu({
  name,
  title,
  asTable,
  onToggleTable,
}: Pick<ChartCardProps, "name" | "title" | "asTable" | "onToggleTable">) {
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
