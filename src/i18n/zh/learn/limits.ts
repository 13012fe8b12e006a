import type { Catalog } from "../../catalog";
import { UNDECIDED, WHICH_LOSS } from "./shared";

export const limits: Pick<Catalog, "learn.limits"> = {
  "learn.limits": {
    title: "它在哪里没有帮助",
    says: [
      "去掉 f 之后，已解决的锚点会继续推。这只有在它们还能教些什么时才有帮助。在我们用 Adam 的测量中，温度低时确实如此，即 0.05（批大小 32 和 64）和 0.1（批大小 32）：对字母图像高 3 到 4 个百分点。对手写字，在 0.05 时领先 0.5 和 2.2 个百分点，三个种子无法与 0 区分。",
      "有三种情形它没有帮助。极小的批次（4 或 8）：已解决的锚点只有几个负样本，完整的推力落在碰巧在场的一到三个上。高温度（0.2 起）：ξ 一直很大，f 一直接近 1，两种损失几乎相同。还有 CIFAR-10 照片：批大小 4 到 64，在我们试过的每种设置下都是平手或略差。原因我们没有测量；在那里，无论用哪种损失，我们的小网络都没学到多少。",
      "分布图显示的是这个页面制作之前我们用图像测得的结果，以及你在本章用平面点测得的结果。每格写着 FlatNCE 领先多少个百分点（每 100 个样本中多判对几个），以及种子能否判定：种子之间差别很大时，再大的差值也可能出于偶然。",
    ],
    symbols: {
      xi: {
        name: "ξ，相似样本与孪生视图之比",
        means: "全部负样本合在一起，与孪生视图相比。ξ 大时，f = ξ/(1 + ξ) 接近 1。",
      },
      negatives: { name: "负样本数", means: "批次中其他样本的视图：批次小时很少。" },
      tau: { name: "温度", means: "温度高时，相似度的差别无足轻重，ξ 一直很大。" },
    },
    controls: {
      batch: { label: "批次中的样本", values: { four: "4", many: "32" } },
      temperature: { label: "温度", values: { low: "0.05，低", high: "0.5，高" } },
    },
    pictures: { map: "FlatNCE 在哪里领先，在哪里没有" },
    question: "结束时哪种损失的 kNN 准确率更高？（两个学习器都用 Adam 迈步。）",
    choices: WHICH_LOSS,
    outcomes: {
      info: "InfoNCE 在这里领先。在极小的批次中这是意料之中的：FlatNCE 完整的推力落在太少的负样本上。",
      flat: "FlatNCE 在这里领先；看看区间有多大，再试试分布图的其他角落。",
      same: "0 在区间之内：这些种子无法判定。温度高时，这正是公式的预期：f 接近 1，没有什么可修复的。但这不能证明两者相等。",
      undecided: UNDECIDED,
    },
    falsified: "FlatNCE 在批大小 4 时领先；或者结论在温度 0.5 时发现差别，换种子后再次发现。",
    doubts: {
      headline: {
        asks: "FlatNCE 就是为小批次设计的，为什么在这里输了？",
        answer:
          "负样本少时，锚点更快解决，InfoNCE 的力就消退；但 FlatNCE 还回的部分只靠这几个负样本。在我们的测量中，它赢在批大小 32 和 64。批大小 8 时，更小的学习率加上两倍的步数，把它的失败变成了平手。保留之前批次的负样本（队列）也可能有帮助：赛场中有一个这样的实验。",
      },
      transfer: {
        asks: "这些数字对我的数据成立吗？",
        answer:
          "不成立：它们来自三个数据集上的一个小网络和短运行。分布图告诉你先看哪里。“建议”页面在你自己的文件上训练两种损失，各选适合自己的设置，并说明结果如何。",
      },
    },
    map: {
      glyphs: "字母（灰度，1,000 步）",
      kmnist: "KMNIST 手写字（1,000 步）",
      cifar: "CIFAR-10 照片（1,000 步）",
      own: "平面点，在此测得（kNN 准确率）",
      source:
        "图像：我们自己在 PyTorch 中用小型卷积网络和 Adam 测得，线性探测准确率，FlatNCE 减 InfoNCE，以百分点计，对种子取均值；不是在这个浏览器中测的。",
      none: "本章还没有测量结果。",
      temperature: "τ = {value}",
      batch: "B = {value}",
      ahead: "领先",
      behind: "落后",
      unclear: "无法判定",
      seeds: "{n} 个种子",
    },
  },
};
