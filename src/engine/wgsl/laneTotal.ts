/**
 * WGSL of the sum over the LANES lanes of a workgroup, the same in all of them and in the same order in every run; to be
 * called once.
 */
export function laneTotalWgsl(type: "f32" | "vec2f" | "vec4f"): string {
  return /* wgsl */ `
var<workgroup> shares: array<${type}, LANES>;
fn lane_total(lane: u32, share: ${type}) -> ${type} {
  shares[lane] = share;
  workgroupBarrier();
  var total = ${type}();
  for (var other = 0u; other < LANES; other++) { total += shares[other]; }
  return total;
}`;
}
