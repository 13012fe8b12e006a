import type { Catalog } from "../../catalog";
import { UNDECIDED, WEIGHTS, WHICH_LOSS } from "./shared";

export const factor: Pick<Catalog, "learn.factor"> = {
  "learn.factor": {
    title: "消失因子",
    says: [
      "跟着一个样本（锚点）走完训练。有两种力作用于它的位置：孪生视图拉它，批次中的其余视图，即负样本，推它，相似样本推得最用力。把所有负样本合在一起与孪生视图相比，称为 ξ（读作“克西”）：锚点混淆时很大，孪生视图远远近于其他视图时极小。这样的锚点就是已解决的。",
      "常用的损失 InfoNCE 把整个力乘以 f = ξ/(1 + ξ)，即消失因子。如果 ξ 是 9，f 就是 0.9，锚点保有大部分的力；如果 ξ 是 0.01，f 约为 0.01，拉力和推力都几乎不剩：InfoNCE 对已解决的锚点放手。FlatNCE 就是去掉 f 的同一损失。两者本身无所谓对错：已解决的锚点还能教些什么呢？",
      "没有哪个位置是直接挪动的。每个力都经网络反向传回，要求网络的数改变。所有锚点合起来的要求就是梯度（反号）；它的长度，即梯度范数，说明要求有多强烈。ξ 要跨越许多个数量级，所以图中显示 log ξ：在 0 处 f 为二分之一，每向左 2.3，ξ 就缩小到十分之一。",
    ],
    symbols: {
      info: { name: "InfoNCE 的力", means: "InfoNCE 要求锚点的位置往哪边移动、有多强烈。" },
      f: {
        name: "消失因子",
        means: "f = ξ/(1 + ξ)，InfoNCE 留下的力的比例：混淆的锚点接近 1，已解决的锚点接近 0。它也称为锚点的权重。",
      },
      xi: { name: "ξ，相似样本与孪生视图之比", means: "全部负样本合在一起，与孪生视图（正样本）相比。" },
      flat: { name: "FlatNCE 的力", means: "同样的力，没有 f：每个锚点的权重都是 1。" },
    },
    controls: {
      temperature: { label: "温度", values: { low: "0.05，低", middle: "0.2", high: "0.5，高" } },
    },
    pictures: { trail: "一个锚点的训练历程", weights: WEIGHTS, forces: "一个锚点的受力" },
    question: "一个学习器用 InfoNCE 训练，一个用 FlatNCE。结束时，哪个的梯度更长（梯度范数）？",
    choices: WHICH_LOSS,
    outcomes: {
      info: "对同一个网络，公式给出的并非如此。但这是两个走了不同路的网络：下结论之前，请看图中的 f。",
      flat: "在 InfoNCE 下，已解决的锚点几乎没有权重，梯度也随之消退。梯度长是否就是好，是另一个问题：见最后两章。",
      same: "0 在区间之内：这些种子无法判定。请看消失因子的曲线：f 一直接近 1 的地方什么也没有消失，两种损失所做的几乎相同。",
      undecided: UNDECIDED,
    },
    falsified:
      "温度低时，消失因子降到远低于 1，而 InfoNCE 的梯度仍与 FlatNCE 的一样长。或者温度高时，因子一直接近 1，两者的梯度却分道扬镳。",
    doubts: {
      other: {
        asks: "为什么同一样本的权重因学习器而异？",
        answer:
          "第一步之后，两个学习器就是两个网络：它们各以自己的方式安放这个样本、它的孪生视图和相似样本，各有自己的 ξ。图中的权重是每种损失在自己的网络中给出的。",
      },
      held: {
        asks: "为什么我们跟踪的样本不是训练样本？",
        answer:
          "它是留出的，即从不用于训练，并始终以相同的两个视图出现：这样变化的就只有学习器。直方图的条形统计的是训练样本。",
      },
    },
    trail: {
      sample: "留出样本 {sample}",
      another: "换一个样本跟踪",
      says: "{label}：权重 {weight}",
      axis: "锚点的权重",
      waiting: "正在测量第一幅图。",
      describe: "每种损失下锚点的权重随步数的变化",
    },
  },
};
