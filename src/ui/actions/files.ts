import { saidOf } from "../../i18n/errors";
import type { ActionContext } from "../../session/actions/action";
import type { Playground } from "../../session/playground";

type FileActions = Pick<
  ActionContext,
  "copyCurves" | "saveReport" | "saveAllData" | "saveRecord" | "saveSeries" | "saveCheckpoint" | "savePyTorch"
>;

/** The actions that make something that leaves the page. What makes it is fetched when the first one is performed. */
export function filesOf(playground: Playground): FileActions {
  const saving = () => import("../saving");
  const fetched = async <Part, Result>(part: () => Promise<Part>, act: (part: Part) => Promise<Result>) => {
    const there = await part().catch((error: unknown) => playground.notify("savingFailed", saidOf(error)));
    return there ? act(there) : null;
  };
  return {
    copyCurves: () =>
      fetched(
        () => import("./copyCurves"),
        ({ copyCurves }) => copyCurves(playground),
      ),
    saveReport: async () =>
      void (await fetched(
        () => import("../reporting"),
        (part) => part.saveReport(playground),
      )),
    saveAllData: async () =>
      void (await fetched(
        () => import("../packing"),
        (part) => part.saveAllData(playground),
      )),
    saveRecord: async () => void (await fetched(saving, (part) => part.saveRecord(playground))),
    saveSeries: async () => void (await fetched(saving, (part) => part.saveSeries(playground))),
    savePyTorch: async () => void (await fetched(saving, (part) => part.savePyTorch(playground))),
    saveCheckpoint: async () => void (await fetched(saving, (part) => part.saveCheckpoint(playground))),
  };
}
