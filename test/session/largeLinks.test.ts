import { expect, it } from "vitest";
import { say } from "../../src/i18n/message";
import { parseUrl } from "../../src/session/address/address";
import { createPlayground } from "../../src/session/playground";
import { texts } from "../../src/training/errors";
import type { TrainingService } from "../../src/worker/protocol";
import { FakeService } from "./fakeService";

it("prepares what a link asks for when Play is pressed, where it is large, and says so calmly", async () => {
  const service = new FakeService();
  const isUnasked: (boolean | undefined)[] = [];
  const asked: TrainingService = Object.assign(Object.create(service), {
    start: (...[config, files, listener, from]: Parameters<TrainingService["start"]>) => {
      isUnasked.push(from?.isUnasked);
      return service.start(config, files, listener);
    },
  });
  const playground = createPlayground(asked, {});
  service.refusal = say(texts.largeUnasked, { size: 4800 });
  expect(await playground.load(parseUrl("#batchSize=512"))).toBe(false);
  expect(playground.state.notices).toMatchObject([{ kind: "waitsForPlay" }]);
  expect(playground.state.environment).not.toBeNull();
  service.refusal = null;
  await playground.play();
  expect(isUnasked).toEqual([true, false]);
  expect(playground.state.run?.config.batchSize).toBe(512);
  expect(playground.state.notices).toEqual([]);
});
