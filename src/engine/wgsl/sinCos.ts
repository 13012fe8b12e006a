/**
 * Sine and cosine to float32 rounding. WGSL's own may be wrong by 2^-11, which would give each device other views. The
 * polynomials on an eighth of a turn are those of Cephes (Moshier, sinf.c).
 */
export const SIN_COS_WGSL = /* wgsl */ `
/** (sine, cosine) of an angle in turns. */
fn sin_cos(turns: f32) -> vec2f {
  let quarter = round(4.0 * turns);
  let x = (turns - 0.25 * quarter) * 6.283185307f;
  let z = x * x;
  let sine = x + x * z * (-1.6666654611e-1f + z * (8.3321608736e-3f - z * 1.9515295891e-4f));
  let cosine = 1.0 - 0.5 * z + z * z * (4.166664568298827e-2f + z * (-1.388731625493765e-3f + z * 2.443315711809948e-5f));
  switch u32(i32(quarter)) & 3u {
    case 0u: { return vec2f(sine, cosine); }
    case 1u: { return vec2f(cosine, -sine); }
    case 2u: { return vec2f(-sine, -cosine); }
    default: { return vec2f(-cosine, sine); }
  }
}`;
