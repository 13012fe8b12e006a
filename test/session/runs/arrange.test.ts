import { describe, expect, it } from "vitest";
import { groupRuns, sortRuns } from "../../../src/session/runs/arrange";
import { bytesOf, proposedDeletions } from "../../../src/session/runs/room";
import { type PastRun, pastRun } from "../../../src/storage/runs/pastRun";
import { EMPTY_RECORD } from "../../support/emptyRecord";

/** Runs of a day each, the first one the oldest. */
function runsOf(...changes: Partial<PastRun>[]): PastRun[] {
  return changes.map((change, day) => ({
    ...pastRun(EMPTY_RECORD, null),
    id: String(day),
    startedAt: `2026-01-0${day + 1}T00:00:00.000Z`,
    columnBytes: 100,
    ...change,
  }));
}

const ids = (runs: readonly PastRun[]) => runs.map(({ id }) => id).join("");

describe("runs in a table", () => {
  it("are sorted by a column, what lacks a value last, and pinned ones first", () => {
    const runs = runsOf({ stepsDone: 3 }, { stepsDone: 10 }, { stepsDone: 1, pinned: true }, { stepsDone: -1 });
    const by = ({ stepsDone }: PastRun) => (stepsDone < 0 ? null : stepsDone);
    expect(ids(sortRuns(runs, { by, descending: false }))).toBe("2013");
    expect(ids(sortRuns(runs, { by, descending: true }))).toBe("2103");
  });

  it("are grouped where only their seeds differ", () => {
    const { config } = EMPTY_RECORD;
    const runs = runsOf(
      { config: { ...config, seed: 7, seeds: 2 } },
      { config: { ...config, batchSize: 8 } },
      { config: { ...config, seed: 1, seeds: 1 } },
    );
    expect(groupRuns(runs, runs).map((group) => [ids(group.runs), group.seeds])).toEqual([
      ["02", [1, 7, 8]],
      ["1", [1, 2]],
    ]);
  });

  it("are judged by all that are kept, whatever is listed", () => {
    const { config } = EMPTY_RECORD;
    const history = runsOf(
      { config: { ...config, seed: 7, seeds: 2 } },
      {},
      { config: { ...config, seed: 4, seeds: 1 } },
    );
    const [group] = groupRuns(history.slice(2), history);
    expect([ids(group?.runs ?? []), ids(group?.all ?? [])]).toEqual(["2", "012"]);
    expect(group?.seeds).toEqual(expect.arrayContaining([4, 7, 8]));
  });
});

describe("a limit of the room that runs take", () => {
  const runs = runsOf({ starred: true }, {}, { pinned: true }, {}, { columnBytes: null }, {});

  it("proposes nothing while it is kept", () => {
    expect(bytesOf(runs)).toBe(500);
    expect(proposedDeletions(runs, 500, null)).toEqual([]);
  });

  it("proposes the oldest that nobody marked, as few as are enough, and never the run on the page", () => {
    expect(ids(proposedDeletions(runs, 499, null))).toBe("1");
    expect(ids(proposedDeletions(runs, 400, "1"))).toBe("3");
    expect(ids(proposedDeletions(runs, 0, "5"))).toBe("13");
  });
});
