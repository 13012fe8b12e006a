import { describe, expect, it } from "vitest";
import { saidOf, verbatim } from "../../../src/i18n/errors";
import { translate } from "../../../src/i18n/translate";
import { Frame } from "../../../src/session/embed/frame";
import type { FrameMessage } from "../../../src/session/embed/messages";
import { createPlayground } from "../../../src/session/playground";
import { FakeService } from "../fakeService";
import { settle } from "../loadedPlayground";

const HOST = "https://host.example";

function framed(opened: string) {
  let hash = opened;
  const service = new FakeService();
  const playground = createPlayground(service, { redrawInterval: 0, settleDelay: 0 });
  const sent: FrameMessage[] = [];
  const host = { postMessage: (message: FrameMessage) => void sent.push(message) };
  const write = (next: string) => {
    hash = next;
  };
  const address = { read: () => hash, write, listen: () => undefined };
  const inWords = (reason: unknown) => translate(saidOf(reason));
  const frame = new Frame({ playground, address, host, inWords, followed: () => undefined });
  const post = (message: object) => frame.receive({ data: { flatnce: 1, ...message }, origin: HOST, source: host });
  return { service, playground, frame, sent, post, hash: () => hash };
}

const FRAME = `#embed&embed.origins=${HOST}&preset=points`;

describe("a frame", () => {
  it("asks the service for nothing before Play, and shows what it is of", async () => {
    const { service, playground, post, sent } = framed(`${FRAME}&seeds=5`);
    await post({ type: "hello" });
    await post({ type: "theme", theme: "dark" });
    await post({ type: "set", config: { batchSize: 8 } });
    await settle();
    expect(service.calls).toEqual([]);
    expect(playground.state).toMatchObject({ poster: true, presetId: "points", embed: { theme: "dark" } });
    expect(sent.at(-1)).toMatchObject({ ok: true, result: { phase: "poster", step: 0 } });
  });

  it("begins with what its host has set, when one of both presses Play", async () => {
    const { service, playground, post } = framed(`${FRAME}&seeds=5`);
    await post({ type: "set", config: { batchSize: 8 } });
    await post({ type: "play" });
    expect(service.started).toMatchObject([{ seeds: 5, batchSize: 8 }]);
    expect(service.calls.filter((call) => call === "resume")).toHaveLength(1);
    expect(playground.state.poster).toBe(false);
  });

  it("refuses settings that cannot be, and leaves those that were", async () => {
    const { playground, post, sent } = framed(FRAME);
    const { draft } = playground.state;
    await post({ type: "set", config: { batchSize: "many" } });
    expect(sent.at(-1)).toMatchObject({ ok: false, error: expect.stringContaining("batchSize") });
    expect(playground.state.draft).toBe(draft);
  });

  it("tells its host of turns and measurements, in the numbers that were measured", async () => {
    const { service, post, sent, playground } = framed(FRAME);
    await post({ type: "subscribe", metrics: ["infoNce", "knnAccuracy"], every: 50 });
    await post({ type: "play" });
    service.tell({ type: "state", state: "running" });
    service.tellLoss(3, 0.5);
    await expect
      .poll(() => sent.find((message) => message.type === "metrics" && message.metrics.values.infoNce))
      .toMatchObject({
        metrics: {
          arms: ["InfoNCE", "FlatNCE"],
          values: { infoNce: { step: 3, means: [0.5, 0.5] }, knnAccuracy: null },
        },
      });
    const phases = sent.flatMap((message) => (message.type === "state" ? [message.state.phase] : []));
    expect(phases.at(-1)).toBe("running");
    await post({ type: "unsubscribe" });
    const before = sent.length;
    service.tellLoss(4, 0.25);
    await settle();
    expect(sent).toHaveLength(before);
    expect(playground.state.run?.columns.get("infoNce")?.length).toBe(2);
  });

  it("knows no metric that there is not", async () => {
    const { post, sent } = framed(FRAME);
    await post({ type: "subscribe", metrics: ["lose"] });
    expect(sent.at(-1)).toMatchObject({ ok: false, error: expect.stringMatching(/no metric "lose".*infoNce/) });
  });

  it("says why a run could not be started", async () => {
    const { service, post, sent } = framed(FRAME);
    service.start = async () => ({ ok: false, said: verbatim("no device") });
    await post({ type: "play", id: 1 });
    expect(sent.at(-1)).toMatchObject({ id: 1, ok: false, error: expect.stringContaining("no device") });
  });

  it("tells its height once, and again to a host that comes later", async () => {
    const { frame, post, sent } = framed(FRAME);
    frame.tellHeight(300);
    await post({ type: "hello" });
    frame.tellHeight(300);
    frame.tellHeight(320);
    expect(sent.flatMap((message) => (message.type === "height" ? [message.height] : []))).toEqual([300, 320]);
  });

  it("says what in its address is wrong, and stays a frame when the address is written", async () => {
    const { playground, frame, hash } = framed(`${FRAME}&panels=loss,lose`);
    expect(playground.state.notices.map(({ kind }) => kind)).toEqual(["invalidAddress"]);
    await frame.wake();
    expect(playground.state.notices).toHaveLength(1);
    expect(hash()).toContain("embed=1&embed.origins=");
  });
});
