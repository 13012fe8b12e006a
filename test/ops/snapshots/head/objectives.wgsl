// infoNce: softmax over the negatives
let u = softplus(v);
      let scale = select(exp(v - u), 1.0, v == u);
      return LogitGradient(u, -scale, scale);

// infoNceCe: softmax over the candidates
return LogitGradient(-log_p, p - 1.0, 1.0);

// flatNce: softmax over the negatives
let u = v;
      let scale = select(exp(v - u), 1.0, v == u);
      return LogitGradient(scale, -scale, scale);

// dual: softmax over the negatives
let u = softplus(v - -2.3025851249694824f) + -2.3025851249694824f;
      let scale = select(exp(v - u), 1.0, v == u);
      return LogitGradient(u, -scale, scale);

// xi: softmax over the negatives
let u = 0.0;
      let scale = select(exp(v - u), 1.0, v == u);
      return LogitGradient(scale, -scale, scale);

// infoNceOneWay: softmax over the negatives
let u = softplus(v);
      let scale = select(exp(v - u), 1.0, v == u);
      return LogitGradient(u, -scale, scale);

// flatNceOneWay: softmax over the negatives
let u = v;
      let scale = select(exp(v - u), 1.0, v == u);
      return LogitGradient(scale, -scale, scale);

// clip: softmax over the negatives
let u = softplus(v);
      let scale = select(exp(v - u), 1.0, v == u);
      return LogitGradient(u, -scale, scale);

// dcl: softmax over the negatives
let u = v;
      let scale = select(exp(v - u), 1.0, v == u);
      return LogitGradient(v, -scale, scale);

// dclw: no WGSL

// sogClr: no WGSL

// flo: no WGSL

// sigLip: no WGSL

// barlowTwins: no WGSL

// vicReg: no WGSL

// alignUniform: no WGSL

// debiased: softmax over the negatives
let log_false_share = log(0.10000000149011612f * count) - v;
      let spread = v - -0.10536051541566849f;
      let debiased = log(max(1.0 - exp(min(log_false_share, 0.0)), 1e-30)) + spread;
      let least = log(count) - positive - 1.0 / tau;
      let is_floor = log_false_share >= 0.0 || debiased < least;
      let u = softplus(select(debiased, least, is_floor));
      let scale = exp(select(spread, least, is_floor) - u);
      return LogitGradient(u, -scale, select(scale, 0.0, is_floor));

// hardNegative: no WGSL

// triplet: pairwise
return vec2f();
let hinge = max(s - p + 1f, 0.0);
      let counts = select(0.0, 1.0, hinge > 0.0);
      return Pair(hinge, counts, -counts);

// nPair: no WGSL

// nwj: pairwise
return vec2f(-p, -1.0);
let e = exp(s - 1.0); return Pair(e, e, 0.0);

// dv: no WGSL

// jsd: pairwise
return vec2f(softplus(-p), -exp(-softplus(p)));
return Pair(softplus(s), exp(-softplus(-s)), 0.0);

// smile: no WGSL

// dhel: softmax over the negatives
let u = v;
      let scale = select(exp(v - u), 1.0, v == u);
      return LogitGradient(v, -scale, scale);

// spectral: no WGSL

// custom: softmax over the negatives
let slope = exp(-softplus(-v));
      return LogitGradient(softplus(v), -slope, slope);

// supervised: no WGSL
