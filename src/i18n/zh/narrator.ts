import type { Catalog } from "../catalog";

/** What is concluded from a run: the verdict, and what its numbers say. */

type Rooms = "verdict" | "earlyStop" | "narration" | "narrator";

export const narrator: Pick<Catalog, Rooms> = {
  verdict: {
    title: "结论",
    compare: "比较",
    comparedWith: "与",
    none: "还没有测量结果。",
    oneArm: "添加第二个实验组即可比较。",
    first: "运行一开始就会测量{metric}：请按播放。",
    underWay: "正在测量{metric}。",
    never: "这次运行没有测量{metric}。",
    notYet: "{metric}将在第 {step} 步再次测量。",
    off: "没有测量{metric}：已在“设置”的“测量”中关闭。",
    unlabeled: "无法测量{metric}：数据没有标签。",
    allStopped: "没有可比较的：没有一个种子在两组中都训练到底。",
    oneSeed: "一个种子说明不了什么：至少用两个。",
    detected: "{soFar, select, true {目前} other {}}{ahead} 领先 {difference}。",
    untrained: "在第一步之前测量：同一种子的各组从相同的权重开始。",
    early: "尚无定论：区间包含 0。",
    undetected: "差别太小，{n} 个种子无法判断：区间包含 0。",
    higher: "{soFar, select, true {目前} other {}}{b} 比 {a} 高 {difference}。",
    lower: "{soFar, select, true {目前} other {}}{b} 比 {a} 低 {difference}。",
    unasked: "为节省你的机器而暂停：按播放继续。",
    points: "个百分点",
    provisional: "暂定",
    seeds: "{n} 个种子",
    at: "第 {step} 步",
    midway: "第 {step} 步，共 {steps} 步",
    mean: "第 {from} 至 {to} 步的均值",
    lost: "略去 {n} 个种子：有学习器停止了",
    with: "{metric} {difference}（{b}）",
    interval: "95% 区间 {low} 至 {high}，对 {n} 个种子的配对 t",
  },
  earlyStop: {
    minutes: "训练 {minutes, number} 分钟后，停在第 {step, number} 步",
    target: "停在第 {step, number} 步：每组的{metric}都达到了 {target}",
    patience: "停在第 {step, number} 步：{metric}在 {patience} 次测量中没有进展",
  },
  narration: {
    over: "第 {from} 至 {to} 步的均值",
    at: "第 {step} 步",
    title: "这些数字说明什么",
    why: "{n, plural, =1 {为什么} other {全部 # 条及原因}}",
    less: "收起",
    from: "{metric}：{source}。",
  },
  narrator: {
    ceiling: {
      says: "{arm}：InfoNCE 对信息量的估计为 {estimate} 奈特，已到上限 log K = {ceiling}。",
      because:
        "下界 {estimate} 奈特（{place}），至多为 log(2B − 1) = {ceiling}。达到上限的 {bound} 时才这样说：视图共有的信息若更多，估计也说不出来；批次更大，上限才更高。",
    },
    noise: {
      says: "{arm}：批大小 {batch} 的梯度有 {share} 是偶然；批次更大或学习率更低可把它平均掉。",
      because:
        "梯度噪声占比 {share}（{place}），以梯度平方的占比计，在固定权重下取 {batches} 个同样大小的微批次。最近 {probes} 次探测均达到 {bound} 时才这样说。",
    },
    diverged: {
      some: "{arm} 的 {seeds} 个种子中有 {lost} 个发散，最早在第 {step} 步。",
      all: "{arm} 发散了：没有一个种子训练到第 {step} 步之后。",
      because:
        "学习器的损失或 log ξ 一旦不是有限数就停止。{arm} 的学习率为 {rate}，温度为 {temperature}；通常降低学习率或提高温度会有帮助。停止的种子不计入均值和差值。",
    },
    onePoint: {
      says: "{arm} 把一切都映射到几乎同一点：嵌入已坍缩。",
      because:
        "各维离散度为 {spread}（{place}）；用到全部 {size} 个方向的嵌入约为 1/√D = {full}。低于其十分之一时才这样说。",
    },
    atChance: {
      says: "{arm} 停在随机猜测水平：InfoNCE 值 {value} 就是 log({candidates}) = {chance}，即随机猜测的代价。",
      because:
        "{candidates} = 2B − 1 个视图中有一个是孪生视图。InfoNCE 值 {value}，对比准确率 {accuracy}（{place}）；随机猜测为 {chance} 和 {guess}。前者相差 2% 以内、后者相差 5 个百分点以内时才这样说。",
    },
    noGain: {
      says: "{soFar, select, true {目前} other {}}训练没有帮到 {arm}：{metric}为 {last}，未训练时为 {first}。",
      because:
        "第一步之前与最近一次测量（{place}）的{metric}，对种子取均值。在 {least} 步之后、最近一次不优于第一次、且第一次低于 {best} 时才这样说。",
    },
    saturated: {
      says: "每组的{metric}都已达到 {least}：任务太容易，分不出高下。",
      because: "各组均值中最低的为 {least}（{place}）。达到 {bound} 时才这样说；剩下的余地比多数区间还窄。",
    },
    stepSize: {
      says: "差距可能来自步长：{long} 的一步是 {short} 的 {ratio} 倍长。",
      because:
        "更新的相对大小（{place}）：{long} 为 {longest}，{short} 为 {shortest}。一方是另一方的两倍以上、且{metric}的区间不含 0 时才这样说。{sgd, select, true {让梯度等长（在“优化器”中）} other {给其中一组单独设学习率}}，即可分辨是方向更好还是步子更长。",
    },
    wideInterval: {
      says: "差值 {difference} 只精确到 ±{half}：{enough, select, none {即使 {most} 个种子也不够} other {请增加种子，总共约 {enough} 个}}。",
      because:
        "{metric}，{n} 个种子的 95% t 区间。如果差值和种子间的离散程度保持不变，{enough, select, none {所能设的种子数都无法} other {从 {enough} 个种子起}}使区间不含 0。一直加种子直到出现差别的人，至少二十次里有一次会被误导：请事先定好数目。",
    },
    unusedDirections: {
      fallen: "{arm} 几乎找到了每个孪生视图，但有效秩只有 {rank}（共 {size} 维）：有些维度已坍缩。",
      never: "{arm} 几乎找到了每个孪生视图，有效秩为 {rank}（共 {size} 维）：大多数维度没有用到。",
      because:
        "对比准确率 {accuracy}；有效秩 {rank}，共 {size} 维（{place}），第 {begun} 步时为 {first}。准确率达到 {found} 而维度不足三分之一时才这样说；有效秩下降五分之一以上称为坍缩。",
    },
    easyViews: {
      says: "视图可能太容易：第 {step} 步（共 {steps} 步）对比准确率已达 {accuracy}。",
      because:
        "从第 {step} 步起，连续 {run} 步，每组的对比准确率都不低于 {bound}，至今如此。出现在运行的前十分之一、且在 {latest} 步之内时才这样说。这么快就能分辨孪生视图，可能走了捷径；更强的增强或更大的批次能让它学到更多。",
    },
    vanishing: {
      says: "{arm} 的锚点权重为 {share}：相当于以约 {effective} 的学习率移动，而不是 {rate}。",
      because:
        "平均消失因子 f = ξ/(1+ξ) 为 {share}（{place}）：{arm} 对锚点的力是 FlatNCE 的 f 倍。在 SGD 下，梯度更短，步子就更短；说“约”，是因为各锚点的 f 不同。低于 {bound}、使用 SGD 且梯度未统一长度时才这样说；Adam 和 LARS 会加以补偿。",
    },
    madeUp: {
      says: "{arm} 的锚点权重为 {share}，但优化器做了补偿：它的步子与 {other} 一样长。",
      because:
        "平均消失因子 {share}（{place}）。更新的相对大小：{arm} 为 {own}，{other} 为 {others}。低于 {bound}、且两者步长相差不到三分之一时才这样说：这里两种损失的区别在于一步的方向和噪声。",
    },
    updates: {
      large: "{arm} 每步使权重改变其长度的 {share}：学习率 {rate} 偏高。",
      small: "{arm} 每步只使权重改变其长度的 {size}：几乎没有移动。",
      because: "更新的相对大小 {size}（{place}）；正常的运行通常约为 {usual}。高于 {high} 或低于 {low} 时才这样说。",
    },
    silent: {
      says: "{arm} 有 {share} 的梯度低于 Adam 的 ε，Adam 不再补偿其微小。",
      because:
        "梯度小于 ε = {epsilon} 的参数占比：{share}（{place}），含失活的单元。在 Adam 下达到 {bound} 时才这样说。",
    },
    fewNegatives: {
      says: "温度 {temperature} 时，{negatives} 个负样本中只有 {pushing} 个在推 {arm} 的锚点：偏少。",
      because:
        "负样本的有效样本量，占 {negatives} 个的 {share}（{place}）。负样本不少于 {least} 个、且低于 {bound} 个时才这样说：每一步只由最近的几个负样本决定，噪声也就更大。温度更高，就有更多负样本起作用。",
    },
    evenNegatives: {
      says: "温度 {temperature} 时，全部 {negatives} 个负样本同样地推 {arm}：没有突出难负样本。",
      because:
        "负样本的有效样本量为全部的 {share}（{place}），对比准确率 {accuracy}。负样本不少于 {least} 个、准确率高于 {known} 且占比达到 {bound} 时才这样说：温度更低，就会更看重近的负样本。",
    },
    stillImproving: {
      says: "{arm} 在运行结束时仍在进步：最后十分之一的 InfoNCE 值比之前十分之一低 {share}。",
      because:
        "InfoNCE 值：第 {from} 至 {middle} 步平均为 {before}，从那里到结束为 {after}。下降 {bound} 以上、且超过这些均值的三个标准误时才这样说。",
    },
    flatValue: {
      says: "无论学到什么，{arm} 自己的损失都停在 {loss}：它的 InfoNCE 值从 {before} 变到 {after}。",
      because:
        "目标函数在前 {rows} 步为 {begun}，现在为 {loss}（{place}）。自身变动不超过 {still}、而 InfoNCE 值变动 {moved} 以上时才这样说。这样的损失照样有梯度；请用 InfoNCE 值比较各组。",
    },
  },
};
