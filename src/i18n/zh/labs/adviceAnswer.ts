import type { Catalog } from "../../catalog";

/** The answer of the lab Advice, sentence by sentence. */

export const adviceAnswer: Pick<Catalog, "adviceAnswer"> = {
  adviceAnswer: {
    verdicts: {
      yes: "有，在这里它有帮助。",
      same: "没有，在这里它不会有帮助。",
      worse: "没有，在这里它更差。",
      small: "未定：有帮助，但可能小得不要紧。",
      undecided: "未定。",
      oneSeed: "未定：单个种子没有区间。",
      nothing: "没有答案：没有一个种子在两种损失下都训练到底。",
    },
    setting: "温度 {tau}、学习率 {rate}",
    points: "{value} 个百分点",
    size: "{value} 个百分点",
    accuracy:
      "FlatNCE 在{flatSetting}下达到 {flat}（{metric}），InfoNCE 在{infoSetting}下达到 {info}，各取最适合自己的设置。",
    steps:
      "要达到两者共同增益的九成，FlatNCE 在{flatSetting}下用去运行的 {flat}，InfoNCE 在{infoSetting}下用去 {info}，各取最适合自己的设置。",
    accuracyDifference: "差值为 {difference}，{seeds} 个种子的 95% 区间为 {low} 至 {high}。",
    stepsDifference: "FlatNCE 省下运行的 {difference}，{seeds} 个种子的 95% 区间为 {low} 至 {high}。",
    single: "差值为 {difference}，只有一个种子。",
    reasons: {
      yes: "区间不含 0，增益至少为 {smallest}，即这里要紧的最小增益。",
      same: "区间的上端低于 {smallest}，即这里要紧的最小增益：可以排除值得更换的增益。",
      worse: "整个区间低于 0。",
      small: "区间不含 0，但也包含低于 {smallest} 的增益，即这里要紧的最小增益。",
      undecided: "区间既包含毫无增益，也包含要紧的增益（{smallest} 或更多）。",
    },
    swapped: {
      within: "其他都不变，只把 InfoNCE 换成 FlatNCE，差值为 {difference} [{low}, {high}]。",
      single: "其他都不变，只把 InfoNCE 换成 FlatNCE，差值为 {difference}。",
    },
    factor: {
      low: "结束时 InfoNCE 的锚点保有 {share} 的权重（消失因子 f = {f}）：FlatNCE 修复的正是这一点。",
      lowYet:
        "结束时 InfoNCE 的锚点保有 {share} 的权重（消失因子 f = {f}）：消失了很多，但在这里修复它并没有确定的好处。",
      middle: "结束时 InfoNCE 的锚点保有 {share} 的权重（消失因子 f = {f}）：有所消失，但不到一半。",
      high: "结束时 InfoNCE 的锚点保有 {share} 的权重（消失因子 f = {f}）：几乎没有消失，所以没有多少可修复的。",
      highYet:
        "然而 InfoNCE 的锚点保有 {share} 的权重（消失因子 f = {f}）：几乎没有消失，所以这个增益另有原因，并非 FlatNCE 所针对的那个。",
    },
    warm: "温度 {tau} 时几乎没有消失（f = {f}），所以没有多少可修复的。",
    equal: {
      none: "温度和学习率相同时，表中没有一个区间不含 0。",
      some: "温度和学习率相同时，表中 {count} 组设置里，区间不含 0 且有利于 FlatNCE 的有 {ahead} 组，不利的有 {behind} 组。",
      stepSize: "InfoNCE 把学习率增大到 {times} 倍即可弥补：那里的差距是步长的差距。",
      temperature: "InfoNCE 在温度 {tau} 下即可弥补。",
    },
    edge: {
      largest: "{losses}：在所试的最大学习率下最好，更大的也许还会更好。",
      smallest: "{losses}：在所试的最小学习率下最好，更小的也许还会更好。",
      coldest: "{losses}：在所试的最低温度下最好，更低的也许还会更好。",
      warmest: "{losses}：在所试的最高温度下最好，更高的也许还会更好。",
      both: "两种损失",
    },
    untrained: "两者都没有走多远：比未训练的编码器至多高 {gain}。步数更多，答案可能改变。",
    next: {
      yes: "下一步：在你自己的训练中，以你自己的批大小，试试{setting}的 FlatNCE。",
      no: "下一步：继续用 InfoNCE，{setting}。",
      more: "下一步：增加种子。如果离散程度不变，{seeds} 个就能判定。",
      tooMany:
        "下一步：训练更久，或就此作罢。如果更多种子的离散程度不变，{most} 个也无法判定：即使有差别，与噪声相比也很小。",
      two: "下一步：至少两个种子，最好五个。",
      smaller: "下一步：更小的学习率或更高的温度。",
    },
    limits: {
      batch: "它对批大小 {tested} 成立。",
      largest: "它对批大小 {tested} 成立，这是这里在合理时间内所测的最大值；对你的 {wanted} 未必成立。",
      ofData: "它对批大小 {tested} 成立：你的 {wanted} 会使这些数据不足两个批次。",
      growth: "负样本越多，消失得越少：如果 ξ 与负样本数成正比，那里的 f 约为 {f}。",
      network:
        "编码器很小，在一个数据集的 {samples, number} 个样本上训练了 {steps, number} 步。更大、训练更久的编码器可能给出不同的答案。",
      seeds:
        "区间是对种子（初始权重、批次、增强）而言的，不是对数据集而言；所有种子共用同样的 {samples, number} 个测试样本。",
      choice:
        "每种损失有 {settings} 组设置可选，由验证样本和各自的 {seeds} 个种子选定。测试样本没有参与，所以差值不是挑出来的，答案只依据这一个区间。表中的区间没有按数目校正：毫无差别时，20 个中也会偶然有一个不含 0。",
      lost: "略去 {lost} 个种子，因为有学习器停止了。",
    },
  },
};
