import { expect, it } from "vitest";
import { Later, PartMissing } from "../../src/ui/faults/later";

it("loads once, remembers a failure until it is forgotten, and then loads again", async () => {
  const answers = [() => Promise.reject(new TypeError("offline")), () => Promise.resolve("the part")];
  let calls = 0;
  const later = new Later(() => answers[calls++]!());
  const failure = await later.get().catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(PartMissing);
  expect(await later.get().catch((error: unknown) => error)).toBe(failure);
  expect(calls).toBe(1);
  (failure as PartMissing).forget();
  expect(await later.get()).toBe("the part");
  expect(await later.get()).toBe("the part");
  expect(calls).toBe(2);
});
