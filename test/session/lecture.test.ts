import { describe, expect, it } from "vitest";
import { ACTIONS } from "../../src/session/actions";
import type { ActionContext } from "../../src/session/actions/action";
import { formatUrl, parseUrl } from "../../src/session/address/address";
import { loadedPlayground } from "./loadedPlayground";

async function lecturing(steps: number | null) {
  const { service, playground } = await loadedPlayground();
  if (steps !== null) await playground.playUnasked(steps);
  const announced: string[] = [];
  const press = () =>
    ACTIONS.lecture.run({
      playground,
      announce: ({ id }) => announced.push(id),
    } as Partial<ActionContext> as ActionContext);
  return { service, playground, press, announced };
}

describe("lecture mode", () => {
  it("is in the address, and off unless it is asked for", async () => {
    const { playground, press } = await lecturing(null);
    await press();
    const { presetId, draft, view, page } = playground.state;
    const { labs } = parseUrl("");
    const hash = formatUrl({ presetId, config: draft, view, page, chapter: null, labs });
    expect(hash).toContain("view.lecture=true");
    expect(parseUrl(hash).view.lecture).toBe(true);
    expect(parseUrl("").view.lecture).toBe(false);
  });

  it("lets the run that the page began by itself go on", async () => {
    const { service, playground, press, announced } = await lecturing(401);
    service.tell({ type: "state", state: "running" });
    await press();
    expect(service.calls).toEqual(["start", "step 401", "resume"]);
    expect(playground.state.unasked).toBe(false);
    await press();
    expect(playground.state.view.lecture).toBe(false);
    expect(announced).toHaveLength(2);
  });

  it("begins nothing by itself", async () => {
    const { service, press } = await lecturing(null);
    await press();
    expect(service.calls).toEqual(["start"]);
  });
});
