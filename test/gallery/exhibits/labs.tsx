import { LAB_IDS, LABS, type LabId } from "../../../src/labs";
import { LAB_PAGES } from "../../../src/labs/pages";
import type { Exhibit, Room } from "../exhibit";
import { labAt } from "../seed/labs";
import { pageOf } from "../seed/run";

const WIDTH = 1280;

type Stand = Parameters<typeof labAt>[1];

function lab(id: LabId, stand: string, title: string, at: Stand): Exhibit {
  return {
    id: `lab-${id}-${stand}`,
    title: `${LABS[id].name}: ${title}`,
    width: WIDTH,
    playground: () => pageOf({ patch: labAt(id, at) }),
    content: LAB_PAGES[id],
  };
}

/** Every lab of the registry, and what only some of them can show. */
export const labs: Room = {
  id: "labs",
  title: "Labs",
  about: "Every lab before, while and after it measures, with seeded rows.",
  exhibits: [
    ...LAB_IDS.flatMap((id) => [
      lab(id, "empty", "nothing measured yet", { measured: 0 }),
      lab(id, "running", "half way", { measured: 0.5 }),
      lab(id, "finished", "finished", { measured: 1 }),
    ]),
    lab("sweep", "cell", "a cell of the map chosen", { input: { cell: 6, slice: 1 } }),
    lab("sweep", "invalid", "places without an experiment", {
      input: { x: { path: "batchSize", values: [1, 4, 16] } },
    }),
    lab("bound", "trained", "trained critics, nothing measured yet", {
      input: { critic: "separable" },
      measured: 0,
    }),
    lab("advice", "no", "no", { input: { seed: 3, place: "several" } }),
    lab("advice", "undecided", "not decided", { input: { seed: 2, aim: "knn", effort: "quick", seeds: 3 } }),
    lab("advice", "files", "files that have to be dropped again", {
      input: { base: { dataset: { id: "files", name: "ants" } } },
      measured: 0,
    }),
  ],
};
