import { expect, test } from "vitest";
import { withBrowser } from "../browser";
import { drop } from "../support/bringing";
import { TINY_ADDRESS } from "../tiny";

const site = withBrowser();

/** A name that no role can be given to. */
const LONG = "remarks ".repeat(300).trim();
const WORDS = ["red", "green", "blue"];
const rows = Array.from(
  { length: 48 },
  (_, i) => `2024-01-${(i % 28) + 1},${WORDS[i % 3]},${["x", "y"][i % 2]},n${i},-`,
);
const table = {
  name: "notes.csv",
  bytes: new TextEncoder().encode([`when,color,kind,who,${LONG}`, ...rows].join("\n")),
};

const PHONE = { viewport: { width: 360, height: 760 } };
/** What stays above all that is scrolled. */
const BAR = 60;
const FEW = [
  "a,b,kind",
  ...Array.from({ length: 18 }, (_, i) => `${Math.sin(i)},${Math.cos(i * i)},${"xyz"[i % 3]}`),
].join("\n");
const inView = (box: { y: number } | null) => box !== null && box.y > BAR && box.y < PHONE.viewport.height / 2;

test("what could not be read is read once somebody says what is what, and the record has what was said", async () => {
  const [page, complaints] = await site.open(`#${TINY_ADDRESS}&backend=wasm`);
  await drop(page, [table]);
  await page.getByText("notes.csv was not understood").waitFor();
  await page.getByRole("button", { name: "Say what is what" }).click();
  const role = (name: string) => page.getByRole("combobox", { name: `${name} is taken for` });
  const again = page.getByRole("button", { name: "Read again" });

  await role("who").selectOption("Feature");
  await again.click();
  await page
    .getByRole("alert")
    .filter({ hasText: /It was not taken: .*who.*not a number/ })
    .waitFor();

  await role(LONG).selectOption("Left out");
  await again.click();
  await page
    .getByRole("alert")
    .filter({ hasText: /It was not taken: .*columns.*must be at most 2000/ })
    .waitFor();
  await role(LONG).selectOption({ index: 0 });

  await role("who").selectOption("Left out");
  await role("color").selectOption("Categories");
  await again.click();
  await page.getByRole("dialog").waitFor({ state: "detached" });
  await page.getByText("40 to train on, 8 held out, 3 numbers each.").waitFor();
  const said = await page.evaluate(() => window.playground.record().config.dataset);
  expect(said).toMatchObject({
    name: "notes.csv",
    interpretation: {
      columns: [
        { name: "who", role: "ignore" },
        { name: "color", role: "categories" },
      ],
    },
  });

  await page.getByRole("button", { name: "Look at the data" }).click();
  await page.getByRole("tab", { name: "What is what" }).click();
  expect(await role("color").inputValue()).toBe("categories");
  await page.getByRole("button", { name: "As guessed" }).click();
  await page.getByRole("alert").filter({ hasText: "holds no column of numbers" }).first().waitFor();
  await page.keyboard.press("Escape");

  await page.getByRole("navigation").getByText("Sweep").click();
  await page.getByRole("heading", { name: "Sweep: where does it help?" }).waitFor();
  await drop(page, [table], false);
  await page.getByRole("alert").filter({ hasText: "this page is not for data of your own" }).waitFor();
  expect(complaints.list).toEqual([]);
});

test("data that does not fill a batch is said so where it is seen, and trained on in smaller batches", async () => {
  const [page, complaints] = await site.open(`#${TINY_ADDRESS}&backend=wasm&batchSize=32&steps=2`, PHONE);
  await page.getByRole("button", { name: /^Settings/ }).click();
  await drop(page, [{ name: "few.csv", bytes: new TextEncoder().encode(FEW) }]);
  const alert = page.getByRole("alert").filter({ hasText: "A batch of 32 samples cannot be drawn from 15" });
  await expect.poll(async () => inView(await alert.boundingBox())).toBe(true);
  await page.getByRole("button", { name: "Use batches of 8" }).click();
  await alert.waitFor({ state: "detached" });
  const { batchSize, dataset } = await page.evaluate(() => window.playground.record().config);
  expect({ batchSize, dataset }).toMatchObject({ batchSize: 8, dataset: { id: "files", name: "few.csv" } });
  expect(complaints.list).toEqual([]);
});
