import DrawDialog from "../../../src/ui/data/draw/DrawDialog";
import type { Exhibit } from "../exhibit";
import { frames } from "../frame/frames";
import { pageOf } from "../seed/run";

/** Two moons, and a line that is no point. */
const MOONS = Array.from({ length: 60 }, (_, i) => {
  const angle = (Math.PI * (i % 30)) / 29;
  const [x, y] = [0.5 * Math.cos(angle), 0.5 * Math.sin(angle)];
  return i < 30 ? [x - 0.25, y - 0.1, "upper moon"] : [0.25 - x, 0.1 - y, "lower moon"];
});
const TEXT = [...MOONS, [0, "?"]].map((cells) => cells.join(",")).join("\n");

function Dialog() {
  return <DrawDialog opened onClose={() => undefined} />;
}

/** Pastes the moons onto the plane. */
async function paste(): Promise<void> {
  const plane = () => document.querySelector("[role=application]");
  while (!plane()) await frames(3);
  const clipboardData = new DataTransfer();
  clipboardData.setData("text/plain", TEXT);
  plane()?.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
}

const drawn = (id: string, title: string, width: number, height: number): Exhibit => ({
  id,
  title,
  width,
  height,
  playground: () => pageOf({ preset: "points", steps: 0 }),
  content: Dialog,
  act: paste,
});

export const drawings: readonly Exhibit[] = [
  drawn("draw", "Points that are drawn", 960, 680),
  drawn("draw-phone", "Points that are drawn, on a phone", 360, 740),
];
