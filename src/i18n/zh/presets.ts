import type { Catalog } from "../catalog";

/** The experiments that come with the page, and their gallery. */

const SAME_RATE = "是步长的缘故吗？以学习率 0.01 运行";

export const presets: Pick<Catalog, "presets" | "presetGallery"> = {
  presets: {
    vanish: {
      expected: "消失因子降到约十分之一，InfoNCE 的梯度范数随之下降，结束时 FlatNCE 的准确率领先。",
      title: "看梯度消失",
      summary:
        "每个字符有两个略有变化的视图，每个视图都要在其余 31 个中找到自己的孪生视图。找得越有把握，InfoNCE 推它就越轻；FlatNCE 则继续把它推离相似样本。然后用更大的学习率再跑一次：差距其实来自步长。",
      question: "正样本变得容易之后，InfoNCE 会慢下来吗？",
      refuted:
        "最后一步时结论的区间包含 0，或者 InfoNCE 的梯度范数始终与 FlatNCE 一样大。学习率更大时差距应当消除：若仍存在，就不是步长造成的。",
      twist: { label: SAME_RATE },
    },
    points: {
      expected:
        "结束时 InfoNCE 的梯度范数约为 FlatNCE 的三分之一。前一百步之后，它的准确率几乎不再上升；FlatNCE 的继续上升。",
      title: "看梯度消失：平面点",
      summary:
        "每个点有两个略有变化的视图，每个视图都要在其余 63 个中找到自己的孪生视图。无论哪种损失，多数很快找到。找得越有把握，InfoNCE 推一个点就越轻；FlatNCE 则继续把它推离相似样本。准确率：颜色能分辨出来吗？",
      question: "在任何设备都能训练的平面点上，正样本变得容易之后，InfoNCE 会慢下来吗？",
      refuted: "两者的准确率同样上升，最后一步时结论的区间包含 0；或者两者的梯度范数相等。",
      twist: { label: SAME_RATE },
    },
    circle: {
      expected:
        "无论哪种损失，样本的两个视图都会靠拢（对齐度下降），各类别在圆上散开（均匀度下降）。哪种损失更好不是这里的重点。",
      title: "看见圆",
      summary: "月牙形数据和二维嵌入，视图所在的圆就是图像本身：看正样本相聚、类别散开。",
      question: "对比损失对一个能够完整看到的嵌入做了什么？",
      refuted: "对齐度没有下降，或者圆上大片地方一直空着。",
    },
    "own-loss": {
      expected: "第三种损失给已解决的锚点与 FlatNCE 相同的权重，给困难的锚点更多：它的准确率与 FlatNCE 相近。",
      title: "写出你自己的损失",
      summary:
        "这一族损失是 log ξ 的函数，其导数就是锚点的权重。打开第三组，写另一个函数，运行之前先在“锚点权重”中看它的曲线。",
      question: "已解决的锚点应当占多少分量？",
      refuted: "它的准确率与 InfoNCE 相近：那么这里造成差别的就不是已解决锚点的权重。",
    },
    "low-temperature": {
      expected: "结束时 FlatNCE 的准确率领先；图中可见三个种子各领先多少。",
      title: "低温度",
      summary: "批大小 32、温度 0.05、Adam：在我们自己的测量中，这一范围内 FlatNCE 在每个种子上都领先。",
      question: "Adam 会掩盖梯度的大小，这时还有差别吗？",
      refuted: "结论的区间包含 0，或者整个低于 0。三个种子可能测不出这么大的差别：下结论前请跑五个。",
    },
    "eight-bit": {
      expected: "几乎没有影响：FlatNCE 的领先幅度与 float32 时差不多，因为变为 0 的那些梯度本来就微不足道。",
      title: "8 位相似度",
      summary:
        "以 8 位数计算损失。写成交叉熵时，InfoNCE 把已解决正样本的梯度舍入为精确的 0：在我们自己的测量中约占三分之二的锚点，FlatNCE 则从不如此。然而准确率几乎不变：那些梯度本来就微不足道，而在 float32 中两者的差距也一样大。",
      question: "8 位数把消失的梯度舍入为 0，要紧吗？",
      refuted: "8 位时的差距比 float32 时大得多（点按钮即可运行后者）：那么舍入确实造成了损害。",
      twist: { label: "以 float32 运行" },
    },
    "batch-sizes": {
      title: "一次运行看准确率与批大小",
      summary:
        "论文中的图：两种损失各取五种批大小，三十个学习器在同一次运行中，数据是平面点。最上面的图表之下，随训练画出准确率与批大小的关系：每种损失一条线。",
      question: "FlatNCE 用较小的批次就够吗？",
      expected:
        "批大小 16 起，FlatNCE 的最近邻准确率最终比 InfoNCE 高六到十一个百分点；批大小 8 时 FlatNCE 各种子相差太大，无法判断。步数这样少，InfoNCE 几乎不因批次更大而提高。",
      refuted:
        "两条线在较大批次处相遇，或者所有批大小处色带都重叠。两种损失在这里学习率相同，因此差距有一部分来自步长。",
    },
    "tiny-batch": {
      expected:
        "没有帮助：它的准确率最终低于 InfoNCE。这里各种子差别很大，三个种子的结论可能测不出来。学习率更小、步数更多时两者打平。",
      title: "极小批次：FlatNCE 输了",
      summary:
        "批大小 8、普通增强时，FlatNCE 保持着完整的梯度，而这些梯度只来自两三个难负样本，结果更差。学习率更小、步数更多时打平。",
      question: "批次中负样本很少时，FlatNCE 有帮助吗？",
      refuted: "最后一步时 FlatNCE 与 InfoNCE 持平或领先。",
      twist: { label: "以学习率 0.0003 运行 2,000 步" },
    },
    warm: {
      expected:
        "差别太小，三个种子无法判断：消失因子一直很高，两种梯度的余弦接近 1，结论的区间包含 0。但这并不能说明两者相等。",
      title: "高温度：什么也没有消失",
      summary: "温度 0.2 时消失因子几乎不下降：两种梯度方向相同，FlatNCE 几乎没有什么可修复的。",
      question: "温度高时有什么需要修复吗？",
      refuted: "消失因子降到远低于 0.8，或者结论检测到差异，并且换种子后再次检测到。",
    },
    "learned-temperature": {
      expected:
        "FlatNCE 的温度在约一百步内降到下限，嵌入坍缩到一两维。InfoNCE 的温度降得更慢，停在下限之上。这不说明准确率如何：在我们自己的运行中，FlatNCE 的 kNN 准确率反而更高。",
      title: "学习的温度失控",
      summary:
        "温度与权重一起训练，没有任何约束。FlatNCE 总能从更低的温度获益：在我们自己的运行中，三个种子都在 100 步内从 0.2 降到 0.0001，嵌入缩到八维中的一两维。InfoNCE 的梯度消退，便不再追降：400 步后它的温度远高于此，仍在使用七维。",
      question: "如果温度可以自己选，每种损失会怎么做？",
      refuted: "FlatNCE 的温度稳定在下限之上，或者 InfoNCE 的温度也降到下限。",
      twist: { label: "把下限设为 0.05" },
    },
    queue: {
      expected: "加上之前批次的 256 个负样本，两者的 kNN 准确率持平。没有队列时 FlatNCE 落后。",
      title: "批大小 4 加队列",
      summary:
        "每步四个样本，外加之前的 256 个负样本。在我们自己的运行中，只用本批次的六个负样本时，FlatNCE 的 kNN 准确率落后于 InfoNCE；用队列的负样本时两者持平：它在极小批次中缺的就是负样本。",
      question: "FlatNCE 在极小批次中缺的是负样本吗？",
      refuted: "有队列时 FlatNCE 仍然落后，或者没有队列也持平。",
      twist: { label: "不用队列运行" },
    },
    "ess-controller": {
      expected: "从 0.5 和 0.05 开始的四个温度，无论用哪种损失，都在 200 步内汇合。",
      title: "自行调节的温度",
      summary:
        "控制器调节每个温度，直到五分之一的负样本承担梯度（n-ESS 0.2）。在我们自己的运行中，无论用哪种损失，从 0.5 和 0.05 开始的组都在 200 步内汇合，此后保持一致。",
      question: "温度能否由控制得到，而不必选定？",
      refuted: "温度停留在起始处，或者最终各不相同。",
    },
  },
  presetGallery: {
    title: "选择实验",
    about: "每张图都来自真实的运行：各种子的均值及其范围。每个实验都写明应当看到什么，以及什么结果能证明它是错的。",
    loading: "正在加载实验",
    open: "选择其他实验",
    chosen: "已选",
    expected: "应当看到什么",
    refuted: "什么能推翻它",
    measured: "{metric}，{steps} 步，{seeds} 个种子，测于 {date}",
    picture: "{metric}随步数的变化。结束时 {values}。",
    value: "{arm}：{value}",
    noPicture: "还没有图像。",
    time: {
      expected: "在这台设备上约 {time}",
      unknown: "尚未在这台设备上计时。",
      slow: "用 CPU 需要几分钟。",
      range: "{least} 至 {most}",
      seconds: "{n} 秒",
      minutes: "{n} 分钟",
    },
    queue: {
      add: "加入队列",
      again: "已在队列中（{n, number}）：再次加入",
      label: "将“{title}”加入队列{n, plural, =0 {} other {（已有 # 个）}}",
    },
    download: "会先下载数据。",
  },
};
