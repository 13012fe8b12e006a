import type { Page } from "playwright";
import { expect, test } from "vitest";
import { IS_THOROUGH } from "../../support/thorough";
import { seriousProblems, withBrowser } from "../browser";
import { TINY_ADDRESS } from "../tiny";

const site = withBrowser();

/** Trainings of two steps at batch 4. */
const TINY_ADVICE = "advice.place=own&advice.batchSize=4&advice.effort=quick&advice.steps=2&advice.seeds=2";
const ADDRESS = `#${TINY_ADDRESS}&backend=wasm&lab=advice&${TINY_ADVICE}`;

const line = (i: number) => `${Math.sin(i)},${Math.cos(2 * i)},c${i % 2}`;
const CSV = ["a,b,label", ...Array.from({ length: 160 }, (_, i) => line(i))].join("\n");

/** Drops a file on the page, which answers "Which data?" as well. */
async function drop(page: Page, name: string, content: string): Promise<void> {
  const dataTransfer = await page.evaluateHandle(
    (file) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([file.content], file.name));
      return transfer;
    },
    { name, content },
  );
  await page.dispatchEvent("body", "drop", { dataTransfer });
}

test.runIf(IS_THOROUGH)(
  "an answer is found on files of one's own, is there after a reload, and asks for them where they are gone",
  async () => {
    const [page, complaints] = await site.open(ADDRESS);
    const answer = page.getByRole("region", { name: "Answer" });
    await answer.getByText("Press Run for an answer.").waitFor();
    await drop(page, "mine.csv", CSV);
    await page.getByText("mine.csv", { exact: true }).waitFor();
    const data = page.getByRole("region", { name: "Your data" });
    await data.getByText(/to train on, .* held out.* 2 classes/).waitFor();
    await page.getByRole("button", { name: "Run", exact: true }).click();
    await answer.getByText("What it does not say").waitFor();
    const said = await answer.textContent();
    expect(said).toMatch(/^(Yes, here|No, here|Not decided)/);
    expect(said).toContain("It holds for batch 4.");
    expect(await seriousProblems(page)).toEqual([]);

    await expect.poll(() => page.evaluate(() => location.hash)).toContain("advice.base.dataset.name=mine.csv");
    await page.reload();
    await answer.getByText("What it does not say").waitFor();
    expect(await answer.textContent()).toBe(said);
    await page.getByText("Drop the files \u201cmine.csv\u201d again").waitFor();
    await page.getByRole("button", { name: "Run again" }).click();
    await page.getByText(/mine\.csv.* not at hand: pick them again/).waitFor();
    expect(await answer.textContent()).toBe(said);

    // Another content under the same name has no answer yet, and one without labels can have none.
    await drop(page, "mine.csv", `${CSV}\n1,1,c0`);
    await answer.getByText("Press Run for an answer.").waitFor();
    await drop(page, "mine.csv", CSV.replaceAll(/,(label|c\d)/g, ""));
    await data.getByText(/no labels.*into a folder of their own/).waitFor();
    expect(await page.getByRole("button", { name: "Run", exact: true }).isDisabled()).toBe(true);
    await drop(page, "mine.csv", CSV);
    await answer.getByText("What it does not say").waitFor();
    expect(await answer.textContent()).toBe(said);
    expect(complaints.list).toEqual([]);
  },
);
