import { existsSync } from "node:fs";
import { dirname, join } from "node:path";

/** Chromium brings a Vulkan loader and a driver that computes on the CPU (SwiftShader). */
const FOLDERS = ["/usr/lib/chromium", "/usr/lib/chromium-browser", "/opt/google/chrome"];
const DRIVER = "vk_swiftshader_icd.json";

/**
 * Environment variables with which Dawn, in a process started with them, finds Chromium's software Vulkan. Empty where
 * there is none, or where the user has chosen a driver.
 */
export function softwareVulkan(env: NodeJS.ProcessEnv = process.env): Record<string, string> {
  if (env.VK_DRIVER_FILES) return {};
  const driver = FOLDERS.map((folder) => join(folder, DRIVER)).find((path) => existsSync(path));
  if (!driver) return {};
  const libraries = [dirname(driver), env.LD_LIBRARY_PATH].filter(Boolean).join(":");
  return { VK_DRIVER_FILES: driver, LD_LIBRARY_PATH: libraries };
}
