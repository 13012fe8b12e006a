import type { Catalog } from "../../catalog";

export const alwaysOne: Pick<Catalog, "learn.alwaysOne"> = {
  "learn.alwaysOne": {
    title: "恒为 1 的损失",
    says: [
      "无论学到了什么，FlatNCE 的值在每一步都是 1。它到底怎么学习？值和梯度是两回事。训练从不看值；它问的是，如果轻推权重，值会往哪边变。这要沿计算过程反向推算，所以计算过程会被记录下来：这就是“磁带”（tape）。",
      "诀窍在于停止梯度 sg：正向时它好像不存在，反向时它是一扇关着的门。FlatNCE 先算 v = log ξ，再算 v 减 sg(v)，得 0，再取 exp，得 1。反向时，第一个 v 是通的，第二个是关着的：v 所受的推动足额到达。如果把门也打开，两个推动恰好抵消为 0：那就什么也学不到。",
      "同一行式子包含一整族损失。把减去的 v 换成 u = log(c + ξ)：c = 1 时是 InfoNCE 的梯度，c = 0 时是 FlatNCE 的，两者之间，ξ 低于 c 的锚点就消退。此时的值就是锚点的权重 ξ/(c + ξ)：对 FlatNCE 它是 1，因为每个锚点都足额计入。（页面按通常写法绘制其他损失，即 log(1 + ξ) 和 log(c + ξ)：值不同，梯度相同。）",
    ],
    symbols: {
      loss: { name: "值", means: "这样写时，它就是锚点计入的权重：对 FlatNCE 为 1。" },
      v: { name: "v = log ξ", means: "锚点离找到孪生视图有多远：混淆时大，已解决时远低于 0。" },
      sg: { name: "停止梯度", means: "数可以通过；反向时什么也不通过。" },
      c: { name: "滑块 c", means: "位于两种损失之间：1 为 InfoNCE，0 为 FlatNCE。" },
    },
    controls: {
      c: { label: "居中的损失取 c =", values: { hundredth: "0.01", tenth: "0.1", half: "0.5" } },
    },
    pictures: { tape: "一个锚点的损失的磁带" },
    question:
      "FlatNCE 自己的值从第一步到最后一步都是 1。与第一步相比，它的视图在结束时找到孪生视图的频率（对比准确率）如何？",
    choices: { more: "更高：它在学习", less: "更低", same: "太接近，三个种子无法判定" },
    outcomes: {
      more: "损失曲线是平的，学习器却在学习：它本来就不是从值学习的。想知道 FlatNCE 进展如何，就画别的量，比如 InfoNCE 值，任何学习器都能计算。",
      less: "不应如此：梯度是把孪生视图拉到一起的。请看看学习器是否中断了，或者任务在第一步之前就已解决。",
      same: "区间包含 0：要么一开始就找到了孪生视图，要么三个种子离散得太厉害。",
      undecided: "没能得到区间。",
    },
    falsified: "FlatNCE 的值离开 1；或者值停在 1，而找到孪生视图的频率并不高于未训练的网络。",
    doubts: {
      one: {
        asks: "值恒为 1，它怎么学习？",
        answer:
          "靠梯度，而梯度不为 0：它是 log ξ 的梯度。停在正午的钟说明不了时间，但这里没有人看这只钟。值被构造成相互抵消，梯度则被构造成不抵消。",
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
