import type { Catalog } from "../../catalog";
import { UNDECIDED, WHICH_LOSS } from "./shared";

export const limits: Pick<Catalog, "learn.limits"> = {
  "learn.limits": {
    title: "它在哪里没有帮助",
    says: [
      "去掉因子之后，已解决的锚点会继续推。这只有在已解决的锚点还能教些什么时才有价值。有三种情形，它们教不了什么，或者本来就没有问题。",
      "极小的批次：已解决的锚点只有几个负样本，足额的推力落在碰巧在场的一两个上。高温度：ξ 一直很大，因子一直接近 1，两种损失几乎相同。还有一种，找孪生视图对数据或学习器来说不是瓶颈：在 CIFAR-10 照片上，无论在哪里看，我们见到的都是平手，或略差一点。",
      "地图显示的是这个页面制作之前我们用图像测得的结果，以及你在本章用平面点测得的结果。每格写着 FlatNCE 领先多少个百分点，以及种子能否判定。",
    ],
    symbols: {
      xi: { name: "ξ，相似样本与孪生视图之比", means: "因子为 ξ/(1 + ξ)：ξ 大时接近 1。" },
      negatives: { name: "负样本数", means: "批次中其他样本的视图：批次小时很少。" },
      tau: { name: "温度", means: "温度高时，相似度的差别无足轻重，ξ 一直很大。" },
    },
    controls: {
      batch: { label: "批次中的样本", values: { four: "4", many: "32" } },
      temperature: { label: "温度", values: { low: "0.05，低", high: "0.5，高" } },
    },
    pictures: { map: "FlatNCE 在哪里领先，在哪里没有" },
    question: "用 Adam 时，哪一个结束时的 kNN 准确率更高？",
    choices: WHICH_LOSS,
    outcomes: {
      info: "FlatNCE 在这里有害：足额的推力落在太少的负样本上。诚实的建议也是方法的一部分。",
      flat: "FlatNCE 在这里领先；看看区间有多大，再试试地图的其他角落。",
      same: "区间包含 0。在高温度的角落，这正是理论的预期：因子接近 1，没有什么可修复的。但这不能证明两者相等。",
      undecided: UNDECIDED,
    },
    falsified: "FlatNCE 在批大小 4 时领先；或者结论在温度 0.5 时发现差别，换种子后再次发现。",
    doubts: {
      headline: {
        asks: "FlatNCE 就是为小批次设计的，为什么在这里输了？",
        answer:
          "批次小时 InfoNCE 的梯度最先消退，所以可以挽回的也最多；但挽回的部分只靠极少的负样本。在我们的测量中，它赢在批大小 32 和 64、温度低的时候；批大小 8 时，更小的学习率能把输变成平手。从之前的批次取更多负样本（队列）也有帮助：赛场中有一个这样的实验。",
      },
      transfer: {
        asks: "这些数字对我的数据成立吗？",
        answer:
          "不成立：它们来自三个数据集上的小网络和短运行。地图告诉你先看哪里。“建议”页面在你自己的文件上训练两种损失，各选适合自己的设置，并说明结果如何。",
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
