import { expect, it } from "vitest";
import { Playground } from "../../../src/session/playground";
import { memoryStore } from "../../../src/storage/documentStore";
import { labsIn } from "../../../src/storage/labArchive";
import { FakeService } from "../fakeService";

it("lists the labs' results that it cannot read, and deletes them when asked to", async () => {
  const store = memoryStore("key");
  await store.put({ key: "precision {}", lab: "precision", rows: [{}] });
  const fresh = new Playground(new FakeService(), { labArchive: labsIn(store), redrawInterval: 0 });
  await fresh.labs.look();
  expect(fresh.state.unreadable.labs.map(({ key }) => key)).toEqual(["precision {}"]);
  await fresh.labs.remove(fresh.state.unreadable.labs[0]!.key);
  expect(fresh.state.unreadable.labs).toEqual([]);
});
