import { type ArmLook, armLooks, lineLook, PALETTE } from "../../config/arms";
import type { ChartedRun } from "./reported";

/** The arms of all runs of a report, each with a look of its own as far as there are looks. */
export interface ReportLine {
  /** Place of its run among the report's. */
  run: number;
  arm: number;
  label: string;
  light: string;
  dark: string;
  dash: string;
}

/** Charts of no more lines than this show all runs at once; else each run has its own. */
const MOST_TOGETHER = 8;

/** Every arm of every run. The first run has the looks that it has on the page; later ones take what is left. */
export function linesOf(runs: readonly Pick<ChartedRun, "config" | "name">[]): ReportLine[] {
  const lines: ReportLine[] = [];
  for (const [run, { config, name }] of runs.entries()) {
    const [light, dark] = [armLooks(config, false), armLooks(config, true)];
    for (const [arm, look] of light.entries()) {
      const own = { light: look.color, dark: dark[arm]?.color ?? look.color, dash: look.dash };
      const label = runs.length > 1 ? `${name}: ${look.label}` : look.label;
      lines.push({ run, arm, label, ...(run === 0 ? own : freeLook(lines, look, own)) });
    }
  }
  return lines;
}

type Look = Pick<ReportLine, "light" | "dark" | "dash">;

function freeLook(taken: readonly ReportLine[], { color }: ArmLook, own: Look): Look {
  const isTaken = (light: string) => taken.some((line) => line.light === light);
  const { dash } = lineLook(taken.length, false);
  if (!isTaken(color)) return { ...own, dash };
  const free = PALETTE.find(({ light }) => !isTaken(light)) ?? PALETTE[taken.length % PALETTE.length];
  return { ...own, ...free, dash };
}

/** The lines that are drawn together: all of them, or run by run where they are too many to be told apart. */
export function groupsOf(lines: readonly ReportLine[]): ReportLine[][] {
  if (lines.length <= MOST_TOGETHER) return [[...lines]];
  const runs = [...new Set(lines.map(({ run }) => run))];
  return runs.map((run) => lines.filter((line) => line.run === run));
}
