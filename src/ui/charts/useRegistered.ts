import { useEffect } from "react";
import type { ArmLook } from "../../config/arms";
import { useCharts, useDrawClock } from "../context";

/** Drawings of Recharts, and those made here. */
const DRAWINGS = "svg.recharts-surface, svg[data-drawing]";

/** Offers a chart for saving as a picture, drawn with the latest data even where it is out of sight. */
export function useRegistered(
  name: string,
  title: string,
  chart: React.RefObject<HTMLDivElement | null>,
  looks: ArmLook[],
  axisName = "",
): void {
  const charts = useCharts();
  const clock = useDrawClock();
  useEffect(() => {
    const color = (variable: string) => getComputedStyle(document.documentElement).getPropertyValue(variable).trim();
    return charts.add({
      name,
      svgs: () => {
        clock.drawAll();
        return [...(chart.current?.querySelectorAll<SVGSVGElement>(DRAWINGS) ?? [])];
      },
      picture: () => ({
        title,
        axisName,
        legend: looks.map((look) => ({
          ...look,
          color: look.color.replace(/^var\((.+)\)$/, (_, variable: string) => color(variable)),
        })),
        background: color("--surface"),
        foreground: color("--ink"),
      }),
    });
  }, [charts, clock, name, title, chart, looks, axisName]);
}
