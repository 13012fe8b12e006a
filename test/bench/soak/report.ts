import type { Gauges } from "./gauges";

/** What must be flat after the first runs, and how much it may grow from there to the end. */
const FLAT: readonly { name: keyof Gauges; label: string; times: number; more: number }[] = [
  { name: "heap", label: "heap, MiB", times: 1.25, more: 8 },
  { name: "resident", label: "resident, MiB", times: 1.25, more: 50 },
  { name: "nodes", label: "DOM nodes", times: 1.25, more: 1000 },
  { name: "listeners", label: "listeners", times: 1.25, more: 200 },
  { name: "lateTasks", label: "tasks over 50 ms", times: 1.5, more: 10 },
];
/** Share of the looks at the beginning in which it may warm up. */
const WARM_UP = 0.3;

export interface SoakText {
  lines: string[];
  /** Labels of what grew. */
  grown: string[];
}

/** The gauges as a table, thinned out, with what grew and what was complained of. */
export function soakText(machine: string, looks: readonly Gauges[], complaints: readonly string[]): SoakText {
  const grown = FLAT.filter(({ name, times, more }) =>
    hasGrown(
      looks.map((look) => look[name]),
      { times, more },
    ),
  ).map(({ label }) => label);
  const every = Math.max(1, Math.floor(looks.length / 12));
  const rows = looks.filter((_, i) => i % every === 0 || i === looks.length - 1).map(rowOf);
  const lines = [
    machine,
    "",
    "| steps | heap, MiB | resident, MiB | DOM nodes | listeners | stored, MiB | tasks over 50 ms | longest, ms |",
    "| ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |",
    ...rows,
    "",
    grown.length > 0 ? `Grown after the first third: ${grown.join(", ")}.` : "Nothing grew after the first third.",
    ...complaints.map((complaint) => `- ${complaint}`),
  ];
  return { lines, grown };
}

/** Whether the middle of the last third is beyond that of the third after the warm-up. */
function hasGrown(values: readonly number[], { times, more }: { times: number; more: number }): boolean {
  const warm = values.slice(Math.floor(WARM_UP * values.length));
  const third = Math.max(1, Math.floor(warm.length / 3));
  const [before, after] = [middle(warm.slice(0, third)), middle(warm.slice(-third))];
  return after > before * times && after > before + more;
}

function middle(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

function rowOf(look: Gauges): string {
  const whole = (value: number) => value.toFixed(0);
  const cells = [
    whole(look.steps),
    look.heap.toFixed(1),
    whole(look.resident),
    whole(look.nodes),
    whole(look.listeners),
    look.stored.toFixed(1),
    whole(look.lateTasks),
    whole(look.longestTask),
  ];
  return `| ${cells.join(" | ")} |`;
}
