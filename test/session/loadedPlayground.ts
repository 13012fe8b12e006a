import { presetConfig } from "../../src/config/presets";
import { Playground } from "../../src/session/playground";
import type { PlaygroundOptions } from "../../src/session/playgroundOptions";
import { DEFAULT_VIEW } from "../../src/session/view";
import { memoryHistory } from "../../src/storage/runs/history";
import { FakeService } from "./fakeService";

/** Lets queued work and timers of no delay run. */
export const settle = () => new Promise((resolve) => setTimeout(resolve, 15));

/** The page's state without its face, at a preset, over a service that the test speaks for. */
export async function loadedPlayground(
  options: PlaygroundOptions = {},
): Promise<{ service: FakeService; playground: Playground }> {
  const service = new FakeService();
  const playground = new Playground(service, {
    history: memoryHistory(),
    redrawInterval: 0,
    settleDelay: 0,
    ...options,
  });
  await playground.load({ presetId: "points", config: presetConfig("points"), view: DEFAULT_VIEW });
  return { service, playground };
}
