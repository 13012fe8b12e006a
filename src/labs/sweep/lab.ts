import { defineLab } from "../types";
import { countOf } from "./resume";
import { rowSchema, sweepSchema } from "./schema";

/** A grid over two settings, all arms and seeds in each cell: where does one objective help beside another? */
export const sweepLab = defineLab({
  id: "sweep",
  name: "Sweep",
  schema: sweepSchema,
  row: rowSchema,
  display: ["metric", "armA", "armB", "slice", "cell"],
  count: countOf,
});
