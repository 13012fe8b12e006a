import { expect, it } from "vitest";
import { english } from "../../src/i18n/translate";
import { copyPicture, saveLab, savePicture, saveRecord } from "../../src/ui/saving";
import { loadedPlayground } from "../session/loadedPlayground";

it("says on the page why a file cannot be saved", async () => {
  const { playground } = await loadedPlayground();
  await saveLab(playground, "precision", "csv");
  const [notice] = playground.state.notices;
  expect(notice).toMatchObject({ kind: "savingFailed" });
  expect(notice?.detail && english(notice.detail)).toMatch(/Nothing was measured/);
  // There is no document that a file could be made in.
  await saveRecord(playground);
  expect(playground.state.notices).toHaveLength(1);
  expect(playground.state.notices[0]?.id).toBeGreaterThan(notice?.id ?? Number.NaN);
});

it("says that there is no picture where nothing is drawn, and does not take it for copied", async () => {
  const { playground } = await loadedPlayground();
  expect(await copyPicture(playground, () => null)).toBe(false);
  expect(playground.state.notices[0]).toMatchObject({ kind: "copyingFailed" });
  await savePicture(playground, { name: "figure", format: "svg", document: () => null });
  const kinds = playground.state.notices.map(({ kind }) => kind);
  expect(kinds).toEqual(["copyingFailed", "savingFailed"]);
});
