import { expect, it } from "vitest";
import { english } from "../../src/i18n/translate";
import { saveLab, saveRecord } from "../../src/ui/saving";
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
