import { formatBytes, formatCount, formatDateTime, formatList } from "../../i18n/format";
import type { translateAll } from "../../i18n/translate";
import type { Health } from "../../session/health/health";
import type { texts } from "./texts";

/** A line of the table: a name, and what it is. */
export type Row = [name: string, value: string];

type Texts = ReturnType<typeof translateAll<typeof texts>>;

/** The table of how the page is, by its parts. */
export function rowsOf(health: Health, t: Texts): Record<"computes" | "kept" | "page" | "faults", Row[]> {
  return {
    computes: computing(health, t),
    kept: kept(health.storage, t),
    page: page(health, t),
    faults: faults(health, t),
  };
}

/** Those of one minute and one cause are one. */
function faults({ faults: found }: Health, t: Texts): Row[] {
  const rows = found.map(({ at, kind, cause }): Row => [formatDateTime(new Date(at)), cause ?? kind]);
  return rows.length > 0 ? [...new Map(rows.map((row) => [row.join(" "), row])).values()] : [["", t.none]];
}

function computing({ computes, cores, limits }: Health, t: Texts): Row[] {
  const own: Row[] = computes
    ? [
        [t.rows.backend, [computes.backend, computes.adapter].filter(Boolean).join(", ")],
        [t.rows.kernels, kernels(computes, t)],
        ...computes.refused.map((reason): Row => [t.rows.refused, reason]),
      ]
    : [[t.rows.backend, t.unknown]];
  const found = Object.entries(limits).map(([name, limit]) => `${name} ${formatCount(limit)}`);
  return [
    ...own,
    [t.rows.cores, formatCount(cores)],
    ...(found.length > 0 ? [[t.rows.limits, formatList(found)] as Row] : []),
  ];
}

function kernels({ kernels: kind, kernelsRefused }: NonNullable<Health["computes"]>, t: Texts): string {
  if (kind === "fused") return t.fused;
  return kernelsRefused ? t.failed({ reason: kernelsRefused }) : t.reference;
}

function kept({ used, quota, persisted, ...counts }: Health["storage"], t: Texts): Row[] {
  const room =
    used === null || quota === null
      ? t.unknown
      : t.rows.ofQuota({ used: formatBytes(used), quota: formatBytes(quota) });
  return [
    [t.rows.used, room],
    [t.rows.persisted, persisted === null ? t.unknown : yesOrNo(persisted, t)],
    [t.rows.runs, t.rows.runsOf({ count: counts.runs, size: formatBytes(counts.runBytes) })],
    [t.rows.checkpoints, formatCount(counts.checkpoints)],
    [t.rows.downloads, formatCount(counts.downloads)],
    [t.rows.ownFiles, formatCount(counts.ownFiles)],
  ];
}

function page({ version, page: { isolated, headers, missing, offline } }: Health, t: Texts): Row[] {
  return [
    [t.rows.version, version],
    [t.rows.isolated, yesOrNo(isolated, t)],
    [t.rows.offline, yesOrNo(offline, t)],
    [t.rows.headers, headers.length > 0 ? formatList(headers) : t.none],
    ...(missing.length > 0 ? [[t.rows.missing, formatList(missing)] as Row] : []),
  ];
}

function yesOrNo(value: boolean, t: Texts): string {
  return value ? t.yes : t.no;
}
