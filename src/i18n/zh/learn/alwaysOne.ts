import type { Catalog } from "../../catalog";

export const alwaysOne: Pick<Catalog, "learn.alwaysOne"> = {
  "learn.alwaysOne": {
    title: "恒为 1 的损失",
    says: [
      "无论学到了什么，FlatNCE 的值在每一步都是 1。它怎么教得了东西？训练从不读取值。它问的是，轻推网络的一个数，值会怎样变：这就是梯度。计算机从损失出发，沿自己的计算反向走回网络来求它。为此它要把计算过程记录下来，即“计算带”（tape）。",
      "可是恒为 1 的东西，怎么推都不会变吧？没错，所以有个诀窍：停止梯度 sg。取 v = log ξ；FlatNCE 计算 exp(v − sg(v))。如果 v 是 −3，它就是 exp(−3 + 3) = 1。反向时，sg 是一扇关着的门：门后的内容算作固定的数。此时它读作 exp(v + 3)，其中 3 是固定的，v 下降它就下降。于是训练使 v 变小，而 ξ 更小意味着孪生视图与其余视图区分开了。在图中打开门：两条路恰好抵消为 0，什么也学不到。",
      "同一行式子包含一整族损失。把减去的 v 换成 u = log(c + ξ)。此时的值就是锚点的权重 ξ/(c + ξ)：c = 1 时是上一章 InfoNCE 的 f，c = 0 时是 FlatNCE 的 1，两者之间，ξ 低于 c 的锚点就消退。（图表按通常写法绘制其他损失，即 log(1 + ξ) 和 log(c + ξ)：值不同，梯度相同。）",
    ],
    symbols: {
      loss: { name: "值", means: "这样写时，它就是锚点计入的权重：对 FlatNCE 为 1。" },
      v: { name: "v = log ξ", means: "锚点离找到孪生视图有多远：混淆时大，已解决时远低于 0。" },
      sg: { name: "停止梯度", means: "正向时把数原样传下去。反向时什么也不通过，就像那个数是固定的。" },
      c: { name: "滑块 c", means: "位于两种损失之间：1 为 InfoNCE，0 为 FlatNCE。" },
    },
    controls: {
      c: { label: "居中的损失取 c =", values: { hundredth: "0.01", tenth: "0.1", half: "0.5" } },
    },
    pictures: { tape: "一个锚点的损失的计算带" },
    question:
      "FlatNCE 的值从第一步到最后一步都是 1。与第一步相比，它的视图在结束时会更常找到孪生视图吗（对比准确率）？",
    choices: { more: "更高：它在学习", less: "更低", same: "太接近，三个种子无法判定" },
    outcomes: {
      more: "曲线是平的，它却学会了：它本来就不是从值学习的。想知道 FlatNCE 进展如何，就画别的量，比如 InfoNCE 值，任何学习器都能计算。这里另一个损失为负也不是错误：起作用的只有斜率。",
      less: "不应如此：梯度是把孪生视图拉到一起的。请看看学习器是否中断了，或者任务在第一步之前就已解决。",
      same: "0 在区间之内：要么一开始就找到了孪生视图，要么三个种子差别太大，无法判定。",
      undecided: "没能得到区间。",
    },
    falsified: "FlatNCE 的值离开 1；或者值停在 1，而找到孪生视图的频率并不高于未训练的网络。",
    doubts: {
      one: {
        asks: "为什么不直接用 log ξ 作损失？",
        answer:
          "可以：梯度完全相同，而且那个损失有自己的名字（解耦对比损失，DCL）。它的值不是 1，而是随着找到孪生视图而下降。FlatNCE 的作者从另一条路得到它，并写成值为 1 的形式。两者训练网络的都是 log ξ 的梯度。",
      },
      plot: {
        asks: "那我该看什么才知道它有没有进展？",
        answer:
          "任何只测量、不用来训练的量：同一嵌入的 InfoNCE 值、对比准确率、简单规则在留出样本上的准确率。FlatNCE 的作者展示的就是 InfoNCE 值。",
      },
      code: {
        asks: "我在自己的代码里写了它，却什么也学不到。",
        answer:
          "两个常见的疏忽。没有停止梯度（detach），梯度就精确为 0。而如果把孪生视图留在负样本中，求和得到的是 1 + ξ 而不是 ξ：那又成了 InfoNCE，只是换了个名字。",
      },
    },
    tape: {
      door: "反向时，sg 是",
      closed: "关着的（FlatNCE）",
      open: "开着的",
      logXi: "锚点的 log ξ",
      c: "c",
      forward: "值",
      backward: "推动",
      twin: "孪生视图",
      others: "其余视图",
      nodes: { v: "v = log ξ", u: "u = log(c + ξ)", sg: "sg", minus: "v − u", exp: "exp", loss: "损失" },
      describe: "损失为 {value}。反向时，v 直接受到 {direct} 的推动，经 u 受到 {around}：合计 {total}。",
      says: "值为 {value}；到达 v 的是全部力的 {total}。",
      nothing: "值为 {value}，到达 v 的是 0：什么也学不到。",
      curve: "锚点的权重随 log ξ 的变化，c = {c}，介于 InfoNCE 与 FlatNCE 之间",
      curves: "权重随 log ξ 的变化：InfoNCE、FlatNCE，以及居中的 c = {c}",
    },
  },
};
