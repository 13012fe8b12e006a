import type { Page } from "playwright";
import { encode } from "uqr";
import { expect, test } from "vitest";
import { IS_THOROUGH } from "../support/thorough";
import { seriousProblems, withBrowser } from "./browser";
import { TINY_ADDRESS } from "./tiny";

/** A lesson as its teacher makes it, and as a student opens it. */

const browser = withBrowser();

const stepOf = (page: Page) => page.evaluate(() => window.playground.record().stepsDone);

test.runIf(IS_THOROUGH)(
  "the editor makes a link, which a student predicts in, is stopped in, and leaves with the run",
  async () => {
    const [teacher, { list: complaints }] = await browser.open(`#${TINY_ADDRESS}&steps=40&backend=wasm`);
    await teacher.getByRole("button", { name: "Export" }).click();
    await teacher.getByRole("menuitem", { name: "Make a lesson" }).click();
    const editor = teacher.getByRole("dialog", { name: "Make a lesson" });
    await editor.getByRole("textbox", { name: "Title" }).fill("Who is louder?");
    await editor.getByRole("textbox", { name: "Task" }).fill("Press **Play** <img src=x onerror=alert(1)>");
    await editor.getByRole("region", { name: "As students see it" }).locator("strong").waitFor();
    await editor.getByRole("radiogroup", { name: "All settings" }).getByText("Locked").click();
    await editor.getByRole("textbox", { name: "Training stops at step" }).fill("6");
    await editor.getByRole("combobox", { name: "Asked before the run" }).click();
    await teacher.getByRole("option", { name: "Higher of two arms" }).click();
    expect(await seriousProblems(teacher, "[role=dialog]")).toEqual([]);

    const link = await editor.getByRole("textbox", { name: "Link" }).inputValue();
    expect(link.length).toBeLessThan(2000);
    expect(await editor.getByRole("link", { name: "Open as a student" }).getAttribute("href")).toBe(link);
    const size = encode(link, { ecc: "L", border: 4 }).size;
    const code = editor.getByRole("img", { name: "QR code of the link" });
    expect(await code.getAttribute("viewBox")).toBe(`0 0 ${size} ${size}`);
    expect(complaints).toEqual([]);

    const [student, { list: others }] = await browser.open(link.slice(link.indexOf("#")));
    const lesson = student.getByRole("region", { name: "Lesson" });
    await lesson.getByRole("heading", { name: "Who is louder?" }).waitFor();
    expect(await lesson.locator("strong").first().textContent()).toBe("Play");
    expect(await lesson.locator("img").count()).toBe(0);
    const play = student.getByRole("button", { name: "Play", exact: true });
    expect(await play.isDisabled()).toBe(true);
    await student.getByRole("button", { name: /^Batch size is locked/ }).waitFor();
    await student.setViewportSize({ width: 360, height: 740 });
    expect(await seriousProblems(student)).toEqual([]);
    expect(await student.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    await lesson.getByRole("radio", { name: "FlatNCE" }).check();
    await play.click();
    await lesson.getByText("Step 6: this is as far as the lesson goes.").waitFor();
    await lesson.getByText("Gradient variance of FlatNCE minus that of InfoNCE").waitFor();
    expect(await stepOf(student)).toBe(6);
    expect(await lesson.getByRole("radio", { name: "FlatNCE" }).isDisabled()).toBe(true);

    await lesson.getByRole("button", { name: "Leave the lesson" }).click();
    await lesson.waitFor({ state: "detached" });
    expect(new URL(student.url()).hash).not.toContain("lesson");
    expect(await stepOf(student)).toBe(6);
    await student.goBack();
    await lesson.getByText("Step 6: this is as far as the lesson goes.").waitFor();
    expect(others).toEqual([]);
  },
);
