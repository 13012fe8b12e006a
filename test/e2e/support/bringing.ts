import type { Page } from "playwright";

/** The ways in which a user brings data to the page. */

export interface UserFile {
  name: string;
  bytes: Uint8Array;
}

async function chooseData(page: Page, kind: string): Promise<void> {
  const choice = page.getByRole("combobox", { name: "Data set" });
  if ((await choice.inputValue()) === kind) return;
  await choice.click();
  await page.getByRole("option", { name: kind }).click();
}

/** Picks files with the page's own file dialog. */
export async function pick(page: Page, files: UserFile[]): Promise<void> {
  await chooseData(page, "Own files");
  const chooser = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "Choose files" }).click();
  const payload = files.map(({ name, bytes }) => ({ name, mimeType: "", buffer: Buffer.from(bytes) }));
  await (await chooser).setFiles(payload);
}

/**
 * Drags files over the page and drops them there.
 *
 * @param isWelcome whether the page says so
 */
export async function drop(page: Page, files: UserFile[], isWelcome = true): Promise<void> {
  const plain = files.map(({ name, bytes }) => ({ name, bytes: [...bytes] }));
  const data = await page.evaluateHandle((given) => {
    const transfer = new DataTransfer();
    for (const { name, bytes } of given) transfer.items.add(new File([Uint8Array.from(bytes)], name));
    return transfer;
  }, plain);
  await page.dispatchEvent("body", "dragover", { dataTransfer: data });
  if (isWelcome) await page.getByText("Drop to train on this data").waitFor();
  await page.dispatchEvent("body", "drop", { dataTransfer: data });
}

/** Pastes text, into no field unless one is named. */
export async function paste(page: Page, text: string, field?: string): Promise<void> {
  const target = field === undefined ? page.locator("body") : page.getByRole("textbox", { name: field });
  await target.evaluate((element, content) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", content);
    element.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true }));
  }, text);
}

/** Drags a link over the page and drops it there. */
export async function dropLink(page: Page, url: string): Promise<void> {
  const data = await page.evaluateHandle((address) => {
    const transfer = new DataTransfer();
    transfer.setData("text/uri-list", address);
    return transfer;
  }, url);
  await page.dispatchEvent("body", "drop", { dataTransfer: data });
}
