import type { TermId } from "../explain";
import { PICTURES } from ".";

/** The picture of a term, inside of an SVG. */
export default function Picture({ id }: { id: TermId }) {
  const Drawn = PICTURES[id];
  return <Drawn />;
}
