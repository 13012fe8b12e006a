import { within } from "../../engine/within";
import { APP } from "../../record/build";
import { type EnvironmentRecord, environmentRecord } from "../../record/environment";
import type { Playground } from "../playground";
import { bytesOf } from "../runs/room";
import { serviceWorkers } from "../visit/serviceWorkers";
import type { Fault } from "./fault";

/** How the page is, for a report of what does not work: nothing in it tells who asks, what was typed, or which files there are. */
export interface Health {
  version: string;
  /** When it was asked for, ISO 8601. */
  at: string;
  userAgent: string;
  /** Null where nothing was chosen yet. */
  computes: Omit<EnvironmentRecord, "userAgent"> | null;
  /** Of the GPU that the browser offers, in bytes or as counts; empty without WebGPU. */
  limits: Record<string, number>;
  cores: number;
  storage: StorageHealth;
  page: PageHealth;
  /** The latest ones of this visit. */
  faults: readonly Fault[];
}

/** What is kept in this browser; bytes, and numbers of things. */
export interface StorageHealth {
  /** Null where the browser does not say. */
  used: number | null;
  quota: number | null;
  persisted: boolean | null;
  runs: number;
  runBytes: number;
  checkpoints: number;
  downloads: number;
  ownFiles: number;
}

export interface PageHealth {
  /** Cross-origin isolated: WebAssembly has its threads. */
  isolated: boolean;
  /** Headers that the host sends with the page, of those that docs/hosting.md names, and those that it does not. */
  headers: string[];
  missing: string[];
  /** Opens without a network. */
  offline: boolean;
}

/** As docs/hosting.md has them. */
const HEADERS = [
  "Content-Security-Policy",
  "Cross-Origin-Opener-Policy",
  "Cross-Origin-Embedder-Policy",
  "X-Content-Type-Options",
  "Referrer-Policy",
];

/** What decides how much a GPU holds. */
const LIMITS = ["maxBufferSize", "maxStorageBufferBindingSize", "maxComputeWorkgroupStorageSize"] as const;

/** Longest wait for an answer, in milliseconds. */
const PATIENCE = 5_000;

/** Asks the browser and the host; whoever does not answer is left out. */
export async function healthOf({ state }: Playground, window: Window): Promise<Health> {
  const { navigator } = window;
  const [limits, stored, page] = await Promise.all([gpuLimits(navigator), storedIn(navigator), pageHealth(window)]);
  const { userAgent: _, ...computes } = state.environment ? environmentRecord(state.environment) : { userAgent: "" };
  return {
    version: APP.version,
    at: new Date().toISOString(),
    userAgent: navigator.userAgent,
    computes: "backend" in computes ? computes : null,
    limits,
    cores: navigator.hardwareConcurrency,
    storage: {
      ...stored,
      runs: state.history.length,
      runBytes: bytesOf(state.history),
      checkpoints: state.checkpoints.length,
      downloads: state.kept.length,
      ownFiles: state.ownFiles.length,
    },
    page,
    faults: state.faults,
  };
}

async function gpuLimits({ gpu }: Navigator): Promise<Record<string, number>> {
  const adapter = await asked(async () => gpu?.requestAdapter());
  return adapter ? Object.fromEntries(LIMITS.map((name) => [name, adapter.limits[name]])) : {};
}

async function storedIn({ storage }: Navigator): Promise<Pick<StorageHealth, "used" | "quota" | "persisted">> {
  const [estimate, persisted] = await Promise.all([
    asked(async () => storage?.estimate()),
    asked(async () => storage?.persisted()),
  ]);
  return { used: estimate?.usage ?? null, quota: estimate?.quota ?? null, persisted: persisted ?? null };
}

async function pageHealth(window: Window): Promise<PageHealth> {
  const answer = await asked(() => window.fetch("./", { method: "HEAD" }));
  const isSent = (name: string) => answer?.headers.has(name) ?? false;
  return {
    isolated: window.crossOriginIsolated,
    headers: HEADERS.filter(isSent),
    missing: HEADERS.filter((name) => !isSent(name)),
    offline: Boolean(serviceWorkers(window.navigator)?.controller),
  };
}

/** Null where the answer is a refusal, or does not come. */
function asked<T>(question: () => Promise<T>): Promise<T | null> {
  return within(question(), PATIENCE, null).catch(() => null);
}
