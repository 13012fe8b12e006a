import { describe, expect, it } from "vitest";
import { normalizeRows } from "../../../src/metrics/math/pca";
import { PROJECTIONS, possibleProjection } from "../../../src/ui/views/embedding/projections";
import { type UmapRequest, umapSteps } from "../../../src/ui/views/embedding/projections/umap/fit";
import { UmapLayouts } from "../../../src/ui/views/embedding/projections/umap/layouts";
import { pseudoRandom } from "../../support/float64";

const COUNT = 40;
const SIZE = 4;

/** Two clusters on the sphere, every other sample of each. */
function clusters(): Float32Array {
  const next = pseudoRandom(3);
  const rows = Array.from({ length: COUNT * SIZE }, (_, i) => {
    const cluster = Math.floor(i / SIZE) % 2;
    return (i % SIZE === cluster ? 1 : 0) + 0.1 * next();
  });
  return normalizeRows(Float32Array.from(rows), SIZE);
}

const start = () => {
  const next = pseudoRandom(5);
  return Float32Array.from({ length: 2 * COUNT }, () => next());
};

function layoutOf(request: UmapRequest): Float32Array {
  return [...umapSteps(request)].at(-1)!.layout;
}

const request: UmapRequest = { embedding: clusters(), size: SIZE, start: start(), isNear: false };
const layout = layoutOf(request);

function distance(places: Float32Array, a: number, b: number): number {
  return Math.hypot(places[2 * a]! - places[2 * b]!, places[2 * a + 1]! - places[2 * b + 1]!);
}

describe("UMAP", () => {
  it("repeats, to the bit", () => {
    expect(layoutOf(request)).toEqual(layout);
  });

  it("reports how far it is, up to its end", () => {
    const shares = [...umapSteps({ ...request, isNear: true })].map(({ share }) => share);
    expect(shares.at(-1)).toBe(1);
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    expect(shares.length).toBeGreaterThan(5);
  });

  it("has a sample nearest to one of its own cluster", () => {
    for (let sample = 0; sample < COUNT; sample++) {
      const others = [...Array(COUNT).keys()].filter((other) => other !== sample);
      const nearest = others.reduce((a, b) => (distance(layout, sample, a) <= distance(layout, sample, b) ? a : b));
      expect(nearest % 2, `of ${sample}`).toBe(sample % 2);
    }
  });

  it("keeps the clusters on the sides on which a layout before had them", () => {
    const again = layoutOf({ ...request, start: layout, isNear: true });
    const sideOf = (places: Float32Array, sample: number) => {
      const [x, y] = [layout[2]! - layout[0]!, layout[3]! - layout[1]!];
      return (
        (places[2 * sample + 2]! - places[2 * sample]!) * x + (places[2 * sample + 3]! - places[2 * sample + 1]!) * y
      );
    };
    expect(Math.sign(sideOf(again, 0))).toBe(Math.sign(sideOf(layout, 0)));
    expect([...again].every(Number.isFinite)).toBe(true);
  });

  it("lays out a collapsed embedding as well", () => {
    const embedding = normalizeRows(new Float32Array(COUNT * SIZE).fill(1), SIZE);
    expect([...layoutOf({ ...request, embedding, isNear: true })].every(Number.isFinite)).toBe(true);
  });
});

describe("projections", () => {
  it("are what the size and the count allow; the others say why not", () => {
    const possible = (size: number, count: number) =>
      PROJECTIONS.filter(({ refusal }) => refusal({ size, count }) === null).map(({ id }) => id);
    expect(possible(2, 300)).toEqual(["circle"]);
    expect(possible(32, 300)).toEqual(["pca", "umap"]);
    expect(possible(32, 12)).toEqual(["pca"]);
    expect(possibleProjection("umap", { size: 2, count: 300 }).id).toBe("circle");
    expect(possibleProjection("umap", { size: 8, count: 300 }).id).toBe("umap");
    expect(possibleProjection("circle", { size: 8, count: 300 }).id).toBe("pca");
  });
});

/** A worker that answers when it is told to. */
class FakeHost {
  onmessage: ((event: MessageEvent) => void) | null = null;
  onerror: ((event: ErrorEvent) => void) | null = null;
  readonly requests: UmapRequest[] = [];
  isOver = false;
  postMessage(request: UmapRequest): void {
    this.requests.push(request);
  }
  terminate(): void {
    this.isOver = true;
  }
  reply(share: number, layout = new Float32Array(4)): void {
    this.onmessage?.({ data: { share, layout } } as MessageEvent);
  }
}

const wish = (arm: number) => ({
  arm,
  embedding: new Float32Array(6),
  size: 3,
  plane: Float32Array.from([1, 0, 0, 1]),
});

function withHosts() {
  const hosts: FakeHost[] = [];
  const layouts = new UmapLayouts(() => {
    hosts.push(new FakeHost());
    return hosts.at(-1) as FakeHost;
  });
  return { hosts, layouts };
}

describe("layouts by UMAP", () => {
  it("start no worker before the first request, and work out one arm after the other", () => {
    const { hosts, layouts } = withHosts();
    expect(hosts).toEqual([]);
    const [one, other] = [wish(0), wish(1)];
    layouts.request("run", [one, other]);
    const [host] = hosts as [FakeHost];
    expect(host.requests.map(({ embedding }) => embedding)).toEqual([one.embedding]);
    host.reply(0.5);
    expect(layouts.of(one)?.share).toBe(0.5);
    host.reply(1);
    expect(layouts.of(one)?.share).toBe(1);
    expect(host.requests[1]?.embedding).toBe(other.embedding);
    expect(hosts).toHaveLength(1);
  });

  it("begin from the layout before of the same arm, but not from another run's", () => {
    const { hosts, layouts } = withHosts();
    const [one, later, elsewhere] = [wish(0), wish(0), wish(0)];
    layouts.request("run", [one]);
    const [host] = hosts as [FakeHost];
    const first = Float32Array.from([4, 3, 2, 1]);
    host.reply(1, first);
    layouts.request("run", [later]);
    expect(host.requests[1]).toMatchObject({ start: first, isNear: true });
    expect(layouts.of(later)).toEqual({ layout: first, share: 0, isOwn: false });
    host.reply(1);
    layouts.request("another", [elsewhere]);
    expect(host.requests[2]).toMatchObject({ start: elsewhere.plane, isNear: false });
  });

  it("leave out what was asked for in between, and do nothing twice", () => {
    const { hosts, layouts } = withHosts();
    const [first, between, last] = [wish(0), wish(0), wish(0)];
    for (const wanted of [first, between, last]) layouts.request("run", [wanted]);
    const [host] = hosts as [FakeHost];
    host.reply(1);
    host.reply(1);
    expect(host.requests.map(({ embedding }) => embedding)).toEqual([first.embedding, last.embedding]);
    layouts.request("run", [last]);
    expect(host.requests).toHaveLength(2);
  });

  it("work out every arm of a snapshot, however many come meanwhile", () => {
    const { hosts, layouts } = withHosts();
    const snapshots = [0, 1, 2].map(() => [wish(0), wish(1)] as const);
    layouts.request("run", snapshots[0]!);
    layouts.request("run", snapshots[1]!);
    const [host] = hosts as [FakeHost];
    host.reply(1);
    layouts.request("run", snapshots[2]!);
    for (let i = 0; i < 3; i++) host.reply(1);
    const asked = host.requests.map(({ embedding }) => embedding);
    expect(asked).toEqual([...snapshots[0]!, ...snapshots[2]!].map(({ embedding }) => embedding));
  });

  it("are called off by ending the worker; the next request starts another one", () => {
    const { hosts, layouts } = withHosts();
    const one = wish(0);
    layouts.request("run", [one]);
    hosts[0]?.reply(0.3);
    layouts.cancel();
    expect(hosts[0]?.isOver).toBe(true);
    expect(layouts.of(one)).toBeNull();
    layouts.request("run", [one]);
    expect(hosts).toHaveLength(2);
  });

  it("say that they have failed, and are heard of by those who listen", () => {
    const { hosts, layouts } = withHosts();
    let heard = 0;
    const end = layouts.subscribe(() => heard++);
    layouts.request("run", [wish(0)]);
    hosts[0]?.onerror?.({} as ErrorEvent);
    expect(layouts.hasFailed).toBe(true);
    expect(heard).toBeGreaterThan(0);
    end();
    layouts.cancel();
    expect(layouts.hasFailed).toBe(false);
  });
});
