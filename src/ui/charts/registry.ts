import type { ChartPicture } from "../../export/image";

/** A chart on the page that can be saved as a picture. */
export type ChartHandle = DrawnChart | PaintedChart;

interface DrawnChart {
  name: string;
  /** Its drawings, from top to bottom. */
  svgs(): SVGSVGElement[];
  picture(): ChartPicture;
}

/** What the page paints on canvases, and writes as an SVG document of its own. */
interface PaintedChart {
  name: string;
  document(): Promise<string>;
}

/** The charts on the page, by name, for the export menu. */
export class PlaygroundCharts {
  private readonly handles = new Map<string, ChartHandle>();

  /** @returns what takes the chart off the list again */
  add(handle: ChartHandle): () => void {
    this.handles.set(handle.name, handle);
    return () => {
      if (this.handles.get(handle.name) === handle) this.handles.delete(handle.name);
    };
  }

  get(name: string): ChartHandle | undefined {
    return this.handles.get(name);
  }
}
