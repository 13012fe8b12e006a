import { EVERYTHING } from "../../../src/session/panels/arrangement";
import { FrameBar } from "../../../src/ui/embed/FrameBar";
import { Poster } from "../../../src/ui/embed/Poster";
import { SettingsPanel } from "../../../src/ui/settings/SettingsPanel";
import type { Room } from "../exhibit";
import { pageOf } from "../seed/run";

const nothing = () => undefined;

/** The page in another one, and a page of which not all can be used. */
export const embed: Room = {
  id: "embed",
  title: "Frames and locks",
  about: "What stands in a frame before Play and above its panels, and settings that are seen but locked.",
  exhibits: [
    {
      id: "frame-poster",
      title: "Poster of a frame",
      playground: () => pageOf({ preset: "points", run: false, patch: () => ({ poster: true }) }),
      content: () => <Poster onPlay={nothing} />,
    },
    {
      id: "frame-bar",
      title: "Bar of a frame",
      width: 320,
      playground: () => pageOf({ steps: 430 }),
      content: () => <FrameBar perform={nothing} />,
    },
    {
      id: "settings-locked",
      title: "Settings, all but the batch size locked",
      width: 272,
      playground: () =>
        pageOf({
          patch: () => ({ arrangement: { ...EVERYTHING, lockedControls: ["settings"], openControls: ["batchSize"] } }),
        }),
      content: SettingsPanel,
    },
  ],
};
