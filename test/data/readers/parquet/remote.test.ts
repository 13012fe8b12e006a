import { afterEach, expect, it, vi } from "vitest";
import { remoteParquet } from "../../../../src/data/readers/parquet/remote";
import { refusal } from "../../refusal";

const ADDRESS = "https://a.example/x.parquet";
afterEach(() => {
  vi.unstubAllGlobals();
});

/** An answer that goes on in parts of 4 bytes; what has been sent of it, and whether it was given up. */
function endless() {
  const sent = { parts: 0, isCancelled: false };
  const pull = (to: ReadableStreamDefaultController) => {
    // Whoever reads on and on must not fill the memory of the tests.
    if (++sent.parts > 1_000) to.close();
    else to.enqueue(new TextEncoder().encode("PAR1"));
  };
  const cancel = () => {
    sent.isCancelled = true;
  };
  const head = { status: 206, headers: { "Content-Range": "bytes 0-3/1000" } };
  return { sent, response: new Response(new ReadableStream({ pull, cancel }, { highWaterMark: 0 }), head) };
}

it("gives up a server that sends more than the first bytes", async () => {
  const { sent, response } = endless();
  vi.stubGlobal("fetch", async () => response);
  expect(await refusal(remoteParquet(ADDRESS))).toBe(
    `${ADDRESS}: the server did not send bytes 0 to 3, as it was asked to.`,
  );
  expect(sent).toEqual({ parts: 2, isCancelled: true });
});

it("gives up a server that sends more than a stretch", async () => {
  const { sent, response } = endless();
  const start = new Response("PAR1", { status: 206, headers: { "Content-Range": "bytes 0-3/1000" } });
  const answers = [start, response];
  vi.stubGlobal("fetch", async () => answers.shift());
  const source = await remoteParquet(ADDRESS);
  expect(await refusal(Promise.resolve(source?.buffer.slice(100, 110)))).toBe(
    `${ADDRESS}: the server did not send bytes 100 to 109, as it was asked to.`,
  );
  expect(sent).toEqual({ parts: 3, isCancelled: true });
});

it("has a stretch that comes in parts", async () => {
  const parts = [new Uint8Array([1, 2]), new Uint8Array([3])];
  const stretch = new ReadableStream({
    pull: (to) => (parts.length > 0 ? to.enqueue(parts.shift()) : to.close()),
  });
  const start = new Response("PAR1", { status: 206, headers: { "Content-Range": "bytes 0-3/1000" } });
  const answers = [start, new Response(stretch, { status: 206 })];
  vi.stubGlobal("fetch", async () => answers.shift());
  const source = await remoteParquet(ADDRESS);
  expect(new Uint8Array((await source?.buffer.slice(4, 7)) ?? new ArrayBuffer(0))).toEqual(Uint8Array.of(1, 2, 3));
});
