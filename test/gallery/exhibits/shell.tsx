import { configError } from "../../../src/config/configError";
import { verbatim } from "../../../src/i18n/errors";
import type { Notice } from "../../../src/session/playgroundState";
import { Progress } from "../../../src/ui/shell/bar/Progress";
import { TopBar } from "../../../src/ui/shell/bar/TopBar";
// It comes to the bar when it is needed: here, where nobody waits for it, at once.
import "../../../src/ui/shell/bar/RerunMenu";
import { HelpDialog } from "../../../src/ui/shell/HelpDialog";
import { Notices } from "../../../src/ui/shell/Notices";
import { ENVIRONMENT } from "../../session/fakeService";
import type { Exhibit, Room } from "../exhibit";
import { pageOf, type Scene } from "../seed/run";
import { press } from "./acts";

const nothing = () => undefined;
const Bar = () => <TopBar perform={nothing} />;

function bar(id: string, title: string, scene: Scene): Exhibit {
  return { id: `bar-${id}`, title, width: 1440, playground: () => pageOf(scene), content: Bar };
}

function progress(id: string, title: string, scene: Scene): Exhibit {
  return { id: `progress-${id}`, title, playground: () => pageOf(scene), content: Progress };
}

const KINDS: Notice["kind"][] = [
  "startFailed",
  "workerMissing",
  "runFailed",
  "workerCrashed",
  "historyUnavailable",
  "storageFull",
  "runNotOpened",
  "labsUnavailable",
];

/** One notice of each kind, and one with errors. */
function notices(): Notice[] {
  return [
    ...KINDS.map((kind, id) => ({
      id,
      kind,
      detail: verbatim("What went wrong, in the words of its cause."),
      errors: [],
    })),
    {
      id: KINDS.length,
      kind: "invalidAddress",
      detail: null,
      errors: [
        configError("batchSize", verbatim("must be at least 2")),
        configError("view.smoothing", verbatim("must be a number from 0 to 0.999")),
      ],
    },
  ];
}

const SOFTWARE = { ...ENVIRONMENT, software: true, adapter: "SwiftShader Device (LLVM 10.0.0)" };

/** What stands around the pages. */
export const shell: Room = {
  id: "shell",
  title: "Shell",
  about: "Top bar, progress, notices and the list of shortcuts.",
  exhibits: [
    bar("none", "Top bar without a run", { run: false }),
    bar("ready", "Top bar, ready", { steps: 0 }),
    bar("running", "Top bar, training", { steps: 430, state: "running" }),
    bar("paused", "Top bar, paused", { steps: 430 }),
    bar("finished", "Top bar, finished", { state: "finished" }),
    bar("next", "Top bar, finished, with another preset for the next run", {
      state: "finished",
      patch: () => ({ presetId: "warm" }),
    }),
    bar("starting", "Top bar, starting", { steps: 0, patch: () => ({ starting: true }) }),
    bar("lab", "Top bar on the page of a lab", { patch: () => ({ page: "bound" }) }),
    bar("software", "Top bar on a software adapter", { steps: 0, patch: () => ({ environment: SOFTWARE }) }),
    {
      id: "backend",
      title: "What the page computes on",
      width: 1100,
      height: 420,
      playground: () =>
        pageOf({
          patch: () => ({
            environment: { ...SOFTWARE, refused: [verbatim("webgpu: the adapter computes on the CPU")], composed: [1] },
          }),
        }),
      content: Bar,
      act: press("[aria-haspopup=dialog]"),
    },
    progress("ready", "Progress, ready", { steps: 0 }),
    progress("running", "Progress, training", { steps: 430, state: "running" }),
    progress("finished", "Progress, finished", { state: "finished" }),
    progress("fine-tuning", "Progress, fine-tuning", {
      state: "running",
      patch: ({ run }) => ({ run: run && { ...run, fineTuning: 0.4 } }),
    }),
    {
      id: "notices",
      title: "Notices of every kind",
      width: 720,
      playground: () => pageOf({ patch: () => ({ notices: notices() }) }),
      content: Notices,
    },
    {
      id: "notices-device",
      title: "Notices about the device",
      width: 720,
      playground: () =>
        pageOf({ patch: () => ({ environment: { ...SOFTWARE, kernelsRefused: verbatim("conv: 0.02 is not 0") } }) }),
      content: Notices,
    },
    {
      id: "help",
      title: "Shortcuts",
      width: 520,
      height: 640,
      playground: () => pageOf({ run: false }),
      content: () => <HelpDialog opened onClose={nothing} />,
    },
  ],
};
