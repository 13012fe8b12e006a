import type { Catalog } from "../catalog";

/** Charts as a figure for a paper or a slide. */

export const figure: Pick<Catalog, "figure" | "plate"> = {
  figure: {
    title: "论文或幻灯片用图",
    open: "制图……",
    charts: "图表，至多 {most} 张",
    size: "尺寸",
    sizes: { column: "单栏，85 毫米", page: "通栏，178 毫米", slide: "幻灯片，16:9", custom: "其他" },
    width: "宽度（毫米）",
    height: "高度（毫米）",
    behind: "包含背景中的运行",
    asOnPage: "x 轴和缩放与页面一致",
    notPlaced: "不含在此 x 轴上位置未知的运行：{names}。",
    caption: "图注",
    withCaption: "写在图的下方",
    restore: "恢复建议的图注",
    preview: "图保存后的样子",
    about: "{width} × {height} 毫米，文字 {text} 磅",
    taller: "比所要求的高：各面板需要这么多空间。",
    none: "请选择图表。",
    drawing: "正在绘制……",
    svg: "SVG",
    png: "PNG",
    print: "打印、PDF",
    copy: "复制",
    copied: "已复制",
  },
  plate: {
    panel: "({letter}) {metric}",
    withUnit: "{metric}（{unit}）",
    by: "{panels}，随{axis, select, samples {已见样本数} epochs {训练轮数} time {训练时间} other {训练步数}}的变化。",
    arms: "{arms}，数据：{data}；批大小 {batch}，温度 {temperature}，{optimizer}，学习率 {rate}，{steps, number} 步。",
    seeds:
      "曲线为 {n} 个种子的均值{n, plural, =1 {} other {，色带从最低到最高的种子}}{smoothed, select, true {；单批次的指标经过平滑，原始均值在其后} other {}}。",
    changed: "虚线标出运行中更改之处。",
    verdict: "{conclusion}{figures}。",
  },
};
