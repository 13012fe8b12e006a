import { expect, it } from "vitest";
import { picked } from "../../../src/data/readers/pickedFiles";
import { contentOf } from "../../../src/session/data/contentOf";

it("is looked for again in files that could not be read the first time", async () => {
  const file = new File(["a"], "a.csv");
  const files = { id: 1, files: picked([file]) };
  file.slice = () => {
    throw new DOMException("The drive is asleep.", "NotReadableError");
  };
  await expect(contentOf(files)).rejects.toThrow("asleep");
  Reflect.deleteProperty(file, "slice");
  expect(await contentOf(files)).toMatch(/^[0-9a-f]{8}-1$/);
});
