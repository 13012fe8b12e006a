import { expect, test } from "vitest";
import { MNIST, realPaths } from "../support/realData";
import { IS_THOROUGH } from "../support/thorough";
import { withBrowser } from "./browser";
import { TINY_ADDRESS } from "./tiny";

const site = withBrowser();
const ADDRESS = `#${TINY_ADDRESS}&backend=wasm&encoder.id=convnet&encoder.width=4&encoder.depth=1&steps=2`;

/** Published data sets beside the checkout, as their publishers pack them. */
const PUBLISHED = [
  {
    name: "MNIST (IDX, gzip)",
    files: MNIST,
    summary: "8,333 to train on, 1,667 held out, 28 \u00d7 28 pixels.",
  },
  {
    name: "KMNIST (NPZ)",
    files: ["kmnist/kmnist-test-imgs.npz", "kmnist/kmnist-test-labels.npz"],
    summary: "8,333 to train on, 1,667 held out, 28 \u00d7 28 pixels.",
  },
  {
    name: "CIFAR-10, a part (binary, tar.gz)",
    files: ["cifar10/cifar-10-sample-binary.tar.gz"],
    summary: "6,000 to train on, 2,000 held out, 32 \u00d7 32 pixels in colour.",
  },
];

/** How each format is read has tests of its own (test/data): one of them shows the way through the page. */
for (const { name, files, summary } of IS_THOROUGH ? PUBLISHED : PUBLISHED.slice(0, 1)) {
  const paths = realPaths(...files);
  test.skipIf(!paths)(`${name} is picked, read and trained on`, async () => {
    const [page, complaints] = await site.open(ADDRESS);
    await page.getByRole("combobox", { name: "Data set" }).click();
    await page.getByRole("option", { name: "Own files" }).click();
    const chooser = page.waitForEvent("filechooser");
    await page.getByRole("button", { name: "Choose files" }).click();
    await (await chooser).setFiles(paths!);
    await page.getByText(summary).waitFor();
    const { stepsDone, summary: final } = await page.evaluate(async () => {
      await window.playground.step(2);
      return window.playground.record();
    });
    expect(stepsDone).toBe(2);
    expect(final.probeAccuracy?.[0]?.n).toBe(2);
    expect(complaints.list).toEqual([]);
  });
}
