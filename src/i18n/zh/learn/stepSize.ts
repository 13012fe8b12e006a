import type { Catalog } from "../../catalog";
import { UNDECIDED, WEIGHTS, WHICH_LOSS } from "./shared";

export const stepSize: Pick<Catalog, "learn.stepSize"> = {
  "learn.stepSize": {
    title: "只是学习率的问题吗？",
    says: [
      "如果 InfoNCE 把每个力都乘以小于 1 的因子，那么 FlatNCE 也许不过是步子更长的 InfoNCE。提高 InfoNCE 的学习率，不就白得同样的效果？如果因子对每个锚点都一样，那就真是如此。",
      "但它并不一样。每个锚点有自己的权重：已解决的几乎为零，混淆的几乎足额。所以 InfoNCE 的步子更短，方向也不同：朝着混淆的锚点想去的地方。长度可以从比较中去掉。普通的梯度下降（SGD）照原样显示它；“步长相等”让 FlatNCE 的梯度与 InfoNCE 的等长；Adam 这种优化器自行缩放每个权重的步子，基本上掩盖了长度。",
    ],
    symbols: {
      step: { name: "一步", means: "网络的权重移动多远，以占自身大小的比例计。" },
      rate: { name: "学习率", means: "每个梯度所乘的数：由人选定。" },
      weight: { name: "锚点权重", means: "FlatNCE 下为 1，InfoNCE 下为该锚点的消失因子。" },
    },
    controls: {
      rule: {
        label: "怎样迈步",
        values: { sgd: "SGD，学习率 0.003", fast: "SGD，学习率 0.01", matched: "SGD，步长相等", adam: "Adam" },
      },
    },
    pictures: { weights: WEIGHTS },
    question: "结束时，哪一个的留出样本有更多同类的邻居（kNN 准确率）？",
    choices: WHICH_LOSS,
    outcomes: {
      info: "InfoNCE 在这里领先：忘掉已解决的锚点，是更好地利用了它的步子。",
      flat: "FlatNCE 领先。是因为步子更长，还是因为迈向了别处，单凭这一次运行说不出来：请与步长相等的那次运行比较。",
      same: "区间包含 0：这样迈步时，三个种子分不出两种损失。如果用普通 SGD 能分出，那么差别大半就是步长。",
      undecided: UNDECIDED,
    },
    falsified:
      "如果全是步长的问题：步长相等后，仍剩下与普通 SGD 一样大的差别。如果不是：步长相等后，在你所试的任何学习率和任何数据上，都没有差别剩下。",
    doubts: {
      raise: {
        asks: "那我是不是直接提高 InfoNCE 的学习率就好？",
        answer:
          "先试试，不花什么代价：在我们自己对字母图像的测量中，视图容易、用 SGD 时，把学习率从 0.003 提到 0.01，十个百分点的差距就没有了。但学习率在整个训练中是一个数，而因子随着锚点解决不断下降：适合末尾的学习率，对开头可能太大。",
      },
      adam: {
        asks: "为什么 Adam 会掩盖差别？",
        answer:
          "Adam 把每个权重的梯度除以它自己近来的大小。所有锚点共有的因子就约掉了。约不掉的是各锚点权重不同，它会改变方向。",
      },
    },
  },
};
