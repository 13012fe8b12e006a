import EmbeddingsDialog from "../../../src/ui/embeddings/EmbeddingsDialog";
import type { Exhibit } from "../exhibit";
import { pageOf } from "../seed/run";

function Dialog() {
  return <EmbeddingsDialog opened onClose={() => undefined} />;
}

const opened = (id: string, title: string, width: number, height: number): Exhibit => ({
  id,
  title,
  width,
  height,
  playground: () => pageOf({ state: "paused" }),
  content: Dialog,
});

export const embeddings: readonly Exhibit[] = [
  opened("embeddings", "Embeddings as a file", 720, 620),
  opened("embeddings-phone", "Embeddings as a file, on a phone", 360, 740),
];
