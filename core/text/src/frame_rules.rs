//! Rules over the frames of a text: which of them, meant in earnest and near each other, say what.
//!
//! Pure. It reports every rule that is met with the words that met it; it does not combine rules.

use serde::{Deserialize, Serialize};

use crate::facts::{Facts, Frame};
use crate::lexicon::Lexicon;
use crate::stance::Stance;
use yanka_types::Severity;
use yanka_types::Span;

/// Characters within which the parts of a rule must stand where it names no distance.
const WITHIN: usize = 700;

/// What a text rule asks for. Names are frame ids; `request.*` is any of a kind, `@name` any
/// of a group, `a|b` either, `a:retold` only where the person it happened to tells it. No frame
/// meets two parts.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FrameMatch {
    /// All of these, meant in earnest: live, or told by the person it happened to.
    pub all: Vec<String>,
    /// None of these anywhere in the text, however meant.
    #[serde(default)]
    pub none: Vec<String>,
    /// Characters between the first and the last of them at most.
    #[serde(default)]
    pub within: Option<usize>,
    /// Where given, this many different ones of `all` are enough.
    #[serde(default)]
    pub least: Option<usize>,
}

/// A text rule as a pack carries it.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct FrameRule {
    /// Its id.
    pub id: String,
    /// How much it weighs.
    pub severity: Severity,
    /// What it asks for.
    pub frames: FrameMatch,
}

/// Stands after a name that counts only where the person it happened to tells it.
const RETOLD: &str = ":retold";

/// Text rules with their frame names looked up in a lexicon.
pub struct FrameRules {
    rules: Vec<Compiled>,
}

struct Compiled {
    id: String,
    severity: Severity,
    all: Vec<Part>,
    none: Vec<bool>,
    within: usize,
    least: usize,
}

/// One part of a rule: frames that fit it, and frames that fit it only where they are retold.
struct Part {
    any: Vec<bool>,
    retold: Vec<bool>,
}

impl Part {
    fn fits(&self, frame: &Frame) -> bool {
        let at = usize::from(frame.frame);
        let is = |set: &[bool]| set.get(at).copied().unwrap_or(false);
        is(&self.any) || frame.stance == Stance::FirstPersonReport && is(&self.retold)
    }
}

/// A rule met in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FrameHit {
    /// The rule's id.
    pub rule: String,
    /// How much it weighs here.
    pub severity: Severity,
    /// The words of the first part, in bytes of the original text.
    pub span: Span,
    /// The words of all parts.
    pub spans: Vec<Span>,
}

/// A name in a rule that no frame of the lexicon bears.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{rule}` names `{name}`, which no frame bears")]
pub struct UnknownFrame {
    /// The rule.
    pub rule: String,
    /// The name.
    pub name: String,
}

impl FrameRules {
    /// Looks up the names in `rules`.
    ///
    /// # Errors
    /// A rule names a frame that is not there.
    pub fn new(rules: &[FrameRule], lexicon: &Lexicon) -> Result<Self, UnknownFrame> {
        let rules = rules.iter().map(|rule| Compiled::new(rule, lexicon));
        Ok(Self { rules: rules.collect::<Result<_, _>>()? })
    }
}

impl Compiled {
    fn new(rule: &FrameRule, lexicon: &Lexicon) -> Result<Self, UnknownFrame> {
        let find = |names: &String| named(names, &rule.id, lexicon);
        let part = |names: &String| {
            let (retold, any): (Vec<&str>, Vec<&str>) =
                names.split('|').partition(|n| n.ends_with(RETOLD));
            let bare: Vec<&str> = retold.iter().map(|n| n.trim_end_matches(RETOLD)).collect();
            Ok(Part { any: find(&any.join("|"))?, retold: find(&bare.join("|"))? })
        };
        let m = &rule.frames;
        let mut none = vec![false; lexicon.frames().len()];
        for names in &m.none {
            none.iter_mut().zip(find(names)?).for_each(|(n, f)| *n |= f);
        }
        Ok(Self {
            id: rule.id.clone(),
            severity: rule.severity,
            all: m.all.iter().map(part).collect::<Result<_, _>>()?,
            none,
            within: m.within.unwrap_or(WITHIN),
            least: m.least.unwrap_or(m.all.len()),
        })
    }
}

fn named(names: &str, rule: &str, lexicon: &Lexicon) -> Result<Vec<bool>, UnknownFrame> {
    let mut out = vec![false; lexicon.frames().len()];
    for name in names.split('|').filter(|n| !n.is_empty()) {
        let numbers = lexicon.frames_named(name);
        if numbers.is_empty() {
            return Err(UnknownFrame { rule: rule.to_owned(), name: name.to_owned() });
        }
        for number in numbers {
            if let Some(place) = out.get_mut(number) {
                *place = true;
            }
        }
    }
    Ok(out)
}

/// Every rule that the text meets, in the order of the rules.
#[must_use]
pub fn text(rules: &FrameRules, facts: &Facts) -> Vec<FrameHit> {
    let earnest: Vec<&Frame> = facts
        .frames
        .iter()
        .filter(|f| matches!(f.stance, Stance::Asked | Stance::FirstPersonReport))
        .collect();
    rules.rules.iter().filter_map(|rule| meet(rule, &earnest, facts)).collect()
}

fn meet(rule: &Compiled, earnest: &[&Frame], facts: &Facts) -> Option<FrameHit> {
    let bar = |f: &Frame| rule.none.get(usize::from(f.frame)).copied().unwrap_or(false);
    if facts.frames.iter().any(bar) {
        return None;
    }
    // For each part: the latest frames that fit, of different names, newest last.
    let mut latest: Vec<Vec<&Frame>> = vec![Vec::new(); rule.all.len()];
    for frame in earnest {
        let mut touched = false;
        for (part, latest) in rule.all.iter().zip(&mut latest) {
            if part.fits(frame) {
                latest.retain(|f| f.frame != frame.frame);
                if latest.len() == KEPT {
                    latest.remove(0);
                }
                latest.push(frame);
                touched = true;
            }
        }
        if !touched {
            continue;
        }
        let mut met: Vec<&Frame> = Vec::new();
        choose(rule, frame, &latest, &mut met);
        if met.len() >= rule.least.max(1) {
            let mut spans: Vec<Span> = met.iter().map(|f| f.span).collect();
            let span = *spans.first()?;
            spans.sort_unstable();
            spans.dedup();
            return Some(FrameHit { rule: rule.id.clone(), severity: rule.severity, span, spans });
        }
    }
    None
}

/// Latest frames kept for one part of a rule.
const KEPT: usize = 3;

/// Finds a frame for each part, no name twice, none farther from `now` than the rule allows;
/// where not all parts can be met, as many as can.
fn choose<'a>(rule: &Compiled, now: &Frame, latest: &[Vec<&'a Frame>], met: &mut Vec<&'a Frame>) {
    let Some((first, rest)) = latest.split_first() else { return };
    let mut best: Vec<&Frame> = Vec::new();
    for frame in first.iter().rev() {
        let near = now.position.saturating_sub(frame.position) <= rule.within;
        if !near || met.iter().any(|m| m.frame == frame.frame) {
            continue;
        }
        let mut tried = met.clone();
        tried.push(frame);
        choose(rule, now, rest, &mut tried);
        if tried.len() > best.len() {
            best = tried;
        }
    }
    let mut without = met.clone();
    if best.len() < met.len() + latest.len() {
        choose(rule, now, rest, &mut without);
    }
    *met = if best.len() >= without.len() { best } else { without };
}
