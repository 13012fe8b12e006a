import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { IS_THOROUGH } from "../../support/thorough";
import { seriousProblems, withBrowser } from "../browser";
import { TINY_ADDRESS } from "../tiny";

const site = withBrowser();

test.runIf(IS_THOROUGH)("embeddings of a split leave the page as a file, and the console has them too", async () => {
  const [page, complaints] = await site.open(`#${TINY_ADDRESS}&backend=wasm`);
  await page.evaluate(() => window.playground.step(2));
  await page.getByRole("button", { name: "Export" }).click();
  await page.getByRole("menuitem", { name: "Embeddings \u2026" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("combobox", { name: "Arm" }).selectOption({ index: 1 });
  expect(await seriousProblems(page, "[role=dialog]")).toEqual([]);
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    dialog.getByRole("button", { name: "Save file" }).click(),
  ]);
  await dialog.getByText(/^Saved \d+ samples of step 2: flatnce-/).waitFor();
  expect(file.suggestedFilename()).toMatch(/^flatnce-.*\.FlatNCE-seed\d+-test-step2\.csv$/);
  const [header = "", ...lines] = readFileSync(await file.path(), "utf8")
    .trimEnd()
    .split("\r\n");
  expect(header).toMatch(/^index,split,label,class,evaluation,knn,knn_score,probe,probe_score,h0,h1,/);
  const shown = await dialog.getByRole("combobox", { name: "Samples" }).locator("option:checked").textContent();
  expect(shown).toBe(`Test, held out (${lines.length})`);
  await dialog.getByText("NPY").click();
  await dialog.getByText("One array of numbers: nothing goes along.").waitFor();
  const parquet = await page.evaluate(async () => {
    const made = await window.playground.embeddings({ format: "parquet", split: "train", embedding: "both" });
    return { name: made.name, start: await made.slice(0, 4).text(), size: made.size };
  });
  expect(parquet).toMatchObject({ name: expect.stringMatching(/-train-step2\.parquet$/), start: "PAR1" });
  const refused = page.evaluate(() => window.playground.embeddings({ arm: 9 }));
  await expect(refused).rejects.toThrow("The run has no learner of arm 9");
  expect(complaints.list).toEqual([]);
});
