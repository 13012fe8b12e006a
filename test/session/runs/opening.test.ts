import { expect, it } from "vitest";
import { memoryHistory } from "../../../src/storage/runs/history";
import { loadedPlayground } from "../loadedPlayground";

/** A page with two kept runs, whose curves come when the test lets them. */
async function page() {
  const history = memoryHistory();
  const waiting = new Map<string, () => void>();
  const slow = {
    ...history,
    series: async (id: string) => {
      await new Promise<void>((come) => waiting.set(id, come));
      return history.series(id);
    },
  };
  const { playground, service } = await loadedPlayground({ history: slow });
  const train = async () => {
    await playground.play();
    for (const step of [0, 1]) service.tellLoss(step, 1);
    await playground.pause();
    await playground.runs.archive.done();
    return playground.state.run!.id;
  };
  const first = await train();
  await playground.restart();
  return { playground, ids: [first, await train()] as [string, string], waiting };
}

it("is said of the run that was pressed until its curves are there", async () => {
  const { playground, ids, waiting } = await page();
  const opened = playground.runs.open(ids[0]);
  expect(playground.state).toMatchObject({ opening: ids[0], opened: null });
  waiting.get(ids[0])!();
  expect(await opened).toBe(true);
  expect(playground.state).toMatchObject({ opening: null, opened: { id: ids[0] } });
});

it("shows the run that was pressed last, however long another takes, and none once it is called off", async () => {
  const { playground, ids, waiting } = await page();
  const both = ids.map((id) => playground.runs.open(id));
  waiting.get(ids[1])!();
  expect(await both[1]).toBe(true);
  waiting.get(ids[0])!();
  expect(await both[0]).toBe(false);
  expect(playground.state.opened?.id).toBe(ids[1]);
  const again = playground.runs.open(ids[0]);
  playground.runs.close();
  waiting.get(ids[0])!();
  await again;
  expect(playground.state).toMatchObject({ opening: null, opened: null });
});
