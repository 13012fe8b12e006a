/// <reference lib="dom" />
/** What the test of the gallery does inside the page: each function is sent there, and knows nothing but its arguments. */

/** Goes to an exhibit as its address would. */
export function goTo({ id, scheme }: { id: string; scheme: string }): void {
  window.history.pushState(null, "", `?${new URLSearchParams({ exhibit: id, scheme })}`);
  window.dispatchEvent(new PopStateEvent("popstate"));
}

/** Text that is cut off: boxes with text of their own that hide what does not fit. */
export function clippedTexts(allowed: readonly string[]): string[] {
  const isAllowed = (element: Element) => allowed.some((selector) => element.matches(selector));
  const isHidden = ({ clientWidth, clientHeight }: Element) => clientWidth <= 1 || clientHeight <= 1;
  return [...document.querySelectorAll("body *")]
    .filter((element) => (element.textContent ?? "").trim() !== "" && !isHidden(element) && !isAllowed(element))
    .filter((element) => element.scrollWidth > element.clientWidth + 1)
    .filter((element) => ["hidden", "clip"].includes(getComputedStyle(element).overflowX))
    .map((element) => `${element.tagName.toLowerCase()}.${element.className}: ${element.textContent?.slice(0, 80)}`);
}

export interface Pixels {
  width: number;
  height: number;
  /** Red, green, blue and opacity of each pixel, as Base64. */
  data: string;
}

/** Decodes a picture, and makes it smaller where it is wider than `widest`. */
export async function decode({ png, widest }: { png: string; widest: number }): Promise<Pixels> {
  const blob = await (await fetch(`data:image/png;base64,${png}`)).blob();
  const whole = await createImageBitmap(blob);
  const width = Math.min(whole.width, widest);
  const height = Math.round((whole.height * width) / whole.width);
  const context = new OffscreenCanvas(width, height).getContext("2d");
  if (!context) throw new Error("There is no canvas.");
  context.imageSmoothingQuality = "high";
  context.drawImage(whole, 0, 0, width, height);
  const bytes = new Uint8Array(context.getImageData(0, 0, width, height).data.buffer);
  const parts = [];
  for (let i = 0; i < bytes.length; i += 0x8000) parts.push(String.fromCharCode(...bytes.subarray(i, i + 0x8000)));
  return { width, height, data: btoa(parts.join("")) };
}

/** Tells machines apart by how they draw text: fonts, their smoothing, and the browser. */
export function fingerprint(): string {
  const context = new OffscreenCanvas(360, 40).getContext("2d");
  if (!context) throw new Error("There is no canvas.");
  context.font = `14px ${getComputedStyle(document.body).fontFamily}`;
  context.fillText("FlatNCE \u2212 InfoNCE \u03c4 \u03be 0123456789 Hamburgefonstiv", 4, 24);
  const drawn = context.getImageData(0, 0, 360, 40).data;
  const hash = drawn.reduce((sum, value) => (Math.imul(sum, 31) + value) >>> 0, 7);
  const [version] = /Chrome\/\d+/.exec(navigator.userAgent) ?? ["unknown"];
  return `${version} ${hash.toString(16)}`;
}
