import { afterEach, describe, expect, it } from "vitest";
import { arrange } from "../../../src/session/panels/changes";
import type { Playground } from "../../../src/session/playground";
import { createApi } from "../../../src/session/playgroundApi";
import { tinyConfig } from "../../support/experiment";
import { openPage } from "../checkpoints/pageUnderTest";

let page: Playground | undefined;
afterEach(() => page?.service.stop());

describe("a checkpoint on a page with locked settings", () => {
  it("is refused with other values of them, and the run stays; the page's author may open it", async () => {
    page = await openPage(tinyConfig({ steps: 8, backend: "wasm", temperature: 0.2 }));
    await page.step(2);
    const file = await page.checkpoints.save();
    page.setField("temperature", 0.6);
    arrange(page, { lockedControls: ["temperature"] });
    const { run } = page.state;
    expect(await page.checkpoints.open(file)).toBe(false);
    expect(page.state).toMatchObject({ run, draft: { temperature: 0.6 } });
    expect(page.state.notices.at(-1)).toMatchObject({
      kind: "checkpointRefused",
      detail: { id: "errors.locks.locked", args: { names: expect.stringContaining("Temperature") } },
    });
    await createApi(page, "test", Promise.resolve()).restore(file);
    expect(page.state.draft.temperature).toBe(0.2);
  });
});
