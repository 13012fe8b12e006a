import { CAPTIONS, type Caption } from "../../../src/session/tour/captions";
import { CaptionCard } from "../../../src/ui/tour/CaptionCard";
import { TourInvitation } from "../../../src/ui/tour/TourInvitation";
import type { Exhibit } from "../exhibit";
import { pageOf } from "../seed/run";

const nothing = () => undefined;

/** The captions of the guided tour, each as it stands on a phone, and the line that offers it. */
export const tour: readonly Exhibit[] = [
  ...CAPTIONS.map(
    (caption: Caption, at): Exhibit => ({
      id: `tour-${caption.id}`,
      title: `Tour: ${caption.id}`,
      width: 360,
      height: 270,
      playground: () => pageOf({ preset: "points", steps: 400 }),
      content: () => <CaptionCard caption={caption} at={at} place={{ left: 6, top: 6 }} hold={nothing} />,
    }),
  ),
  {
    id: "tour-invitation",
    title: "Tour: offered",
    width: 272,
    playground: () => pageOf({ run: false }),
    content: TourInvitation,
  },
];
