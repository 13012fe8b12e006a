import { pytorchAugmentation } from "../../../augmentations/pytorch";
import { augmentationRecipe } from "../../../augmentations/recipe";
import type { ScriptPlan } from "../plan";
import { indented, joined } from "../python";
import { publishedLoader } from "./published";

/** The samples and the augmentation. */
export function dataSection(plan: ScriptPlan): string {
  return joined([samples(plan), augment(plan)], "\n\n\n");
}

function isImages({ data }: ScriptPlan): boolean {
  return data.shape.length === 3;
}

function samples(plan: ScriptPlan): string {
  const { published } = plan.data;
  if (published) return publishedLoader({ ...plan.data, published });
  const shaped = isImages(plan)
    ? "x.permute(0, 3, 1, 2) if x.dim() == 4 else x.long()"
    : "x if x.dim() == 2 else x.long()";
  return `def load_data(device):
    """The page's samples: train, bank (whose labels kNN and the probe see) and queries (which they are asked about)."""
    arrays = {name: torch.from_numpy(x).to(device) for name, x in np.load(HERE / "data.npz").items()}
    return {name: ${shaped} for name, x in arrays.items()}`;
}

/** How a learner draws its batches. */
export function drawMethod(plan: ScriptPlan): string {
  const { columns, stages, centered, hasNoise } = augmentationOf(plan);
  const isDrawn = isImages(plan) && stages.length + centered.length > (hasNoise ? 1 : 0);
  const both = plan.data.isPaired
    ? `torch.stack([self.data["train"][mine], self.data["second"][mine]])`
    : `self.data["train"][mine].expand(2, *[-1] * self.data["train"].dim())`;
  const given = `${isDrawn ? ", u" : ""}${hasNoise ? ", noise" : ""}`;
  return `def draw(self, step, is_probe=False):
    """The samples of a batch, [B], and this process's part of both their views, [2, b, ...]."""
    size, count = self.batch_size, len(self.data["train"])
    epoch, place = divmod(step, count // size)
    order = torch.randperm(count, generator=generator(self.seed, 1 + is_probe, 0, epoch, device="cpu"))
    samples = order[place * size :][:size].to(DEVICE)
    mine, random = samples.chunk(WORLD)[RANK], generator(self.seed, 1 + is_probe, 1, step)
    x = ${both}${isImages(plan) ? ".float() / 255" : ""}
${indented(
  joined([
    isDrawn && `u = own(torch.rand(2, size, ${columns}, generator=random, device=DEVICE)).flatten(0, 1)`,
    hasNoise && "noise = own(torch.randn(2, size, *x.shape[2:], generator=random, device=DEVICE)).flatten(0, 1)",
    `return samples, augment(x.flatten(0, 1)${given}).unflatten(0, (2, -1))`,
  ]),
)}`;
}

function augment(plan: ScriptPlan): string {
  const { stages, centered, hasNoise } = augmentationOf(plan);
  if (!isImages(plan))
    return `def augment(x${hasNoise ? ", noise" : ""}):
    """Views of points: nothing but noise."""
${indented(stages.length > 0 ? stages.join("\n").replace(/^x =/, "return") : "return x")}`;
  const drawn = stages.length + centered.length > (hasNoise ? 1 : 0);
  return `def augment(x${drawn ? ", u" : ""}${hasNoise ? ", noise" : ""}):
    """Views of images x [V, C, H, W] in 0..1, by numbers in [0, 1): SimCLR's recipe, arXiv 2002.05709, appendix A."""
${indented(joined([...stages, ...(centered.length > 0 ? ["x = 2 * x.clamp(0, 1) - 1", ...centered, "return x"] : ["return 2 * x.clamp(0, 1) - 1"])]))}`;
}

function augmentationOf({ config, data }: ScriptPlan) {
  return pytorchAugmentation(augmentationRecipe(config.augmentation, data.shape), data.shape);
}
