import type { Playground } from "../../src/session/playground";

/** A chart, a panel or a page with seeded data, as the gallery shows it. */
export interface Exhibit {
  /** Unique; its snapshot and its pictures are named after it. */
  id: string;
  title: string;
  /** Width that it is drawn at, in pixels; its height follows. */
  width?: number;
  /** Height of what floats above a page; without it, the exhibit is as high as its content. */
  height?: number;
  /** The page's state that it shows. */
  playground: () => Promise<Playground>;
  content: React.ComponentType;
  /** What a user would do first: opens a menu, turns a chart into its table. */
  act?: ((shown: HTMLElement) => void | Promise<void>) | undefined;
}

/** Exhibits that belong together, as the rooms of `src/ui` do. */
export interface Room {
  id: string;
  title: string;
  /** One sentence for the documentation. */
  about: string;
  exhibits: readonly Exhibit[];
}

/** Width of an exhibit that does not say another. */
export const WIDTH = 480;
