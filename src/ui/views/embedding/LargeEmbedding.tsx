import { useSelect } from "../../context";
import { EmbeddingCard } from "./EmbeddingCard";
import { NAME } from "./name";

/** The embedding where it has been enlarged, as a chart is: with all the room of the middle, for a room. */
export function LargeEmbedding() {
  const isLarge = useSelect((state) => state.enlarged === NAME);
  return isLarge ? (
    <div>
      <EmbeddingCard isLarge />
    </div>
  ) : null;
}
