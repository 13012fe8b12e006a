// infoNce: softmax
// over
negatives
// row
let u = softplus(v);
      let scale = select(exp(v - u), 1.0, v == u);
      return LogitGradient(u, -scale, scale);

// infoNceCe: softmax
// over
candidates
// row
return LogitGradient(-log_p, p - 1.0, 1.0);

// flatNce: softmax
// over
negatives
// row
let u = v;
      let scale = select(exp(v - u), 1.0, v == u);
      return LogitGradient(scale, -scale, scale);

// dual: softmax
// over
negatives
// row
let u = softplus(v - -2.3025851249694824f) + -2.3025851249694824f;
      let scale = select(exp(v - u), 1.0, v == u);
      return LogitGradient(u, -scale, scale);

// xi: softmax
// over
negatives
// row
let u = 0.0;
      let scale = select(exp(v - u), 1.0, v == u);
      return LogitGradient(scale, -scale, scale);

// infoNceOneWay: softmax
// over
negatives
// row
let u = softplus(v);
      let scale = select(exp(v - u), 1.0, v == u);
      return LogitGradient(u, -scale, scale);

// flatNceOneWay: softmax
// over
negatives
// row
let u = v;
      let scale = select(exp(v - u), 1.0, v == u);
      return LogitGradient(scale, -scale, scale);

// clip: softmax
// over
negatives
// row
let u = softplus(v);
      let scale = select(exp(v - u), 1.0, v == u);
      return LogitGradient(u, -scale, scale);

// dcl: softmax
// over
negatives
// row
let u = v;
      let scale = select(exp(v - u), 1.0, v == u);
      return LogitGradient(v, -scale, scale);

// dclw: softmax
// over
negatives
// together: {"among":"all","x":"positive * tau / 0.5f"}
// row
let w = rounded(2.0 - exp(x - mean));
      return LogitGradient(v + positive - w * positive, -w, 1.0);

// sogClr: softmax
// over
negatives
// row
let log_count = log(count);
      kept = log_average(memory, v - log_count, -2.3025851249694824f, -0.10536051541566849f);
      let u = kept + log_count;
      let scale = exp(v - u);
      return LogitGradient(u, -scale, scale);

// flo: softmax
// over
negatives
// row
let u = learned.x - learned.y * positive;
      let scale = exp(v - u - log(count));
      of_learned += (1.0 - scale) * vec2f(1.0, -positive);
      return LogitGradient(u + scale - 1.0, -scale, scale);

// sigLip: pairwise
// positive
let t = 10f * exp(learned.x);
      let logit = t * p + learned.y + -10f;
      let slope = -exp(-softplus(logit));
      of_learned += slope * vec2f(t * p, 1.0);
      return vec2f(softplus(-logit), slope * t);
// pair
let t = 10f * exp(learned.x);
      let logit = t * s + learned.y + -10f;
      let slope = exp(-softplus(-logit));
      of_learned += slope * vec2f(t * s, 1.0);
      return Pair(softplus(logit) * count, slope * t * count, 0.0);

// barlowTwins: standardized
// epsilon: 0.000001
// products
other
// weight
0.0024999999441206455f / (BATCH * BATCH)
// dimension
let miss = 1.0 - agreement;
      let excess = -2.0 * (miss + 0.004999999888241291f * agreement);
      let value = 0.5 * (miss * miss - 0.004999999888241291f * agreement * agreement);
      return Dimension(value, 0.0, excess / BATCH, 0.0);

// vicReg: standardized
// epsilon: null
// products
own
// weight
1f / (SIZE * (BATCH - 1.0) * (BATCH - 1.0))
// dimension
let unbiased = variance * BATCH / (BATCH - 1.0);
      let deviation = sqrt(unbiased + 0.00009999999747378752f);
      let hinge = max(1.0 - deviation, 0.0);
      let of_hinge = select(0.0, -12.5f / deviation, hinge > 0.0);
      let kept_apart = 12.5f * hinge - 1f * unbiased * unbiased;
      let of_own = (of_hinge - 4f * unbiased) / (SIZE * (BATCH - 1.0));
      let value = (kept_apart + 12.5f * distance) / SIZE;
      return Dimension(value, of_own, 0.0, 50f / (BATCH * SIZE));

// alignUniform: softmax
// over
negatives
// pairing
sameView
// exponent: {"value":"4f * (s - 1.0)","slope":"4f"}
// together: {"among":"side","x":"v + positive"}
// row
let uniformity = 1f * (mean - log(count));
      return LogitGradient(2.0 - 2.0 * positive + uniformity, -2.0, 1f * exp(x - mean));

// debiased: softmax
// over
negatives
// row
let log_false_share = log(0.10000000149011612f * count) - v;
      let spread = v - -0.10536051541566849f;
      let debiased = log(max(1.0 - exp(min(log_false_share, 0.0)), 1e-30)) + spread;
      let least = log(count) - positive - 1.0 / tau;
      let is_floor = log_false_share >= 0.0 || debiased < least;
      let u = softplus(select(debiased, least, is_floor));
      let scale = exp(select(spread, least, is_floor) - u);
      return LogitGradient(u, -scale, select(scale, 0.0, is_floor));

// hardNegative: softmax
// over
negatives
// row
let log_false_share = log(0.10000000149011612f * count) - v;
      let spread = v - -0.10536051541566849f;
      let debiased = log(max(1.0 - exp(min(log_false_share, 0.0)), 1e-30)) + spread;
      let least = log(count) - positive - 1.0 / tau;
      let is_floor = log_false_share >= 0.0 || debiased < least;
      let u = softplus(select(debiased, least, is_floor));
      let scale = exp(select(spread, least, is_floor) - u);
      return LogitGradient(u, -scale, select(scale, 0.0, is_floor));
// concentration: 1

// triplet: pairwise
// positive
return vec2f();
// pair
let hinge = max(s - p + 1f, 0.0);
      let counts = select(0.0, 1.0, hinge > 0.0);
      return Pair(hinge, counts, -counts);

// nPair: softmax
// over
negatives
// row
let u = softplus(v);
      let scale = select(exp(v - u), 1.0, v == u);
      return LogitGradient(u, -scale, scale);

// nwj: pairwise
// positive
return vec2f(-p, -1.0);
// pair
let e = exp(s - 1.0); return Pair(e, e, 0.0);

// dv: softmax
// over
negatives
// together: {"among":"side","x":"v + positive"}
// row
let log_mean = mean - log(count);
      kept = (log_mean);
      return LogitGradient(log_mean - positive, -1.0, exp(x - mean) * exp(log_mean - kept));

// jsd: pairwise
// positive
return vec2f(softplus(-p), -exp(-softplus(p)));
// pair
return Pair(softplus(s), exp(-softplus(-s)), 0.0);

// smile: softmax
// over
negatives
// exponent: {"value":"clamp(s, -2f, 2f)","slope":"select(0.0, 1.0, abs(s) < 2f)"}
// together: {"among":"side","x":"v + positive"}
// row
return LogitGradient(mean - log(count) - positive, -1.0, exp(x - mean));

// dhel: softmax
// over
negatives
// row
let u = v;
      let scale = select(exp(v - u), 1.0, v == u);
      return LogitGradient(v, -scale, scale);

// spectral: pairwise
// positive
return vec2f(-2.0 * p, -2.0);
// pair
return Pair(s * s, 2.0 * s, 0.0);

// custom: softmax
// over
negatives
// row
let slope = exp(-softplus(-v));
      return LogitGradient(softplus(v), -slope, slope);

// supervised: classes
// view
var largest = score(view, 0u);
      var own = 0.0;
      for (var c = 0u; c < CLASSES; c++) {
        largest = max(largest, score(view, c));
        own += target_of(view, c) * score(view, c);
      }
      var total = 0.0;
      for (var c = 0u; c < CLASSES; c++) { total += exp(score(view, c) - largest); }
      for (var c = 0u; c < CLASSES; c++) { put(view, c, exp(score(view, c) - largest) / total - target_of(view, c)); }
      return largest + log(total) - own;
// kernel
crossEntropy
