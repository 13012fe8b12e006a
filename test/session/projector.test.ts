import { describe, expect, it } from "vitest";
import { ACTIONS } from "../../src/session/actions";
import type { ActionContext } from "../../src/session/actions/action";
import { formatUrl, parseUrl } from "../../src/session/address/address";
import { loadedPlayground } from "./loadedPlayground";

async function projecting(steps: number | null) {
  const { service, playground } = await loadedPlayground();
  if (steps !== null) await playground.playUnasked(steps);
  const announced: string[] = [];
  const press = () =>
    ACTIONS.projector.run({
      playground,
      announce: ({ id }) => announced.push(id),
    } as Partial<ActionContext> as ActionContext);
  return { service, playground, press, announced };
}

describe("projector mode", () => {
  it("is in the address, and off unless it is asked for", async () => {
    const { playground, press } = await projecting(null);
    await press();
    const { presetId, draft, view, arrangement, embed, page } = playground.state;
    const { labs } = parseUrl("");
    const hash = formatUrl({
      presetId,
      config: draft,
      view,
      arrangement,
      lesson: null,
      embed,
      page,
      chapter: null,
      labs,
      reference: null,
    });
    expect(hash).toContain("view.projector=true");
    expect(parseUrl(hash).view.projector).toBe(true);
    expect(parseUrl("").view.projector).toBe(false);
  });

  it("is found under its old name in an address", () => {
    const { view, errors } = parseUrl("view.lecture=true");
    expect(view.projector).toBe(true);
    expect(errors).toEqual([]);
  });

  it("lets the run that the page began by itself go on", async () => {
    const { service, playground, press, announced } = await projecting(401);
    service.tell({ type: "state", state: "running" });
    await press();
    expect(service.calls).toEqual(["start", "step 401", "resume"]);
    expect(playground.state.unasked).toBe(false);
    await press();
    expect(playground.state.view.projector).toBe(false);
    expect(announced).toHaveLength(2);
  });

  it("begins nothing by itself", async () => {
    const { service, press } = await projecting(null);
    await press();
    expect(service.calls).toEqual(["start"]);
  });
});
