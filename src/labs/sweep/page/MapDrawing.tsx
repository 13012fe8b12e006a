// biome-ignore-all lint/a11y/useSemanticElements: a drawing has no table, tr or td.
// biome-ignore-all lint/a11y/noNoninteractiveElementToInteractiveRole: this one is a grid whose cells can be chosen.
import { Tooltip } from "@mantine/core";
import { useRef, useState } from "react";
import { formatNumber } from "../../../i18n/format";
import { settingName } from "../../../session/settings/names";
import { useTexts } from "../../../ui/language/useTexts";
import type { SweepConfig } from "../schema";
import type { CellResult } from "../summary";
import { texts } from "../texts";
import { valueName } from "./fields";
import { layoutOf, type MapLayout, nameSpot, numberFits, target } from "./mapLayout";
import type { MapCell, MapModel } from "./mapModel";
import classes from "./sweep.module.css";

interface MapDrawingProps {
  config: SweepConfig;
  map: MapModel;
  width: number;
  chosen: CellResult | null;
  choose: (cell: CellResult) => void;
}

/** The map as a drawing and as a grid. */
export function MapDrawing({ config, map, width, chosen, choose }: MapDrawingProps) {
  const t = useTexts(texts);
  const layout = layoutOf(map, width);
  const { drawing, at, setActive, press } = useGridKeys(map, choose);
  const chooseAt = (index: number, { result }: MapCell) => {
    setActive(index);
    choose(result);
  };
  return (
    <svg
      ref={drawing}
      data-drawing
      width={width}
      height={layout.height}
      className={classes.map}
      role="grid"
      aria-label={t.map.grid}
    >
      {rowsFromAbove(map).map(({ row, cells }) => (
        <g key={row} role="row">
          {cells.map(({ cell, index }) => (
            <Cell
              key={index}
              {...{ cell, layout, index, press }}
              chosen={cell.result === chosen}
              reachable={index === at}
              choose={() => chooseAt(index, cell)}
            />
          ))}
        </g>
      ))}
      {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing in it can have the focus. */}
      <g aria-hidden="true" className={classes.overlay}>
        <Frames map={map} layout={layout} />
        <Contours map={map} layout={layout} />
        <Numbers map={map} layout={layout} />
        <Axes {...{ config, layout, map }} />
      </g>
    </svg>
  );
}

/** One cell is in the order of the tab key, the arrow keys lead to the others, and Enter chooses. */
function useGridKeys(map: MapModel, choose: MapDrawingProps["choose"]) {
  const [active, setActive] = useState(0);
  const drawing = useRef<SVGSVGElement>(null);
  const at = Math.min(active, map.cells.length - 1);
  const press = (event: React.KeyboardEvent) => {
    if (event.key === "Enter") choose((map.cells[at] as MapCell).result);
    else {
      const next = target(event.key, at, map);
      if (next === null) return;
      setActive(next);
      drawing.current?.querySelector<SVGGElement>(`[data-cell="${next}"]`)?.focus();
    }
    event.preventDefault();
    event.stopPropagation();
  };
  return { drawing, at, setActive, press };
}

/** The rows in the order in which they are read, each of its cells with its place among all of them. */
function rowsFromAbove({ cells, rows, columns }: MapModel) {
  return Array.from({ length: rows }, (_, i) => {
    const row = rows - 1 - i;
    const own = cells.slice(row * columns, (row + 1) * columns);
    return { row, cells: own.map((cell, column) => ({ cell, index: row * columns + column })) };
  });
}

interface CellProps {
  cell: MapCell;
  layout: MapLayout;
  index: number;
  chosen: boolean;
  reachable: boolean;
  choose: () => void;
  press: (event: React.KeyboardEvent) => void;
}

/** Strongest color of a cell: its number has to stay readable on it. */
const STRONGEST = 0.62;

function Cell({ cell, layout, index, chosen, reachable, choose, press }: CellProps) {
  const { x, y } = layout.corner(cell);
  const box = { x: x + 1, y: y + 1, width: layout.cell - 2, height: layout.cellHeight - 2 };
  return (
    <Tooltip label={<Lines lines={[cell.place, ...cell.lines]} />} multiline maw={320} events={EVENTS} withArrow>
      <g
        role="gridcell"
        data-cell={index}
        className={classes.cell}
        tabIndex={reachable ? 0 : -1}
        aria-label={[cell.place, ...cell.lines].join("; ")}
        aria-selected={chosen}
        onClick={choose}
        onKeyDown={press}
      >
        <rect {...box} className={cell.result.rows.length > 0 ? classes.run : classes.open} />
        {cell.difference !== null && (
          <rect
            {...box}
            fill={cell.difference < 0 ? "var(--scale-low)" : "var(--scale-high)"}
            fillOpacity={STRONGEST * cell.strength}
          />
        )}
        {chosen && <circle cx={x + 8} cy={y + 8} r={3.5} className={classes.chosen} />}
        <rect {...box} className={classes.focus} />
      </g>
    </Tooltip>
  );
}

const EVENTS = { hover: true, focus: true, touch: true };

function Lines({ lines }: { lines: string[] }) {
  return lines.map((line) => (
    <span key={line} className={classes.tip}>
      {line}
    </span>
  ));
}

/** Around the cells whose interval leaves out 0. */
function Frames({ map, layout }: { map: MapModel; layout: MapLayout }) {
  return map.cells
    .filter(({ detected }) => detected)
    .map((cell) => {
      const { x, y } = layout.corner(cell);
      const box = { x: x + 3, y: y + 3, width: layout.cell - 6, height: layout.cellHeight - 6 };
      return <rect key={cell.place} {...box} className={classes.frame} />;
    });
}

function Contours({ map, layout }: { map: MapModel; layout: MapLayout }) {
  const t = useTexts(texts);
  const numbers = map.cells.map(layout.number);
  return map.contours.map(({ level, segments }) => {
    const lines = segments.map(({ x1, y1, x2, y2 }) => [layout.center(x1, y1), layout.center(x2, y2)] as const);
    const name = nameSpot(lines, numbers, layout);
    const path = lines.map(([a, b]) => `M${a.x} ${a.y}L${b.x} ${b.y}`).join("");
    return (
      <g key={level}>
        <path d={path} className={classes.contourHalo} />
        <path d={path} className={classes.contour} />
        {name && (
          <text x={name.x} y={name.y} className={classes.contourName}>
            {t.map.contour({ f: formatNumber(level, 1) })}
          </text>
        )}
      </g>
    );
  });
}

/** The differences, above the lines that cross their cells; those that would run over a cell's edge are left to its tooltip. */
function Numbers({ map, layout }: { map: MapModel; layout: MapLayout }) {
  return map.cells
    .filter(({ text }) => numberFits(text, layout))
    .map((cell) => (
      <text key={cell.place} {...layout.number(cell)} className={classes.number}>
        {cell.text}
      </text>
    ));
}

function Axes({ config, layout, map }: { config: SweepConfig; layout: MapLayout; map: MapModel }) {
  const { x, y } = config;
  const { left, height, cell, cellHeight } = layout;
  const middle = left + (cell * map.columns) / 2;
  return (
    <>
      {x.values.map((value, column) => (
        <text key={value} x={left + (column + 0.5) * cell} y={height - 24} className={classes.tick}>
          {valueName(x.path, value)}
        </text>
      ))}
      <text x={middle} y={height - 6} className={classes.axis}>
        {settingName(x.path)}
      </text>
      {y.values.map((value, row) => (
        <text
          key={value}
          x={left - 8}
          y={layout.corner({ row, column: 0 }).y + cellHeight / 2 + 4}
          className={classes.tickLeft}
        >
          {valueName(y.path, value)}
        </text>
      ))}
      <text transform={`translate(12 ${(height - 40) / 2}) rotate(-90)`} className={classes.axis}>
        {settingName(y.path)}
      </text>
    </>
  );
}
