import type { Said } from "../i18n/message";
import { texts } from "./errors";

/** What the machine offers to a backend, found out without starting it. */
export interface Offer {
  /** Vendor, architecture and description of what computes. */
  adapter: string;
  /** It computes on the CPU (SwiftShader, llvmpipe). */
  software: boolean;
}
/** Why a backend cannot be had: a sentence. */
export interface Refusal {
  refusal: Said;
}

const SOFTWARE = /swiftshader|llvmpipe|softpipe|lavapipe|software|basic render/i;

/** Asks for the adapter that TensorFlow.js would take. */
export async function probeWebGpu(): Promise<Offer | Refusal> {
  const gpu = typeof navigator === "undefined" ? undefined : navigator.gpu;
  if (!gpu) return { refusal: texts.noWebGpu };
  const adapter = await gpu.requestAdapter({ powerPreference: "high-performance" });
  if (!adapter) return { refusal: texts.noAdapter };
  return describeAdapter(adapter.info);
}

/** What an adapter is called, and whether it computes on the CPU. */
export function describeAdapter({ vendor, architecture, description, isFallbackAdapter }: GPUAdapterInfo): Offer {
  const names = [vendor, architecture, description].filter((name, i, all) => name && all.indexOf(name) === i);
  const name = names.join(" ") || "unnamed adapter";
  return { adapter: name, software: isFallbackAdapter === true || SOFTWARE.test(name) };
}

/** Reads the renderer's name from a WebGL 2 context of its own. */
export function probeWebGl(): Offer | Refusal {
  const context = webGlContext();
  if (!context) return { refusal: texts.noWebGl };
  if (!context.getExtension("EXT_color_buffer_float")) return { refusal: texts.noFloats };
  const info = context.getExtension("WEBGL_debug_renderer_info");
  const renderer = context.getParameter(info ? info.UNMASKED_RENDERER_WEBGL : context.RENDERER);
  context.getExtension("WEBGL_lose_context")?.loseContext();
  return { adapter: String(renderer), software: SOFTWARE.test(String(renderer)) };
}

function webGlContext(): WebGL2RenderingContext | null {
  if (typeof OffscreenCanvas !== "undefined") return new OffscreenCanvas(1, 1).getContext("webgl2");
  if (typeof document !== "undefined") return document.createElement("canvas").getContext("webgl2");
  return null;
}

/** WebAssembly, where the engine has it. */
export function probeWasm(): Offer | Refusal {
  if (typeof WebAssembly === "undefined") return { refusal: texts.noWasm };
  return { adapter: "CPU", software: false };
}

/** Plain JavaScript, which every machine has. */
export function probeCpu(): Offer {
  return { adapter: "CPU (plain JavaScript)", software: false };
}
