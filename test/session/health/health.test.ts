import { afterEach, expect, it, vi } from "vitest";
import { texts as downloadTexts } from "../../../src/data/download/errors";
import { verbatim } from "../../../src/i18n/errors";
import { say } from "../../../src/i18n/message";
import { translateAll } from "../../../src/i18n/translate";
import { withFault } from "../../../src/session/health/fault";
import { type Health, healthOf } from "../../../src/session/health/health";
import { rowsOf } from "../../../src/ui/health/rows";
import { texts } from "../../../src/ui/health/texts";
import { loadedPlayground } from "../loadedPlayground";

/** A browser without anything that may be missing, and a host that sends two headers. */
const WINDOW = {
  navigator: { userAgent: "test", hardwareConcurrency: 2 },
  crossOriginIsolated: false,
  fetch: async () =>
    new Response("", { headers: { "Content-Security-Policy": "x", "Referrer-Policy": "no-referrer" } }),
} as unknown as Window;

afterEach(() => {
  vi.useRealTimers();
});

it("says what the page computes on, what it keeps and what the host sends", async () => {
  const { playground } = await loadedPlayground();
  const health = await healthOf(playground, WINDOW);
  expect(health.computes).toMatchObject({ backend: "webgpu", kernels: "fused" });
  expect(health.page).toEqual({
    isolated: false,
    headers: ["Content-Security-Policy", "Referrer-Policy"],
    missing: ["Cross-Origin-Opener-Policy", "Cross-Origin-Embedder-Policy", "X-Content-Type-Options"],
    offline: false,
  });
  expect(health.storage).toMatchObject({ used: null, quota: null, persisted: null, downloads: 0 });
  const rows = rowsOf(health, translateAll(texts));
  expect(rows.computes[0]).toEqual(["Backend", "webgpu, test adapter"]);
  expect(
    Object.values(rows)
      .flat()
      .every((row) => row.every((text) => typeof text === "string")),
  ).toBe(true);
});

it("leaves out whoever does not answer", async () => {
  const { playground } = await loadedPlayground();
  const never = () => new Promise<never>(() => undefined);
  const navigator = {
    ...WINDOW.navigator,
    gpu: { requestAdapter: never },
    storage: { estimate: never, persisted: never },
  };
  vi.useFakeTimers();
  let health: Health | null = null;
  const asking = healthOf(playground, { ...WINDOW, navigator, fetch: never } as unknown as Window);
  void asking.then((answer) => {
    health = answer;
  });
  await vi.advanceTimersByTimeAsync(5_000);
  expect(health).toMatchObject({
    limits: {},
    storage: { used: null, quota: null, persisted: null },
    page: { headers: [] },
  });
});

it("is asked for in a frame that may not look at service workers", async () => {
  const { playground } = await loadedPlayground();
  const navigator = {
    ...WINDOW.navigator,
    get serviceWorker(): never {
      throw new DOMException("sandboxed", "SecurityError");
    },
  };
  const health = await healthOf(playground, { ...WINDOW, navigator } as unknown as Window);
  expect(health.page.offline).toBe(false);
});

it("has the faults of the visit, and nothing of what they were about", async () => {
  const { playground } = await loadedPlayground();
  playground.notify("startFailed", say(downloadTexts.empty, { url: "https://secret.example/mine.csv" }));
  playground.notify("runFailed", verbatim("C:\\Users\\me"));
  const health = await healthOf(playground, WINDOW);
  expect(health.faults.map(({ kind }) => kind)).toEqual(["startFailed", "runFailed"]);
  expect(health.faults[0]?.cause).toBe(downloadTexts.empty.id);
  expect(JSON.stringify(health)).not.toMatch(/secret|Users/);
});

it("remembers the latest faults alone, and nothing that is said while all is well", () => {
  let faults = withFault([], "updateWaiting", null);
  expect(faults).toEqual([]);
  for (let i = 0; i < 100; i++) faults = withFault(faults, "runFailed", null);
  expect(faults).toHaveLength(20);
});
