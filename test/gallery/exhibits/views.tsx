import { NO_ANCHOR } from "../../../src/session/anchor/state";
import { OneAnchor } from "../../../src/ui/views/anchor/OneAnchor";
import { EmbeddingCard } from "../../../src/ui/views/embedding/EmbeddingCard";
import { LargeEmbedding } from "../../../src/ui/views/embedding/LargeEmbedding";
import { Views } from "../../../src/ui/views/Views";
import type { Exhibit, Room } from "../exhibit";
import { pageOf, type Scene } from "../seed/run";

/** As wide as the column that they stand in. */
const WIDTH = 340;
const CHOSEN = { ...NO_ANCHOR, chosen: 3 };
/** No anchor. */
const POINT = { ...NO_ANCHOR, group: [40] };
/** Of sixteen. */
const A_CLASS = Array.from({ length: 15 }, (_, i) => 16 * i + 4);
const FOUR_ARMS = [
  { objective: "infoNce" },
  { objective: "flatNce" },
  { objective: "debiased" },
  { objective: "infoNceOneWay", temperature: 0.2, label: "One way at 0.2" },
] as const;

/** Embedding, one anchor, pairs and similarity. */
export const views: Room = {
  id: "views",
  title: "Views",
  about: "What the learners do with the data: embeddings, what they are asked to match, and cosines.",
  exhibits: [
    { id: "views-images", title: "Views of images", width: WIDTH, playground: () => pageOf(), content: Views },
    {
      id: "views-circle",
      title: "Views of points on the circle",
      width: WIDTH,
      playground: () => pageOf({ preset: "circle" }),
      content: Views,
    },
    {
      id: "views-unlabeled",
      title: "Views of images without labels",
      width: WIDTH,
      playground: () => pageOf({ data: "unlabeled" }),
      content: Views,
    },
    {
      id: "views-waiting",
      title: "Views before the first step",
      width: WIDTH,
      playground: () => pageOf({ steps: 0 }),
      content: Views,
    },
    embedding("sample", "The embedding, with a sample and its neighbors", { patch: () => ({ anchor: POINT }) }),
    embedding("point", "The embedding of points, with one of them", {
      preset: "circle",
      patch: () => ({ anchor: POINT }),
    }),
    embedding("class", "The embedding, looked back at, with a class chosen and another one left out", {
      patch: ({ run, embedding }) => ({
        anchor: { ...NO_ANCHOR, group: A_CLASS },
        embedding: { ...embedding, hidden: ["B"], at: run && { run: run.id, step: Math.round(0.5 * run.step) } },
      }),
    }),
    {
      id: "embedding-large",
      title: "The embedding, large",
      width: 760,
      playground: () => pageOf({ patch: () => ({ enlarged: "embedding" }) }),
      content: LargeEmbedding,
    },
    anchor("images", "One anchor among images", {}),
    anchor("circle", "One anchor on the circle", { preset: "circle" }),
    anchor("arms", "One anchor of four arms, one of them without a weight, with a queue", {
      change: { arms: [...FOUR_ARMS], queue: { size: 64 } },
    }),
    { id: "anchor-none", title: "No anchor chosen", width: WIDTH, playground: () => pageOf(), content: OneAnchor },
  ],
};

function embedding(id: string, title: string, scene: Scene): Exhibit {
  return { id: `embedding-${id}`, title, width: WIDTH, playground: () => pageOf(scene), content: EmbeddingCard };
}

function anchor(id: string, title: string, scene: Scene): Exhibit {
  return {
    id: `anchor-${id}`,
    title,
    width: WIDTH,
    playground: () => pageOf({ ...scene, patch: () => ({ anchor: CHOSEN }) }),
    content: OneAnchor,
  };
}
