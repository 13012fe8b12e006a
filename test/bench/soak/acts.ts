import type { Page } from "playwright";

/** What is done to the page while it trains, in turn; each is over, and undone, when it resolves. */
export const ACTS: Record<string, (page: Page) => Promise<void>> = {
  async "pause and play"(page) {
    await page.evaluate(() => window.playground.pause());
    await page.evaluate(() => window.playground.resume());
  },
  async "change the temperature"(page) {
    await page.evaluate((temperature) => window.playground.change({ temperature }), 0.05 + Math.random() / 10);
  },
  async "another page and back"(page) {
    for (const lab of ["sweep", "bound"]) {
      await goTo(page, `&lab=${lab}`);
      await page.locator("main h1, main h2").first().waitFor();
    }
    await goTo(page, "");
    await page.locator("main .recharts-line-curve").first().waitFor();
  },
  async "a lab beside the run"(page) {
    const settings = { levels: 1, kFrom: 8, kTo: 16, batches: 20 };
    await page.evaluate(async (settings) => void (await window.playground.lab("bound").run(settings)), settings);
  },
  async "an embedding leaves"(page) {
    await page.evaluate(async () => void (await window.playground.embeddings({ split: "test" })));
  },
  async "a state dict leaves"(page) {
    await page.evaluate(async () => void (await window.playground.checkpoint()));
  },
};

/** The training worker ends without a word; another one has to take its place. Three times within a minute it would not. */
export async function loseWorker(page: Page): Promise<void> {
  const [worker] = page.workers();
  await worker?.evaluate(() => self.close()).catch(() => null);
}

async function goTo(page: Page, lab: string): Promise<void> {
  await page.evaluate((lab) => {
    window.location.hash = `${window.location.hash.replace(/&lab=\w+/, "")}${lab}`;
  }, lab);
}
