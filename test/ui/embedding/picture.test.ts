import { describe, expect, it } from "vitest";
import { embeddingDocument } from "../../../src/ui/views/embedding/picture/document";

const PLANE = Float32Array.from([1, 0, 0, 1, -1, 0]);
const COLORS = { surface: "#fff", ink: "#000", soft: "#666", line: "#ccc" };

function pictureOf(hidden: boolean): string {
  const layout = {
    arm: 0,
    seed: 0,
    embedding: PLANE,
    size: 2,
    plane: PLANE,
    explained: 1,
    layout: PLANE,
    isCircle: true,
    how: "the circle itself",
  };
  const entries = [
    { name: "ant & bee", label: 0, isOn: !hidden },
    { name: "<cat>", label: 1, isOn: true },
  ];
  return embeddingDocument({
    title: "Embedding, step 3",
    layouts: [layout],
    looks: [{ label: "InfoNCE", color: "#0072b2", dash: "" }],
    classes: { labels: Uint8Array.from([0, 1, 1]), count: 2, entries },
    chosen: [2],
    dark: false,
    colors: COLORS,
  });
}

describe("the picture of the embedding", () => {
  it("has every mark, the ring of what is chosen, and names that no text can break", () => {
    const svg = pictureOf(false);
    expect(svg.match(/<polygon/g)).toHaveLength(3);
    // The circle itself, the mark of a class in the map and in the legend, and a ring.
    expect(svg.match(/<circle/g)).toHaveLength(4);
    expect(svg).toContain("ant &amp; bee");
    expect(svg).toContain("&lt;cat&gt;");
    expect(svg).toContain("Embedding, step 3");
    expect(svg).not.toContain("NaN");
  });

  it("leaves out what is switched off", () => {
    expect(pictureOf(true).match(/<circle/g)).toHaveLength(3);
  });
});
