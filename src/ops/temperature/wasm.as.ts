import { exp1, log1 } from "../../engine/wasm/math.as";
import { temperatureOf } from "../../engine/wasm/stepBlock.as";

/** The rules of live temperatures, in AssemblyScript; fused.ts has them in WGSL. A rule is [lowest, highest, learned, controlled]. */

/** The learners' temperatures of the step's block (engine/wgsl/stepBlock.ts). */
export function blockTemperatures(block: usize, temperature: usize, learners: i32): void {
  for (let l = 0; l < learners; l++) store<f32>(temperature + ((<usize>l) << 2), temperatureOf(block, l));
}

@inline
function clamp(x: f32, lowest: f32, highest: f32): f32 {
  return min(max(x, lowest), highest);
}

/** @param learned [L, 1, columns] or none; `factor` [L] or none; `temperature` written, [L] */
export function liveTemperatures(
  rules: usize,
  learned: usize,
  factor: usize,
  block: usize,
  temperature: usize,
  learners: i32,
  columns: i32,
): void {
  for (let l = 0; l < learners; l++, rules += 16) {
    let tau = temperatureOf(block, l);
    if (learned) tau /= exp1(load<f32>(learned + ((<usize>(l * columns)) << 2)));
    if (factor) tau /= load<f32>(factor + ((<usize>l) << 2));
    store<f32>(temperature + ((<usize>l) << 2), clamp(tau, load<f32>(rules), load<f32>(rules, 4)));
  }
}

/** Changes column 0 of `learned` [L, 1, columns]. */
export function boundLearned(rules: usize, block: usize, learned: usize, learners: i32, columns: i32): void {
  for (let l = 0; l < learners; l++, rules += 16) {
    const base = temperatureOf(block, l);
    const at = learned + ((<usize>(l * columns)) << 2);
    const bounded = clamp(load<f32>(at), log1(base / load<f32>(rules, 4)), log1(base / load<f32>(rules)));
    store<f32>(at, load<f32>(rules, 8) > 0 ? bounded : 0);
  }
}

/** Changes `factor` [L]. @param ess [L, views] */
export function controlTemperatures(
  rules: usize,
  ess: usize,
  block: usize,
  factor: usize,
  learners: i32,
  views: i32,
  target: f32,
  gain: f32,
): void {
  for (let l = 0; l < learners; l++, rules += 16, factor += 4) {
    if (load<f32>(rules, 12) == 0) continue;
    let sum: f32 = 0;
    for (let i = 0; i < views; i++) sum += load<f32>(ess + ((<usize>(l * views + i)) << 2));
    const share = sum / <f32>(views * (views - 2));
    const change: f32 = share > target ? 1 + gain : 1 - gain;
    const base = temperatureOf(block, l);
    store<f32>(factor, clamp(load<f32>(factor) * change, base / load<f32>(rules, 4), base / load<f32>(rules)));
  }
}
