import type { Catalog } from "../../catalog";

/** The lab that says whether FlatNCE helps on one's own data. */

export const advice: Pick<Catalog, "advice"> = {
  advice: {
    title: "对我有帮助吗？",
    unit: "个学习器",
    question:
      "选择你的数据，说明你会在哪里训练、看重什么。随后在这里训练 InfoNCE 和 FlatNCE，各用三个温度和三个学习率，再各以最适合自己的设置在新的种子上训练一次。答案是一段话，附区间和适用范围。答案很可能是“没有”。",
    lookFor: [
      "开头的几个字：有、没有或未定，以及所依据的区间。“有”要求区间不含 0，且增益要紧：准确率 1 个百分点，或运行的 10 个百分点。",
      "消失因子 f：FlatNCE 修复的是 InfoNCE 因它而损失的部分。f 接近 1 时，无论准确率如何，都没有什么可修复的。",
      "表格：设置相同时的差距往往是步长的差距，因为 InfoNCE 的梯度就是 FlatNCE 的梯度中每个锚点的部分乘以它的 f。两者各用自己的学习率后，差距可能就没有了。",
    ],
    falsified: [
      "f 接近 1，答案却是“有”：那么增益另有原因。",
      "换一个首个种子，答案就翻转：那么区间太窄。",
      "这里答“没有”，你自己的训练中却有增益：那么批次、编码器或训练时长的影响超出了这个小实验的能力。",
    ],
    data: {
      title: "用哪些数据？",
      take: "采用赛场的数据",
      drop: "或将图像拖放到本页任意处：每类一个文件夹，也可在 ZIP 中，或带标签的文件。它们只留在这台设备上。",
      none: "还没有文件。",
      missing: "请重新拖放文件“{name}”：页面无法自行再次打开它们。",
      size: "{title}，{size}",
      fetched: "按“运行”会下载它，并保存在这台设备上。",
      held: "它已在这台设备上。",
      made: "在这里生成：平面点展示机制，字母更接近真实图像。",
    },
    plan: {
      trainings: "{learners} 个学习器，每个 {steps} 步，批大小 {batch}。",
      quick: "这是快速答案。",
      notQuick: "快速答案用时更短。",
      ofData: "这些数据够批大小 {batch} 使用，不够你的 {wanted}。",
      smaller: "这段时间内所测的最大批大小是 {batch}，不是你的 {wanted}。",
      time: {
        timed: "估计：在这台设备上 {least} 至 {most}，依据在这些数据上计时的几步。",
        race: "估计：在这台设备上 {least} 至 {most}，依据赛场上次运行的速度。",
      },
      slow: "没有 GPU 时，图像训练很慢。运行可以暂停，重新加载后也能继续。",
      unknown: "这台设备上还没有类似的计时：前几个训练完成后会显示所需时间。",
    },
    check: {
      title: "你的数据",
      reading: "正在读取数据",
      looking: "数据已读取；设备一空闲就给几步计时。",
      refused: "这些数据得不出答案。",
      failed: "无法读取数据：{reason}",
      test: "{count, plural, =0 {没有样本} other {只有 # 个样本}}留作测试：一个样本就相当于 {points} 个百分点的准确率，而要找的是 1 个百分点的增益。总共约需 {needed} 个；更少时只看得出大的增益。",
      validation:
        "{count, plural, =0 {没有样本} other {只有 # 个样本}}可用来选择温度和学习率：一个样本就相当于 {points} 个百分点。总共约需 {needed} 个；更少时，两种损失都可能错过自己的最佳设置。",
      missing: "有 {classes} 个类别没有留出样本：答案与{classes, plural, =1 {它} other {它们}}无关。",
      held: "{classes} 个类别。答案在 {test, number} 个留出样本上测量，设置由 {validation} 个样本选定。",
    },
    stepSize: {
      title: "只是步长的缘故吗？",
      why: "InfoNCE 的梯度是 FlatNCE 的梯度中每个锚点的部分都缩小后的结果，所以学习率相同时它的步子更小。让两种损失各用自己的最佳学习率，就能看出背后是否还有别的原因。",
      equal: "学习率相同，取最小值",
      own: "各用自己的最佳学习率和温度",
      equalAt: "{difference} [{interval}]，温度 {tau}、学习率 {rate}，验证样本",
      ownAt: "{difference} [{interval}]，测试样本",
      noInterval: "没有区间",
      otherUnit: "左边以途中平均准确率的百分点计，右边以运行的百分点计。",
      verdicts: {
        yes: "FlatNCE 领先",
        small: "FlatNCE 领先，但可能小得不要紧",
        same: "没有要紧的增益",
        worse: "FlatNCE 落后",
        undecided: "未定",
        oneSeed: "未定：只有一个种子",
        nothing: "未测量",
      },
      conclusions: {
        only: "是的：温度相同、各用自己的学习率后，差距就没有了。",
        setting: "各用自己的学习率和温度后，差距就没有了。两者选了不同的温度，所以未必只是步长的缘故。",
        more: "不止于此：各用自己的学习率和温度后，差距仍在。",
        noGap: "学习率最小时没有需要解释的差距。",
        open: "两边没有都判定，所以这一点也未定。",
      },
    },
    answer: {
      title: "答案",
      waiting: "按“运行”得到答案。",
      refused: "要得到答案，请换其他数据。",
      begun: "在测完第一组设置之前已暂停。“继续”会重新开始。",
      paused:
        "已暂停，测得的结果已保留：共 {count} 组设置，已测 {done} 组。“继续”接着进行；进行中的那次训练会重新开始。",
      choosing: "正在为每种损失选择温度和学习率：共 {count} 组设置，已测 {done} 组。",
      reporting: "两种损失各以最适合自己的设置，在新的种子上再训练一次。",
      incomplete: "设置已选定；还缺答案所依据的训练。请按“继续”。",
      invalid: "有些设置不正确；原因见各设置。",
      limits: "它没有说明什么",
      copy: "复制答案",
      copied: "已复制。",
      notCopied: "浏览器拒绝复制。",
      link: "链接带有相同的设置：打开的人在自己的设备上测量。",
    },
    table: {
      title: "设置相同时：FlatNCE 减 InfoNCE",
      about:
        "验证样本上的{metric}，以百分点计：FlatNCE 多出多少，附 {seeds} 个种子的 95% 区间，以及从多少到多少。粗体：区间不含 0。",
      way: "途中平均线性探测准确率",
      tau: "温度 {tau}",
      rate: "学习率 {rate}",
      unnamedRate: "学习率 × {rate}",
      corner: "设置",
      levels: "{info} 到 {flat}",
      f: "f {f}",
      best: { infoNce: "InfoNCE 的选择", flatNce: "FlatNCE 的选择" },
      empty: "尚无",
    },
    curves: {
      step: "步",
      band: "线：各种子的均值。带：最低与最高的种子。两种损失各用自己的设置，在测试样本上测量。",
    },
  },
};
