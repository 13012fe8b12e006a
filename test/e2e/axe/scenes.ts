import type { Page } from "playwright";
import { LONG_ADDRESS, TINY_ADDRESS } from "../tiny";

/** All that the page can show: how one gets there, and the part that is looked at. */

export interface Scene {
  hash: string;
  /** What is pressed to get there. */
  act?: (page: Page) => Promise<void>;
  /** It prepares nothing until it is played. */
  isPoster?: true;
  /** Where a dialog covers the page, the dialog alone can be used. */
  part?: string;
}

const DIALOG = "[role=dialog]";
const RACE = `#${TINY_ADDRESS}&backend=wasm`;
const STEPS = 6;

const press = (key: string) => async (page: Page) => page.keyboard.press(key);

const train = async (page: Page, steps = STEPS) => {
  await page.evaluate((count) => window.playground.step(count), steps);
};

/** Performs a command by its name, as one types it. */
const command = (name: string) => async (page: Page) => {
  await page.keyboard.press("Control+k");
  await page.getByRole("combobox", { name: "Commands" }).fill(name);
  await page.getByRole("option", { name }).first().click();
  await page.getByRole("combobox", { name: "Commands" }).waitFor({ state: "hidden" });
};

/** A dialog that opens by what is done, or by its address. */
const dialog = (act?: (page: Page) => Promise<void>, hash = `${RACE}&steps=${STEPS}`): Scene => ({
  hash,
  part: DIALOG,
  act: async (page) => {
    await act?.(page);
    await page.getByRole("dialog").first().waitFor();
  },
});

async function enlarge(page: Page): Promise<void> {
  await train(page);
  await page.getByRole("region", { name: "Loss", exact: true }).getByRole("heading").dblclick();
  await page.locator("[data-enlarged]").waitFor();
}

/** Two kept runs, one of them behind the one that is shown, and a queue. */
async function fillRuns(page: Page): Promise<void> {
  await train(page);
  await page.getByRole("button", { name: "Queue these settings" }).click();
  await page.locator('[data-panel="queue"]').waitFor();
  await page.evaluate(() => window.playground.run({ ...window.playground.record().config, batchSize: 6 }));
  const overlay = page.getByRole("button", { name: /Overlay/ }).last();
  if (await overlay.isVisible()) await overlay.click();
}

async function openFigure(page: Page): Promise<void> {
  await train(page);
  const loss = page.getByRole("region", { name: "Loss", exact: true });
  await loss.getByRole("button", { name: "Options of the chart Loss" }).click();
  await page.getByRole("menuitem", { name: "Figure\u2026" }).click();
}

async function runChapter(page: Page): Promise<void> {
  await page.getByRole("radio", { name: "I do not know" }).check();
  await page.getByRole("button", { name: "Run", exact: true }).click();
  await page.getByText("This is what came out.").waitFor({ timeout: 500_000 });
}

const lesson = encodeURIComponent("Which of the two is louder? Press **Play**.");

const chapters = Object.fromEntries(
  [1, 2, 3, 4, 5, 6].map((number): [string, Scene] => [`chapter ${number}`, { hash: `#learn=${number}&backend=wasm` }]),
);
const labs = Object.fromEntries(
  ["sweep", "bound", "precision", "advice"].map((lab): [string, Scene] => [lab, { hash: `${RACE}&lab=${lab}` }]),
);

export const SCENES: Record<string, Scene> = {
  "Race, idle": { hash: `${RACE}&steps=${STEPS}&autoplay=0` },
  "Race, training": {
    hash: `#${LONG_ADDRESS}&backend=wasm`,
    act: async (page) => {
      await page.keyboard.press("Space");
      await page.getByRole("button", { name: "Pause" }).waitFor();
    },
  },
  "Race, finished": { hash: `${RACE}&steps=${STEPS}`, act: train },
  "Race, in German": { hash: `?lang=de${RACE}` },
  "Race, in Chinese": { hash: `?lang=zh${RACE}` },
  "Learn, in German": { hash: "?lang=de#learn=4" },
  "Learn, in Chinese": { hash: "?lang=zh#learn=4" },
  "enlarged chart": { hash: `${RACE}&steps=${STEPS}`, act: enlarge },
  runs: { hash: `${RACE}&steps=${STEPS}`, act: fillRuns },
  ...chapters,
  "chapter 2, run": { hash: "#learn=2&backend=wasm", act: runChapter },
  ...labs,
  lesson: { hash: `${RACE}&steps=40&lesson=1&lesson.title=Louder&lesson.task=${lesson}&lesson.stop=6` },
  embed: { isPoster: true, hash: `${RACE}&steps=${STEPS}&embed` },
  "embed, played": {
    isPoster: true,
    hash: `${RACE}&steps=${STEPS}&embed`,
    act: async (page) => {
      await page.getByRole("button", { name: "Play" }).click();
      await page.evaluate(() => window.playground.ready);
    },
  },
  "slow motion": dialog(undefined, `${RACE}&steps=60&view.slow=true`),
  projector: { hash: `${RACE}&steps=${STEPS}&view.lecture=true`, act: train },
  palette: dialog(press("Control+k")),
  help: dialog(press("?")),
  presets: dialog(press("p")),
  "settings as JSON": dialog(command("Edit settings as JSON")),
  "lesson editor": dialog(command("Make a lesson")),
  "QR code": dialog(command("QR code")),
  "embed dialog": dialog(command("Embed this")),
  figure: dialog(openFigure),
  data: dialog((page) => page.getByRole("button", { name: "Look at the data" }).click()),
};
