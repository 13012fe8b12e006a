import * as Comlink from "comlink";
import { afterEach, describe, expect, it } from "vitest";
import { problem, saidOf } from "../../src/i18n/errors";
import { PSEUDO } from "../../src/i18n/pseudo";
import { texts } from "../../src/i18n/texts";
import { english, translate } from "../../src/i18n/translate";
import { throwSaid } from "../../src/worker/thrown";

/** What another thread's call throws here. */
async function thrownAcross(error: unknown): Promise<unknown> {
  const { port1, port2 } = new MessageChannel();
  open.push(port1, port2);
  const service = {
    call: (): void => {
      throw error;
    },
  };
  Comlink.expose(service, port1);
  return Comlink.wrap<typeof service>(port2)
    .call()
    .then(
      () => expect.unreachable(),
      (thrown: unknown) => thrown,
    );
}

const open: MessagePort[] = [];

afterEach(() => {
  for (const port of open.splice(0)) port.close();
});

throwSaid();

describe("what a call into the worker throws", () => {
  it("is said in the language of the page", async () => {
    const thrown = await thrownAcross(problem(texts.thousands, { value: "12" }));
    expect(thrown).toBeInstanceOf(Error);
    expect(thrown).toMatchObject({ name: "PlaygroundError", message: "12k" });
    expect(saidOf(thrown).id).toBe("i18n.thousands");
    expect(translate(saidOf(thrown), PSEUDO)).toBe("12ķ");
  });

  it("is what it was, where it knows no languages", async () => {
    const thrown = await thrownAcross(new RangeError("out of range"));
    expect(thrown).toMatchObject({ name: "RangeError", message: "out of range" });
    expect(english(saidOf(thrown))).toBe("out of range");
    expect(await thrownAcross("plain")).toBe("plain");
  });
});
