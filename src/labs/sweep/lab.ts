import { defineLab } from "../types";
import { rowSchema, sweepSchema } from "./schema";

/** A grid over two settings, all arms and seeds in each cell: where does one objective help beside another? */
export const sweepLab = defineLab({
  id: "sweep",
  name: "Sweep",
  schema: sweepSchema,
  row: rowSchema,
  display: ["metric", "armA", "armB", "slice", "cell"],
  count: async (config, rows) => (await import("./resume")).countOf(config, rows),
});
