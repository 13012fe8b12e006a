/** WGSL of the sum over the LANES lanes of a workgroup: known to lane 0 alone, and in the same order in every run. */
export const LANE_TOTAL_WGSL = /* wgsl */ `
var<workgroup> shares: array<vec4f, LANES>;
fn lane_total(lane: u32, share: vec4f) -> vec4f {
  shares[lane] = share;
  workgroupBarrier();
  var total = vec4f();
  if (lane == 0u) {
    for (var other = 0u; other < LANES; other++) { total += shares[other]; }
  }
  return total;
}`;
