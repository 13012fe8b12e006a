import type { Catalog } from "../catalog";

/** The page within another one. */

export const embed: Pick<Catalog, "embed" | "embedDialog"> = {
  embed: {
    play: "播放",
    trains: "在你的浏览器中训练小型神经网络。数据不会离开浏览器。",
    open: "打开完整页面",
    opens: "在新标签页中打开完整页面",
    progress: "第 {step} 步，共 {steps} 步",
  },
  embedDialog: {
    title: "嵌入到网页",
    about: "把实验作为你自己网页的一部分：有人按下播放之前是一张海报，之后显示这些面板。",
    panels: "面板",
    names: {
      experiment: "实验的名称",
      verdict: "结论",
      progress: "进度",
      ceiling: "InfoNCE 的上限",
      embedding: "嵌入",
      pairs: "增强样本对",
      similarity: "相似度",
      diagnostics: "全部小图",
      settings: "设置",
      forces: "单个锚点",
      chartOptions: "图表的画法",
      runs: "运行记录",
    },
    theme: "配色",
    themes: { auto: "随读者设置", light: "浅色", dark: "深色" },
    kind: "方式",
    kinds: { script: "带脚本", frame: "仅框架" },
    scriptHint: "框架的高度随内容变化，你的网页可以播放它并接收它的消息。",
    frameHint: "用于不允许脚本的地方。框架保持此处写定的高度。",
    origin: "你的网页的地址",
    originHint: "只有写在这里的网页才能播放框架并接收其消息；留空则谁都不能。",
    width: "宽度",
    size: "宽 {width, number} 像素时，高约 {height, number} 像素",
    none: "请至少选择一个面板。",
    snippet: "复制到你的网页中",
    copy: "复制",
    copied: "已复制",
    notCopied: "未能复制：请选中后自行复制",
  },
};
