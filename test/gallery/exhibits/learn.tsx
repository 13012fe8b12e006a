import { CHAPTER_IDS, type ChapterId } from "../../../src/session/learn/chapters";
import type { PlaygroundState } from "../../../src/session/playgroundState";
import { shownRun } from "../../../src/session/shown";
import { experimentOf, firstValues } from "../../../src/ui/learn/chapter";
import { CHAPTERS } from "../../../src/ui/learn/chapters";
import { TapeFigure } from "../../../src/ui/learn/chapters/alwaysOne/TapeFigure";
import { TrailDrawing } from "../../../src/ui/learn/chapters/factor/WeightTrail";
import { RegimeMap } from "../../../src/ui/learn/chapters/limits/RegimeMap";
import { TwinCircle } from "../../../src/ui/learn/chapters/twins/TwinCircle";
import Learn from "../../../src/ui/learn/Learn";
import type { Exhibit, Room } from "../exhibit";
import { pageOf, type Scene } from "../seed/run";
import { choose, typeset } from "./acts";

const WIDTH = 1280;

type Patch = NonNullable<Scene["patch"]>;

/** The page at a chapter, before its experiment. */
const opened =
  (chapter: ChapterId): Patch =>
  ({ learn }) => ({ page: "learn", learn: { ...learn, chapter } });

/** The page at a chapter whose experiment is over, in which somebody expected something. */
const tried =
  (chapter: ChapterId, prediction: string): Patch =>
  (state) => {
    const trial = { runId: shownRun(state)?.id ?? "", prediction, values: firstValues(CHAPTERS[chapter]) };
    return {
      page: "learn",
      learn: { ...state.learn, chapter, trials: { [chapter]: trial }, done: ["twins", chapter] },
    };
  };

function chapter(id: ChapterId): Exhibit {
  return {
    id: `learn-${id}`,
    title: `Chapter: ${id}`,
    width: WIDTH,
    playground: () => pageOf({ run: false, patch: opened(id) }),
    content: Learn,
    act: typeset,
  };
}

/** The experiment of a chapter at its end, over seeded curves. */
function atEnd(id: ChapterId, patch?: Patch): Scene {
  const { dataset, arms, augmentation, encoder, ...config } = experimentOf(CHAPTERS[id], firstValues(CHAPTERS[id]));
  const change = { dataset, arms, augmentation, encoder, seeds: config.seeds, steps: config.steps };
  return { preset: "points", change, state: "finished", ...(patch && { patch }) };
}

const VIEWS = 24;

/** Views around the circle, twins beside each other. */
function onCircle(state: PlaygroundState): Partial<PlaygroundState> {
  const { run } = state;
  const view = run?.views?.arms[0];
  if (!run?.views || !view) return {};
  const angles = Array.from({ length: VIEWS }, (_, i) => 2.1 * (i % (VIEWS / 2)) + (i < VIEWS / 2 ? 0 : 0.25));
  const similarity = Float32Array.from(angles.flatMap((a) => angles.map((b) => Math.cos(a - b))));
  return { run: { ...run, views: { ...run.views, arms: [{ ...view, similarity, similarityCount: VIEWS }] } } };
}

/** An anchor that one loss lets go. */
const POINTS = [0, 60, 120, 180, 240, 300, 360, 400].map((step) => ({
  step,
  weights: [[1 / (1 + Math.exp(step / 50 - 2))], [1]],
}));

/** The chapters, and the figures that are theirs alone. */
export const learn: Room = {
  id: "learn",
  title: "Learn",
  about: "Every chapter before its experiment, one after it, and the figures that belong to chapters.",
  exhibits: [
    ...CHAPTER_IDS.map(chapter),
    {
      id: "learn-over",
      title: "A chapter after its experiment",
      width: WIDTH,
      playground: () => pageOf(atEnd("stepSize", tried("stepSize", "info"))),
      content: Learn,
      act: typeset,
    },
    {
      id: "learn-phone",
      title: "A chapter on a phone",
      width: 360,
      height: 1500,
      playground: () => pageOf({ run: false, patch: opened("twins") }),
      content: Learn,
      act: typeset,
    },
    {
      id: "learn-circle",
      title: "The circle, seen from one sample",
      playground: () => pageOf(atEnd("twins", onCircle)),
      content: TwinCircle,
    },
    {
      id: "learn-trail",
      title: "One anchor through the training",
      playground: () => pageOf(atEnd("factor")),
      content: () => <TrailDrawing points={POINTS} anchor={0} steps={400} />,
    },
    { id: "learn-tape", title: "The tape", playground: () => pageOf({ run: false }), content: TapeFigure },
    {
      id: "learn-tape-open",
      title: "The tape without a stop-gradient",
      playground: () => pageOf({ run: false }),
      content: TapeFigure,
      act: choose("open"),
    },
    { id: "learn-map", title: "Where FlatNCE was ahead", playground: () => pageOf({ run: false }), content: RegimeMap },
  ],
};
