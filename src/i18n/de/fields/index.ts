import type { Catalog } from "../../catalog";
import { experimentFields } from "./experiment";
import { labFields } from "./labs";
import { measuringFields } from "./measuring";

/** What settings and their options are called, by their paths. */
export const fields: Pick<Catalog, "fields"> = {
  fields: { ...experimentFields, ...measuringFields, ...labFields },
};
