import { SECTION_IDS, SECTIONS, type SectionId } from "../../../src/session/settings/sections";
import { PresetBanner } from "../../../src/ui/race/presets/PresetBanner";
import { Verdict } from "../../../src/ui/race/Verdict";
import { ArmEditor } from "../../../src/ui/settings/arms/ArmEditor";
import { ArmList } from "../../../src/ui/settings/arms/ArmList";
import { PhiField } from "../../../src/ui/settings/arms/PhiField";
import { PendingChanges } from "../../../src/ui/settings/PendingChanges";
import { SettingsPanel } from "../../../src/ui/settings/SettingsPanel";
import type { Exhibit, Room } from "../exhibit";
import { frames } from "../frame/frames";
import { pageOf } from "../seed/run";
import { press } from "./acts";

/** As wide as the column that they stand in. */
const WIDTH = 296;
const EDITOR = 334;

/** Unfolds one section with all its rows, and folds the others. */
function unfold(id: SectionId): NonNullable<Exhibit["act"]> {
  return async (shown) => {
    for (const head of shown.querySelectorAll<HTMLElement>(".mantine-Accordion-control")) {
      const isWanted = head.textContent === SECTIONS[id].label;
      if ((head.getAttribute("aria-expanded") === "true") === isWanted) continue;
      head.click();
      await frames(2);
    }
    press(".mantine-Accordion-panel button[aria-expanded=false]:not([aria-controls], [aria-haspopup])")(shown);
  };
}

const sections: Exhibit[] = SECTION_IDS.map((id) => ({
  id: `settings-${id}`,
  title: `Settings: ${SECTIONS[id].label}`,
  width: WIDTH,
  playground: () => pageOf({ steps: 0 }),
  content: SettingsPanel,
  act: unfold(id),
}));

const ARMS = [
  { objective: "infoNce" as const, temperature: 0.07, label: "Mine" },
  { objective: "custom" as const, phi: "softplus(v)" },
  { objective: "dcl" as const, learningRate: 0.01, precision: "bfloat16" as const },
];

/** What is set for the next run, above what is shown. */
function NextRun() {
  return (
    <>
      <PendingChanges />
      <PresetBanner />
      <Verdict />
    </>
  );
}

function editor(id: string, title: string, index: number): Exhibit {
  return {
    id: `arm-${id}`,
    title,
    width: EDITOR,
    playground: () => pageOf({ run: false, change: { arms: ARMS } }),
    content: () => <ArmEditor index={index} onRemoved={() => undefined} />,
  };
}

function formula(id: string, title: string, phi: string): Exhibit {
  const content = () => <PhiField value={phi} onChange={() => undefined} />;
  return { id: `phi-${id}`, title, width: EDITOR, playground: () => pageOf({ run: false }), content };
}

/** Everything on the left of the Race. */
export const settings: Room = {
  id: "settings",
  title: "Settings",
  about: "Every section unfolded with all its rows, the arms and their editor.",
  exhibits: [
    ...sections,
    {
      id: "settings-invalid",
      title: "Settings that contradict each other",
      width: WIDTH,
      playground: async () => {
        const playground = await pageOf({ steps: 0 });
        playground.setField("batchSize", 1);
        return playground;
      },
      content: SettingsPanel,
      act: unfold("training"),
    },
    {
      id: "arms",
      title: "Arms, two learners of one stopped",
      width: WIDTH,
      playground: () =>
        pageOf({
          change: { arms: [...ARMS.slice(0, 1), { objective: "flatNce" }] },
          stops: [
            { arm: 0, seed: 0, step: 120 },
            { arm: 0, seed: 2, step: 310 },
          ],
        }),
      content: ArmList,
    },
    editor("override", "Arm with a temperature of its own", 0),
    editor("custom", "Arm with a typed loss", 1),
    editor("precision", "Arm in low precision", 2),
    formula("valid", "A typed loss", "log1p(exp(v)) / 2 + v / 2"),
    formula("unknown", "A typed loss with an unknown name", "softpuls(v)"),
    formula("unfinished", "A typed loss that is not finished", "softplus(v"),
    {
      id: "pending",
      title: "Changes that wait for a restart",
      width: 640,
      playground: async () => {
        const playground = await pageOf({ steps: 300, state: "running" });
        playground.setField("batchSize", 32);
        playground.setField("temperature", 0.2);
        return playground;
      },
      content: PendingChanges,
    },
    {
      id: "pending-preset",
      title: "Another preset for the next run",
      width: 720,
      playground: async () => {
        const playground = await pageOf({ state: "finished" });
        playground.choosePreset("warm");
        return playground;
      },
      content: NextRun,
      act: press("summary"),
    },
  ],
};
