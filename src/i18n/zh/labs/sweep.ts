import type { Catalog } from "../../catalog";

/** The lab that trains a grid of experiments. */

export const sweep: Pick<Catalog, "sweep"> = {
  sweep: {
    title: "扫描：它在哪里有帮助？",
    unit: "格",
    question:
      "FlatNCE 修复的是消失的梯度。没有消失就没有可修复的，负样本很少时还可能有害。那么，在怎样的批大小和温度下它有帮助，帮助多大，又有多确定？这里在你自己的设备上训练一整张网格的小实验，每格中各目标函数从相同的权重开始，用相同的批次。",
    lookFor: [
      "分布图：带框的格是 95% 区间不含 0 的格。即使毫无差别，20 格中也会偶然有一格带框。",
      "等高线：InfoNCE 把每个锚点的梯度乘以消失因子 f。差别应当出现在 f 小的地方，尤其是 f = 0.1 线以下；f = 0.5 以上则不应有差别。",
      "曲线：论文中的图景是，批次变小时 InfoNCE 下降，而 FlatNCE 不下降。",
      "学习率：学习率固定时，差距可能来自步长。统一梯度范数或搜索学习率之后差距应当缩小；剩下的就是梯度方向的差别。",
    ],
    falsified: [
      "在 f 接近 1 处出现偏向 FlatNCE 的带框格，或在 f 远低于 0.1 处一个也没有。",
      "每组都用了最佳学习率且 f 接近 1，差距却依旧：那么它另有原因。",
      "换一批种子（设置另一个首个种子）分布图就翻转：那么区间太窄。",
    ],
    base: { title: "实验", take: "采用赛场的实验", light: "轻量", gist: "{arms}。{data}，{encoder}，{optimizer}。" },
    axis: {
      x: "横轴",
      y: "纵轴",
      values: "{setting}的取值",
      hint: "数字或名称，以逗号分隔。",
      factors: "学习率的倍数",
    },
    pair: { a: "从", b: "到" },
    curves: {
      title: "{metric}随{axis}的变化",
      at: "{axis} {value}",
      choose: "曲线的{axis}",
      band: "线：各种子的均值。带：最低与最高的种子。",
    },
    map: {
      title: "在哪里有帮助：{metric}",
      guide:
        "每格是一个小实验：两组在结束时的差值，逐种子相减。带框表示学生 t 的 95% 区间不含 0；其余各格无论差值多大都呈浅色。线：第一组的平均消失因子。方向键在格间移动，Enter 显示该格的曲线。",
      grid: "区域图",
      larger: "{arm} 更大",
      framed: "95% 区间不含 0",
      pale: "浅色：区间含 0，差值可能出于偶然",
      contour: "f = {f}",
      contours: "消失因子 f",
      notRun: "尚未运行",
      noValue: "未测量",
      invalid: "不成实验",
      place: "{x} {xValue}，{y} {yValue}",
      difference: "{pair} {value}，{seeds} 个种子",
      differenceWithin: "{pair} {value} [{interval}]，{seeds} 个种子",
      f: "f {value}",
      columns: { place: "格", difference: "差值", interval: "95%", f: "f", steps: "步数", rates: "学习率" },
      packed: "{count} 格以至多 {most} 格一组同时训练，每步用时是逐格训练的 1/{gain}（在本设备上各计时几步）。",
      problems: "有 {count} 格不成实验：",
    },
    cell: {
      title: "一格的曲线",
      choose: "点击或按 Enter 选择分布图中的一格，查看其曲线。",
      openInRace: "在赛场中打开",
      origin: "从扫描打开：{place}。",
      pauseAndOpen: "暂停扫描并在赛场中打开",
      learners: "{steps} 步；学习率 {rates}。",
      stopped: "有 {count} 个学习器停止：损失不再是有限数。",
      waiting: "这一格尚未运行。",
      step: "步",
    },
  },
};
