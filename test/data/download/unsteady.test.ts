import { getEventListeners } from "node:events";
import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, test, vi } from "vitest";
import { fetchData } from "../../../src/data/download/fetchData";
import { request } from "../../../src/data/download/request";
import { isInside } from "../../../src/data/download/watched";
import { refusal } from "../refusal";

const closing: (() => void)[] = [];
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
  for (const close of closing.splice(0)) close();
});

async function answering(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, "localhost", resolve));
  closing.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://localhost:${(server.address() as AddressInfo).port}/data.bin`;
}

const CONTENT = Uint8Array.from({ length: 300_000 }, (_, i) => i % 251);

/** A server that cuts off every answer after so many bytes, and the ranges that it was asked for. */
async function cuttingOff(most: number, dates: string[], ranges = true) {
  const asked: (string | undefined)[] = [];
  const url = await answering(({ headers }, response) => {
    const from = ranges ? Number(/bytes=(\d+)-/.exec(headers.range ?? "")?.[1] ?? 0) : 0;
    asked.push(headers.range);
    const date = dates[Math.min(asked.length, dates.length) - 1];
    const body = CONTENT.subarray(from);
    const head = { "Content-Length": body.length, ...(date && { "Last-Modified": date }) };
    response.writeHead(from > 0 ? 206 : 200, head);
    if (body.length <= most) response.end(body);
    else response.write(body.subarray(0, most), () => setTimeout(() => response.destroy(), 20));
  });
  return { url, asked };
}

const MONDAY = "Mon, 05 Jan 2026 00:00:00 GMT";
const TUESDAY = "Tue, 06 Jan 2026 00:00:00 GMT";

describe("a download that is cut off", () => {
  test("is gone on with where it was", async () => {
    const { url, asked } = await cuttingOff(120_000, [MONDAY]);
    expect(new Uint8Array(await (await fetchData(url)).arrayBuffer())).toEqual(CONTENT);
    expect(asked).toEqual([undefined, "bytes=120000-", "bytes=240000-"]);
  });

  test.each([
    ["another file stands there by now", [MONDAY, TUESDAY], true],
    ["nothing tells the file from another", [], true],
    ["the server sends no ranges", [MONDAY], false],
  ])("is refused where %s", async (_, dates, ranges) => {
    const { url } = await cuttingOff(120_000, dates, ranges);
    expect(await refusal(fetchData(url))).toMatch(/was cut off on its way/);
  });

  test("is given up after a few times", async () => {
    const { url, asked } = await cuttingOff(10_000, [MONDAY]);
    expect(await refusal(fetchData(url))).toMatch(/was cut off on its way/);
    expect(asked).toHaveLength(4);
  });
});

describe("a server that hangs", () => {
  test.each([
    ["before it answers", () => new Promise<Response>(() => undefined)],
    ["in the middle", async () => new Response(new ReadableStream({ start: (to) => to.enqueue(CONTENT) }))],
  ])("%s is let go, and that is said", async (_, answer) => {
    vi.useFakeTimers();
    let signal: AbortSignal | null | undefined;
    vi.stubGlobal("fetch", (__: string, init: RequestInit) => {
      signal = init.signal;
      return answer();
    });
    const said = refusal(fetchData("https://a.example/data.bin"));
    await vi.advanceTimersByTimeAsync(29_000);
    expect(signal?.aborted).toBe(false);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(await said).toBe("https://a.example/data.bin: nothing has come from the server for 30 seconds.");
    expect(signal?.aborted).toBe(true);
  });

  test("does not keep whoever calls it off", async () => {
    vi.stubGlobal("fetch", (_: string, { signal }: RequestInit) => {
      return new Promise((__, reject) => signal?.addEventListener("abort", () => reject(signal.reason)));
    });
    const control = new AbortController();
    const loading = fetchData("https://a.example/data.bin", { signal: control.signal });
    control.abort(new Error("called off"));
    await expect(loading).rejects.toThrow("called off");
  });
});

test.each<[string, () => Promise<Response>, (answer: Response) => Promise<unknown>]>([
  ["has been read", async () => new Response(CONTENT), (answer) => answer.arrayBuffer()],
  ["is given up", async () => new Response(CONTENT), async ({ body }) => body?.cancel()],
  [
    "breaks",
    async () => new Response(new ReadableStream({ pull: (to) => to.error(new Error("broken")) })),
    (answer) => answer.arrayBuffer().catch(() => undefined),
  ],
  ["has no body", async () => new Response(null), async () => undefined],
  ["does not come", () => Promise.reject(new Error("no network")), async () => undefined],
])("an answer that %s leaves nothing on the signal that could call it off", async (_, fetch, use) => {
  vi.stubGlobal("fetch", fetch);
  const { signal } = new AbortController();
  const answer = await request("https://a.example/data.bin", { signal }).catch(() => null);
  if (answer) await use(answer);
  expect(getEventListeners(signal, "abort")).toHaveLength(0);
});

describe("a server that leads elsewhere", () => {
  const led = (to: string) =>
    Object.defineProperties(new Response("x"), { redirected: { value: true }, url: { value: to } });

  test("may lead to another one, and not inside", async () => {
    vi.stubGlobal("fetch", async () => led("https://b.example/x"));
    expect((await request("https://a.example/x", {})).status).toBe(200);
    vi.stubGlobal("fetch", async () => led("http://localhost:8080/x"));
    expect(await refusal(request("https://a.example/x", {}))).toMatch(/leads to an address on this machine/);
    expect((await request("http://localhost:1/x", {})).status).toBe(200);
  });

  test.each<[string, boolean]>([
    ["https://localhost/x", true],
    ["https://printer.local/", true],
    ["https://127.0.0.1/", true],
    ["https://0x7f.1/", true],
    ["https://10.1.2.3/", true],
    ["https://172.20.0.1/", true],
    ["https://192.168.1.1/", true],
    ["https://169.254.169.254/latest", true],
    ["https://[::1]/", true],
    ["https://[fd00::1]/", true],
    ["https://172.32.0.1/", false],
    ["https://localhost.example/", false],
    ["https://a.example/", false],
    ["https://[2001:db8::1]/", false],
  ])("%s", (url, inside) => {
    expect(isInside(url)).toBe(inside);
  });
});
