import type { Catalog } from "../catalog";

/** What was decided about the pictures of a data set. */
export const dataPictures: Pick<Catalog, "data.pictures"> = {
  "data.pictures": {
    namesOffered:
      "没有文件夹或表格说明类别。如果文件名表示类别，可得到 {count, number} 个（{names}），可在“数据含义”中选择。",
    absent: "{table}：{rows, number} 行中有 {absent, number} 行列出的图片不存在，首先是 {first}。",
    fewColored: "{count, number} 张图片中有 {colored, number} 张是彩色的：全部按彩色读取。",
    sizes:
      "图片大小不一，从 {height, number} x {width, number} 到 {tallest, number} x {widest, number} 像素；全部变为 {side} x {side}。",
    oblong:
      "{count, number} 张图片中有 {oblong, number} 张不是正方形：{fit, select, whole {压缩成正方形} other {取中间最大的正方形}}。",
    resized: "图片为 {height, number} x {width, number} 像素；全部变为 {side} x {side}。",
    moving: "{count, number} 张图片中有 {moving, number} 张是动图：取第一帧。",
    deep: "{count, number} 张图片中有 {deep, number} 张每通道为 16 位。",
    stretched:
      "{most, number} 级亮度中的 {low, number} 到 {high, number} 被拉伸到 0 到 255，所有图片都一样；最多有千分之一的值在此之外，被设为 0 或 255。",
    asIs: "按原样读取，从 0 到 {most, number}。",
    ground:
      "{count, number} 张图片中有 {transparent, number} 张部分透明：它们放在{ground, select, black {黑色} other {白色}}背景上，图案与之差别更大。",
    groundSaid:
      "{count, number} 张图片中有 {transparent, number} 张部分透明：按照指定，它们放在{ground, select, black {黑色} other {白色}}背景上。",
    vanishing:
      "{of, number} 张部分透明的图片中有 {count, number} 张在{ground, select, black {黑色} other {白色}}背景上几乎看不见。",
  },
};
