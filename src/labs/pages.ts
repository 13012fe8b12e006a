import type { ComponentType } from "react";
import { laterPart } from "../ui/faults/laterPart";
import { LAB_IDS, type LabId } from "./index";

/** Every lab's page stands in its folder under a name that ends in `Lab`, which its chunk gets as well. */
const FILES = import.meta.glob<{ default: ComponentType }>("./*/page/*Lab.tsx");

function pageOf(id: LabId): ComponentType {
  const [, load] = Object.entries(FILES).find(([path]) => path.startsWith(`./${id}/`)) ?? [];
  if (!load) throw new Error(`The lab "${id}" has no page: src/labs/${id}/page/<Name>Lab.tsx`);
  return laterPart(load);
}

/** The labs' pages; each comes when it is first opened. */
export const LAB_PAGES = Object.fromEntries(LAB_IDS.map((id) => [id, pageOf(id)])) as Record<LabId, ComponentType>;
