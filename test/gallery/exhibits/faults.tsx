import { readKeptLab } from "../../../src/storage/keptLab";
import { readAll } from "../../../src/storage/unreadable";
import { FaultCard } from "../../../src/ui/faults/FaultCard";
import { PartMissing } from "../../../src/ui/faults/later";
import { PageFault } from "../../../src/ui/faults/PageFault";
import { UnreadableList } from "../../../src/ui/faults/UnreadableList";
import type { Room } from "../exhibit";
import { pageOf } from "../seed/run";

const nothing = () => undefined;
const BROKEN = {
  error: new TypeError("Cannot read properties of undefined (reading 'label')"),
  place: "",
  retry: nothing,
};
const MISSING = { ...BROKEN, error: new PartMissing(new TypeError("Failed to fetch"), nothing) };
const plainPage = () => pageOf({ run: false });

/** Rows of another version. */
const LAB = { key: "precision {}", lab: "precision", startedAt: "2026-03-05T14:20:00.000Z", rows: [{ xi: "low" }] };

/** What stands in the place of what broke. */
export const faults: Room = {
  id: "faults",
  title: "Faults",
  about: "What the page shows where a part of it breaks, does not come, or cannot be read.",
  exhibits: [
    {
      id: "fault-panel",
      title: "A panel that broke",
      playground: plainPage,
      content: () => <FaultCard {...BROKEN} />,
    },
    {
      id: "fault-missing",
      title: "A part that could not be loaded",
      playground: plainPage,
      content: () => <FaultCard {...MISSING} />,
    },
    {
      id: "fault-page",
      title: "A page that broke",
      width: 720,
      playground: plainPage,
      content: () => <PageFault {...BROKEN} stored={async () => "{}"} />,
    },
    {
      id: "fault-lab-rows",
      title: "Measurements of a lab that cannot be read",
      width: 860,
      playground: () =>
        pageOf({
          run: false,
          patch: ({ unreadable }) => ({
            unreadable: { ...unreadable, labs: readAll([[LAB.key, LAB]], readKeptLab).unreadable },
          }),
        }),
      content: () => <UnreadableList store="labs" />,
      act: (shown) => shown.querySelector("details")?.setAttribute("open", ""),
    },
  ],
};
