import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { saidOf } from "../../../src/i18n/errors";
import { translate } from "../../../src/i18n/translate";
import { Channel } from "../../../src/session/embed/channel";
import { type EmbedState, type FrameMessage, type HostMessage, readMessage } from "../../../src/session/embed/messages";

const HOST = "https://host.example";
const STATE: EmbedState = { phase: "poster", step: 0, steps: 9, preset: null, arms: [], backend: null };

function channel(perform: (message: HostMessage) => Promise<void> | void = () => undefined) {
  const sent: [message: FrameMessage, origin: string][] = [];
  const host = { postMessage: (message: FrameMessage, origin: string) => void sent.push([message, origin]) };
  const made = new Channel({
    host,
    origins: () => [HOST],
    state: () => STATE,
    perform,
    inWords: (reason) => translate(saidOf(reason)),
    connected: () => undefined,
  });
  const post = (data: unknown, origin = HOST, source: unknown = host) => made.receive({ data, origin, source });
  return { made, post, sent };
}

describe("the channel of a frame", () => {
  it("says nothing before its host has said hello", async () => {
    const { made, post, sent } = channel();
    made.send({ flatnce: 1, type: "height", height: 100 });
    expect(sent).toEqual([]);
    await post({ flatnce: 1, type: "hello" });
    expect(sent).toEqual([[{ flatnce: 1, type: "ready", state: STATE }, HOST]]);
    made.send({ flatnce: 1, type: "height", height: 100 });
    expect(sent[1]).toEqual([{ flatnce: 1, type: "height", height: 100 }, HOST]);
  });

  it("tells a stranger that it is refused, whatever he asks, and nothing later", async () => {
    const asked: HostMessage[] = [];
    const { made, post, sent } = channel((message) => void asked.push(message));
    await post({ flatnce: 1, type: "hello" }, "https://host.example.evil");
    await post({ flatnce: 1, type: "play", id: 1 }, "http://host.example");
    await post({ flatnce: 1, type: "state", id: 2 }, "null");
    made.send({ flatnce: 1, type: "height", height: 100 });
    expect(asked).toEqual([]);
    expect(sent.map(([message]) => message)).toEqual(Array(3).fill({ flatnce: 1, type: "refused" }));
    expect(sent.map(([, origin]) => origin)).toEqual(["https://host.example.evil", "http://host.example", "*"]);
  });

  it("hears its host alone, and of what that says only what is meant for it", async () => {
    const { post, sent } = channel();
    await post({ flatnce: 1, type: "hello" }, HOST, {});
    for (const data of [undefined, null, "hello", 3, { type: "hello" }]) await post(data);
    expect(sent).toEqual([]);
  });

  it("answers each request by its id: with the state, or why not", async () => {
    const { post, sent } = channel((message) => {
      if (message.type === "reset") throw new Error("no device");
    });
    await post({ flatnce: 1, type: "step", n: 3, id: "a" });
    await post({ flatnce: 1, type: "reset", id: 7 });
    await post({ flatnce: 2, type: "play", id: 8 });
    await post({ flatnce: 1, type: "step", n: 0, id: 9 });
    await post({ flatnce: 1, type: "dance", id: {} });
    const replies = sent.map(([message]) => message);
    expect(replies.slice(0, 2)).toEqual([
      { flatnce: 1, type: "reply", id: "a", ok: true, result: STATE },
      { flatnce: 1, type: "reply", id: 7, ok: false, error: "no device" },
    ]);
    expect(replies.slice(2)).toMatchObject([
      { id: 8, ok: false, error: expect.stringMatching(/version 1.*flatnce/) },
      { id: 9, ok: false, error: expect.stringContaining("n: ") },
      { id: undefined, ok: false },
    ]);
  });

  it("survives whatever is posted", async () => {
    const { post, sent } = channel();
    await fc.assert(
      fc.asyncProperty(fc.anything(), fc.anything(), async (type, rest) => {
        await post({ flatnce: 1, type, rest });
        expect(sent.at(-1)?.[0]).toMatchObject({ type: "reply", ok: false });
      }),
    );
  });

  it("refuses what a message does not have", () => {
    expect(readMessage({ flatnce: 1, type: "play", now: true })).toBeInstanceOf(Error);
    expect(readMessage({ flatnce: 1, type: "subscribe", every: 1 })).toBeInstanceOf(Error);
    expect(readMessage({ flatnce: 1, type: "subscribe" })).toEqual({ flatnce: 1, type: "subscribe", every: 250 });
  });
});
