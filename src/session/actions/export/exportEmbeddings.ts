import { IconGrain } from "@tabler/icons-react";
import type { Action } from "../action";
import { hasLearners } from "../conditions";

/** What a learner makes of the samples, as a file for use elsewhere, in a dialog of its own. */
export const exportEmbeddings: Action = {
  icon: IconGrain,
  label: "Embeddings \u2026",
  menu: "export",
  enabled: hasLearners,
  run: ({ toggleDialog }) => toggleDialog("embeddings"),
};
