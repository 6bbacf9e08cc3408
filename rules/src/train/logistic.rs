//! L2-regularised logistic regression by dual coordinate descent.
//!
//! The algorithm of Yu, Huang and Lin, "Dual coordinate descent methods for logistic regression and
//! maximum entropy models" (Machine Learning 85, 2011), as in LIBLINEAR's solver 7. One thread, a
//! seeded order: the same examples give the same bits.

/// A sparse vector: rising indexes with their values.
pub type Sparse = Vec<(u32, f32)>;

/// One training example.
#[derive(Clone, Debug)]
pub struct Sample {
    /// Its features.
    pub x: Sparse,
    /// Whether it is of the positive class.
    pub positive: bool,
    /// Upper bound of its dual variable: the regularisation constant C times its weight.
    pub cost: f64,
}

/// A linear classifier.
#[derive(Clone, Debug, PartialEq)]
pub struct Linear {
    /// Weight of each feature.
    pub weights: Vec<f64>,
    /// Weight of the constant feature 1.
    pub bias: f64,
}

impl Linear {
    /// The decision value (log-odds) of `x`.
    #[must_use]
    pub fn decision(&self, x: &Sparse) -> f64 {
        self.bias + x.iter().map(|(i, v)| self.weights[*i as usize] * f64::from(*v)).sum::<f64>()
    }
}

/// Passes over all samples at most.
const MOST_PASSES: usize = 200;
/// Stops when no Newton step of a pass was larger than this gradient.
const TOLERANCE: f64 = 1e-2;
/// Newton steps for one sample at most.
const MOST_STEPS: usize = 100;

/// Fits a classifier over `features` features.
#[must_use]
pub fn fit(samples: &[Sample], features: usize) -> Linear {
    let mut weights = vec![0.0_f64; features];
    let mut bias = 0.0;
    // Of each sample the pair (alpha, cost - alpha).
    let mut alpha: Vec<[f64; 2]> = samples
        .iter()
        .map(|s| {
            let small = (0.001 * s.cost).min(1e-8);
            [small, s.cost - small]
        })
        .collect();
    let squares: Vec<f64> = samples
        .iter()
        .map(|s| 1.0 + s.x.iter().map(|(_, v)| f64::from(*v) * f64::from(*v)).sum::<f64>())
        .collect();
    let add = |weights: &mut Vec<f64>, bias: &mut f64, sample: &Sample, by: f64| {
        for (i, v) in &sample.x {
            weights[*i as usize] += by * f64::from(*v);
        }
        *bias += by;
    };
    for (sample, alpha) in samples.iter().zip(&alpha) {
        let y = if sample.positive { 1.0 } else { -1.0 };
        add(&mut weights, &mut bias, sample, y * alpha[0]);
    }
    let mut order: Vec<usize> = (0..samples.len()).collect();
    let mut random = 0x9e37_79b9_7f4a_7c15_u64;
    let mut inner_tolerance = 1e-2_f64;
    for _ in 0..MOST_PASSES {
        shuffle(&mut order, &mut random);
        let mut largest = 0.0_f64;
        let mut steps = 0;
        for &at in &order {
            let sample = &samples[at];
            let y = if sample.positive { 1.0 } else { -1.0 };
            let dot: f64 = bias
                + sample.x.iter().map(|(i, v)| weights[*i as usize] * f64::from(*v)).sum::<f64>();
            let (a, b, cost) = (squares[at], y * dot, sample.cost);
            let (mut one, mut two, mut sign) = (0, 1, 1.0);
            if 0.5 * a * (alpha[at][1] - alpha[at][0]) + b < 0.0 {
                (one, two, sign) = (1, 0, -1.0);
            }
            let old = alpha[at][one];
            let mut z = if cost - old < 0.5 * cost { 0.1 * old } else { old };
            let mut gradient = a * (z - old) + sign * b + (z / (cost - z)).ln();
            largest = largest.max(gradient.abs());
            for _ in 0..MOST_STEPS {
                if gradient.abs() < inner_tolerance {
                    break;
                }
                let curvature = a + cost / ((cost - z) * z);
                let next = z - gradient / curvature;
                z = if next <= 0.0 { z * 0.1 } else { next.min(cost * (1.0 - 1e-12)) };
                gradient = a * (z - old) + sign * b + (z / (cost - z)).ln();
                steps += 1;
            }
            if steps > 0 && z != old {
                alpha[at][one] = z;
                alpha[at][two] = cost - z;
                add(&mut weights, &mut bias, sample, sign * (z - old) * y);
            }
        }
        if largest < TOLERANCE {
            break;
        }
        if steps <= samples.len() / 10 {
            inner_tolerance = (0.1 * inner_tolerance).max(1e-8);
        }
    }
    Linear { weights, bias }
}

/// Fisher-Yates with SplitMix64 (Steele, Lea, Flood 2014).
fn shuffle(order: &mut [usize], state: &mut u64) {
    for at in (1..order.len()).rev() {
        *state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = *state;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        let other = ((z ^ (z >> 31)) % (at as u64 + 1)) as usize;
        order.swap(at, other);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sample(x: &[(u32, f32)], positive: bool) -> Sample {
        Sample { x: x.to_vec(), positive, cost: 10.0 }
    }

    #[test]
    fn separates_what_can_be_separated_and_repeats_itself() {
        let samples = [
            sample(&[(0, 1.0)], true),
            sample(&[(0, 0.8), (2, 0.2)], true),
            sample(&[(1, 1.0)], false),
            sample(&[(1, 0.7), (2, 0.7)], false),
        ];
        let fitted = fit(&samples, 3);
        for s in &samples {
            assert_eq!(fitted.decision(&s.x) > 0.0, s.positive);
        }
        assert_eq!(fit(&samples, 3), fitted);
    }

    #[test]
    fn reaches_the_optimum_of_the_primal() {
        // At the optimum w = Σ cost·y·σ(-y·f(x))·x for every feature, the bias included.
        let samples = [
            sample(&[(0, 1.0), (1, 0.5)], true),
            sample(&[(0, 0.9)], false),
            sample(&[(1, 1.0)], true),
            sample(&[(0, 0.2), (1, 0.1)], false),
        ];
        let fitted = fit(&samples, 2);
        for feature in 0..2_u32 {
            let sum: f64 = samples
                .iter()
                .map(|s| {
                    let y = if s.positive { 1.0 } else { -1.0 };
                    let v = s.x.iter().find(|(i, _)| *i == feature).map_or(0.0, |(_, v)| *v);
                    let f = fitted.decision(&s.x);
                    s.cost * y * f64::from(v) / (1.0 + (y * f).exp())
                })
                .sum();
            let weight = fitted.weights[feature as usize];
            assert!((weight - sum).abs() < 0.05, "feature {feature}: {weight} and {sum}");
        }
    }
}
