import type { UmapRequest, UmapStep } from "./fit";

/**
 * Layouts by UMAP of the snapshots that are looked at, worked out in a worker that is there only from the first request on. A layout
 * stays as long as its snapshot is kept. All arms of a snapshot are worked out before another one; of what is asked for meanwhile only the
 * latest is begun.
 */

/** What the worker says: a layout as it is so far, at share 1 as it stays. */
export type UmapReply = UmapStep;

/** An arm's embedding, and what to begin from where nothing was laid out before. */
export interface UmapWish extends Pick<UmapRequest, "embedding" | "size"> {
  arm: number;
  plane: Float32Array;
}

type Host = Pick<Worker, "postMessage" | "terminate" | "onmessage" | "onerror">;

interface Known {
  layout: Float32Array;
  /** Share of the work that it took so far; 1 when it is done. */
  share: number;
}

/** A layout for a snapshot: its own, or that of another one as long as there is none. */
interface Found extends Known {
  isOwn: boolean;
}

export class UmapLayouts {
  private readonly make: () => Host;
  private readonly known = new WeakMap<Float32Array, Known>();
  /** The latest layout of each arm of a run, from which the next one begins. */
  private readonly latest = new Map<number, Float32Array>();
  private run: string | null = null;
  private readonly listeners = new Set<() => void>();
  private worker: Host | null = null;
  private current: UmapWish | null = null;
  /** Arms of the snapshot under way, and of the one that comes after it. */
  private wishes: readonly UmapWish[] = [];
  private next: readonly UmapWish[] = [];
  /** Changes whenever a layout does. */
  private count = 0;
  private failed = false;

  constructor(make: () => Host) {
    this.make = make;
  }

  get version(): number {
    return this.count;
  }

  /** Whether the worker could not do it. */
  get hasFailed(): boolean {
    return this.failed;
  }

  /** As far as it is worked out; where that has not begun, as the arm lay in another snapshot. Null where nothing is known. */
  of({ arm, embedding }: Pick<UmapWish, "arm" | "embedding">): Found | null {
    const own = this.known.get(embedding);
    if (own) return { ...own, isOwn: true };
    const other = this.latest.get(arm);
    return other === undefined ? null : { layout: other, share: 0, isOwn: false };
  }

  /** Asks for the layouts of a snapshot of a run. */
  request(run: string, wishes: readonly UmapWish[]): void {
    if (this.run !== run) {
      if (this.current) this.cancel();
      this.latest.clear();
    }
    this.run = run;
    this.next = wishes;
    this.beginNext();
  }

  /** Ends all work; what was begun is forgotten. */
  cancel(): void {
    this.worker?.terminate();
    this.worker = null;
    if (this.current) this.known.delete(this.current.embedding);
    this.current = null;
    this.wishes = [];
    this.next = [];
    this.failed = false;
    this.changed();
  }

  /** @returns what ends it */
  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  private beginNext(): void {
    if (this.current) return;
    if (this.wishes.every(this.isDone)) [this.wishes, this.next] = [this.next, []];
    const next = this.wishes.find((wish) => !this.isDone(wish));
    if (!next) return;
    this.current = next;
    const before = this.latest.get(next.arm);
    const isNear = before?.length === next.plane.length;
    const { embedding, size, plane } = next;
    const start = isNear && before ? before : plane;
    this.worker ??= this.started();
    this.worker.postMessage({ embedding, size, start, isNear } satisfies UmapRequest);
  }

  private readonly isDone = ({ embedding }: UmapWish): boolean => this.known.get(embedding)?.share === 1;

  private started(): Host {
    const worker = this.make();
    worker.onmessage = ({ data }: MessageEvent<UmapReply>) => this.receive(data);
    worker.onerror = () => {
      this.cancel();
      this.failed = true;
      this.changed();
    };
    return worker;
  }

  private receive({ layout, share }: UmapReply): void {
    if (!this.current) return;
    this.known.set(this.current.embedding, { layout, share });
    if (share === 1) {
      this.latest.set(this.current.arm, layout);
      this.current = null;
    }
    this.changed();
    this.beginNext();
  }

  private changed(): void {
    this.count++;
    for (const listener of this.listeners) listener();
  }
}
