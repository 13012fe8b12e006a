import { it } from "vitest";
import torch from "../fixtures/torch.json";
import { expectAllclose } from "../support/allclose";
import { describeOnEachBackend } from "../support/backends";
import { expectGradient } from "../support/gradient";
import { evaluate, headArm } from "../support/objectives";

describeOnEachBackend("PyTorch's autograd", () => {
  it.each(torch.batches)("gives the same losses: batch of seed $seed, temperature $temperature", async (batch) => {
    const { z, temperature } = batch;
    const { ntXent, flatNce, dcl } = batch.loss;
    const of = (id: Parameters<typeof headArm>[0]) => evaluate(headArm(id, 1), [z], temperature);
    for (const id of ["infoNce", "infoNceCe"] as const) {
      await expectAllclose(of(id).value, ntXent.value, { atol: 1e-6 });
      await expectGradient(of(id).gradient, ntXent.gradient);
    }
    await expectGradient(of("flatNce").gradient, flatNce.gradient);
    await expectAllclose(of("dcl").value, dcl.value, { atol: 1e-6 });
    await expectGradient(of("dcl").gradient, dcl.gradient);
  });

  it("shows NT-Xent's value for the official FlatNCE, whose own is 1", async () => {
    for (const { loss } of torch.batches) await expectAllclose(loss.flatNce.value, loss.ntXent.value, { rtol: 1e-12 });
  });
});
