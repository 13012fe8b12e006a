import type { Catalog } from "../../catalog";
import { UNDECIDED, WEIGHTS, WHICH_LOSS } from "./shared";

export const stepSize: Pick<Catalog, "learn.stepSize"> = {
  "learn.stepSize": {
    title: "只是学习率的问题吗？",
    says: [
      "训练一步一步进行：梯度说明往哪边走，学习率（人选定的一个数）说明走多远。如果 InfoNCE 把每个力都乘以小于 1 的 f，那么 FlatNCE 也许不过是步子更长的 InfoNCE，提高 InfoNCE 的学习率就能白得同样的效果。如果 f 对每个锚点都一样，那就真是如此。",
      "但它并不一样。每个锚点有自己的 f：已解决的几乎为零，混淆的接近 1。所以 InfoNCE 的步子更短，方向也可能不同：朝着混淆的锚点想去的地方。两者各有多大作用，因数据而异。要弄清楚，可以只给 InfoNCE 更高的学习率，或者把长度去掉。SGD 沿梯度直接迈步，保留长度。“步长相等”让 FlatNCE 的梯度与 InfoNCE 的等长。Adam 对每个数的步子单独缩放，掩盖了大部分长度。",
    ],
    symbols: {
      step: { name: "一步", means: "网络的数 θ 移动多远。图中以占其大小的比例显示。" },
      rate: { name: "学习率", means: "梯度乘以它就成为一步：由人选定。" },
      weight: {
        name: "锚点权重",
        means: "FlatNCE 下为 1，InfoNCE 下为该锚点的消失因子 f。旁边的 g 是该锚点单独以完整的力产生的梯度。",
      },
    },
    controls: {
      rule: {
        label: "怎样迈步",
        values: {
          sgd: "SGD，学习率 0.003",
          fast: "SGD，学习率 0.01",
          raised: "SGD，仅 InfoNCE 用 0.01",
          matched: "SGD，步长相等",
          adam: "Adam",
        },
      },
    },
    pictures: { weights: WEIGHTS },
    question: "结束时，由邻居来猜留出样本的类别（kNN 准确率）。用哪种损失训练之后猜对得更多？",
    choices: WHICH_LOSS,
    outcomes: {
      info: "InfoNCE 在这里领先：这样迈步时，对已解决的锚点放手是更好的办法。",
      flat: "FlatNCE 领先。是因为步子更长，还是因为迈向了别处，单凭这一次运行说不出来：请与步长相等的那次运行比较。",
      same: "0 在区间之内：这样迈步时，三个种子分不出两种损失。如果用普通 SGD 能分出，那么步长至少解释了一部分。",
      undecided: UNDECIDED,
    },
    falsified:
      "“全是步长的问题”是错的，如果步长相等后仍剩下与普通 SGD 一样大的差别。“不止于此”是错的，如果步长相等后，在你所试的任何学习率和任何数据上都没有差别剩下。",
    doubts: {
      raise: {
        asks: "那我是不是直接提高 InfoNCE 的学习率就好？",
        answer:
          "先试试，不花什么代价：在我们自己对字母图像的测量中，视图容易、用 SGD 时，把学习率从 0.003 提到 0.01，十个百分点的差距就没有了。但学习率在整个训练中是一个数，而因子随着锚点解决不断下降：适合末尾的学习率，对开头可能太大。",
      },
      adam: {
        asks: "为什么 Adam 会掩盖差别？",
        answer:
          "Adam 把网络每个数的梯度除以这个数自己近来的梯度大小。所有锚点共有的因子就约掉了。有些锚点比别的更重，这一点约不掉：它会改变方向。",
      },
    },
  },
};
