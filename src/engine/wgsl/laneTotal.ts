/** Types of which sums over a workgroup are asked for. */
export type LaneTotalType = "f32" | "vec2f" | "vec4f";

/**
 * WGSL of `lane_total(lane, share)`: the sum over the LANES lanes of a workgroup, the same in all of them and in the same order in
 * every run; to be called once.
 */
export function laneTotalWgsl(type: LaneTotalType): string {
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

/**
 * The same where lanes can add without memory: those of a subgroup first, then one number per subgroup, in their order. It takes the
 * lanes of a subgroup for neighbors, as devices have it and no specification says: the self-check finds out. The entry point
 * sets `subgroup_lanes`.
 */
export function laneTotalOfSubgroupsWgsl(type: LaneTotalType): string {
  return /* wgsl */ `
var<workgroup> shares: array<${type}, LANES>;
var<private> subgroup_lanes: u32;
fn lane_total(lane: u32, share: ${type}) -> ${type} {
  let together = subgroupAdd(share);
  if (lane % subgroup_lanes == 0u) { shares[lane] = together; }
  workgroupBarrier();
  var total = ${type}();
  for (var other = 0u; other < LANES; other += subgroup_lanes) { total += shares[other]; }
  return total;
}`;
}
