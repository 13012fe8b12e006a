import { OneAnchor } from "../../../src/ui/views/anchor/OneAnchor";
import { Views } from "../../../src/ui/views/Views";
import type { Exhibit, Room } from "../exhibit";
import { pageOf, type Scene } from "../seed/run";

/** As wide as the column that they stand in. */
const WIDTH = 340;
const CHOSEN = { chosen: 3, previewed: null };
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
    anchor("images", "One anchor among images", {}),
    anchor("circle", "One anchor on the circle", { preset: "circle" }),
    anchor("arms", "One anchor of four arms, one of them without a weight, with a queue", {
      change: { arms: [...FOUR_ARMS], queue: { size: 64 } },
    }),
    { id: "anchor-none", title: "No anchor chosen", width: WIDTH, playground: () => pageOf(), content: OneAnchor },
  ],
};

function anchor(id: string, title: string, scene: Scene): Exhibit {
  return {
    id: `anchor-${id}`,
    title,
    width: WIDTH,
    playground: () => pageOf({ ...scene, patch: () => ({ anchor: CHOSEN }) }),
    content: OneAnchor,
  };
}
