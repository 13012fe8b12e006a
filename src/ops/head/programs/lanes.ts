/** Sums and maxima over the LANES invocations of a workgroup, the same in all of them and in the same order in every run. */
export const LANE_SUMS_WGSL = /* wgsl */ `
var<workgroup> shares: array<f32, LANES>;

fn lane_sum(lane: u32, share: f32) -> f32 {
  shares[lane] = share;
  workgroupBarrier();
  var sum = 0.0;
  for (var k = 0u; k < LANES; k++) { sum += shares[k]; }
  workgroupBarrier();
  return sum;
}

fn lane_max(lane: u32, share: f32) -> f32 {
  shares[lane] = share;
  workgroupBarrier();
  var largest = shares[0];
  for (var k = 1u; k < LANES; k++) { largest = max(largest, shares[k]); }
  workgroupBarrier();
  return largest;
}`;
