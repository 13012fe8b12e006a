import { Views } from "../../../src/ui/views/Views";
import type { Room } from "../exhibit";
import { pageOf } from "../seed/run";

/** As wide as the column that they stand in. */
const WIDTH = 340;

/** Embedding, pairs and similarity. */
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
  ],
};
