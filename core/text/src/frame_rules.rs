//! Matches rules against the frames of a text: which frames must be asserted near each other.
//!
//! Pure. Reports every rule that matches, with the span that matched; must not combine rules.

use serde::{Deserialize, Serialize};
use yanka_types::Span;

use crate::facts::{Facts, Frame};
use crate::lexicon::Lexicon;
use crate::stance::Stance;

/// Characters within which all parts of a rule must lie if the rule gives no distance. Empirical;
/// no measurement recorded.
const DEFAULT_WITHIN: usize = 700;
/// Most recent frames that stay candidates for one part of a rule. Bounds the work for each frame;
/// empirical, no measurement recorded.
const CANDIDATES_PER_PART: usize = 3;
/// Suffix of a name that counts only in a first-person report.
const FIRST_PERSON_SUFFIX: &str = ":retold";

/// What a text rule requires. Names are frame ids; `request.*` is any frame of a kind, `@name` any
/// of a group, `a|b` either, `a:retold` a frame in a first-person report only. One frame id never
/// fills two parts. Field names are part of the pack format.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FrameCondition {
    /// The parts: all must be asserted, that is, asked of the reader or reported in the first
    /// person.
    pub all: Vec<String>,
    /// None of these occurs anywhere in the text, with any stance.
    #[serde(default)]
    pub none: Vec<String>,
    /// Greatest distance between the starts of the first and the last part, in characters of the
    /// folded text. `None` means 700.
    #[serde(default)]
    pub within: Option<usize>,
    /// How many parts of `all` suffice. `None` means all of them.
    #[serde(default)]
    pub least: Option<usize>,
}

/// A text rule.
#[derive(Clone, Debug)]
pub struct FrameRule {
    /// Its id.
    pub id: String,
    /// What it requires.
    pub frames: FrameCondition,
}

/// A rule that matches a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FrameRuleMatch {
    /// The rule's id.
    pub rule: String,
    /// The frame of the first part that matched, in bytes of the original text.
    pub span: Span,
}

/// A rule refers to a frame that the lexicon does not define.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{rule}` names `{name}`, which no frame bears")]
pub struct UnknownFrame {
    /// The rule's id.
    pub rule: String,
    /// The unknown name.
    pub name: String,
}

/// Text rules compiled against a lexicon.
pub struct FrameRules {
    rules: Vec<CompiledRule>,
}

impl FrameRules {
    /// Compiles `rules`.
    ///
    /// # Errors
    /// [`UnknownFrame`] for the first name that `lexicon` does not define.
    pub fn new(rules: &[FrameRule], lexicon: &Lexicon) -> Result<Self, UnknownFrame> {
        let rules = rules.iter().map(|rule| CompiledRule::new(rule, lexicon));
        Ok(Self { rules: rules.collect::<Result<_, _>>()? })
    }

    /// Every rule that matches, in the order of the rules.
    #[must_use]
    pub fn matches(&self, facts: &Facts) -> Vec<FrameRuleMatch> {
        let is_asserted =
            |f: &&Frame| matches!(f.stance, Stance::Asked | Stance::FirstPersonReport);
        let asserted: Vec<&Frame> = facts.frames.iter().filter(is_asserted).collect();
        self.rules.iter().filter_map(|rule| rule.find(&asserted, facts)).collect()
    }
}

struct CompiledRule {
    id: String,
    all: Vec<Part>,
    /// For each frame of the lexicon: whether it excludes the rule.
    none: Vec<bool>,
    within: usize,
    least: usize,
}

/// One part of a rule. Each set has an entry for every frame of the lexicon.
struct Part {
    /// Frames that fill the part in any asserted stance.
    any: Vec<bool>,
    /// Frames that fill it in a first-person report only.
    first_person: Vec<bool>,
}

impl Part {
    fn accepts(&self, frame: &Frame) -> bool {
        let is_in = |set: &[bool]| set.get(usize::from(frame.frame)).copied().unwrap_or(false);
        is_in(&self.any) || frame.stance == Stance::FirstPersonReport && is_in(&self.first_person)
    }
}

impl CompiledRule {
    fn new(rule: &FrameRule, lexicon: &Lexicon) -> Result<Self, UnknownFrame> {
        let resolve = |names: &String| resolve(names, &rule.id, lexicon);
        let part = |names: &String| {
            let (first_person, any): (Vec<&str>, Vec<&str>) =
                names.split('|').partition(|n| n.ends_with(FIRST_PERSON_SUFFIX));
            let first_person: Vec<&str> =
                first_person.iter().map(|n| n.trim_end_matches(FIRST_PERSON_SUFFIX)).collect();
            Ok(Part {
                any: resolve(&any.join("|"))?,
                first_person: resolve(&first_person.join("|"))?,
            })
        };
        let condition = &rule.frames;
        let mut none = vec![false; lexicon.frames().len()];
        for names in &condition.none {
            none.iter_mut().zip(resolve(names)?).for_each(|(n, f)| *n |= f);
        }
        Ok(Self {
            id: rule.id.clone(),
            all: condition.all.iter().map(part).collect::<Result<_, _>>()?,
            none,
            within: condition.within.unwrap_or(DEFAULT_WITHIN),
            least: condition.least.unwrap_or(condition.all.len()),
        })
    }

    /// The first match of the rule. `asserted` holds the asserted frames of `facts`, ascending by
    /// position.
    fn find(&self, asserted: &[&Frame], facts: &Facts) -> Option<FrameRuleMatch> {
        let excludes = |f: &Frame| self.none.get(usize::from(f.frame)).copied().unwrap_or(false);
        if facts.frames.iter().any(excludes) {
            return None;
        }
        // For each part: its latest candidates, no id twice, the newest last.
        let mut candidates: Vec<Vec<&Frame>> = vec![Vec::new(); self.all.len()];
        for frame in asserted {
            let mut is_candidate = false;
            for (part, candidates) in self.all.iter().zip(&mut candidates) {
                if part.accepts(frame) {
                    candidates.retain(|f| f.frame != frame.frame);
                    if candidates.len() == CANDIDATES_PER_PART {
                        candidates.remove(0);
                    }
                    candidates.push(frame);
                    is_candidate = true;
                }
            }
            if !is_candidate {
                continue;
            }
            let mut chosen: Vec<&Frame> = Vec::new();
            self.assign(frame, &candidates, &mut chosen);
            if chosen.len() >= self.least.max(1) {
                return Some(FrameRuleMatch { rule: self.id.clone(), span: chosen.first()?.span });
            }
        }
        None
    }

    /// Appends to `chosen` one frame for each part of `candidates`: no id twice, none farther from
    /// `last` than the rule allows. Fills as many parts as possible where not all can be filled.
    fn assign<'a>(&self, last: &Frame, candidates: &[Vec<&'a Frame>], chosen: &mut Vec<&'a Frame>) {
        let Some((first, rest)) = candidates.split_first() else { return };
        let mut best: Vec<&Frame> = Vec::new();
        for frame in first.iter().rev() {
            let near = last.position.saturating_sub(frame.position) <= self.within;
            if !near || chosen.iter().any(|c| c.frame == frame.frame) {
                continue;
            }
            let mut with = chosen.clone();
            with.push(frame);
            self.assign(last, rest, &mut with);
            if with.len() > best.len() {
                best = with;
            }
        }
        let mut without = chosen.clone();
        if best.len() < chosen.len() + candidates.len() {
            self.assign(last, rest, &mut without);
        }
        *chosen = if best.len() >= without.len() { best } else { without };
    }
}

/// For each frame of `lexicon`: whether one of `names`, separated by `|`, stands for it.
fn resolve(names: &str, rule: &str, lexicon: &Lexicon) -> Result<Vec<bool>, UnknownFrame> {
    let mut set = vec![false; lexicon.frames().len()];
    for name in names.split('|').filter(|n| !n.is_empty()) {
        let numbers = lexicon.frames_named(name);
        if numbers.is_empty() {
            return Err(UnknownFrame { rule: rule.to_owned(), name: name.to_owned() });
        }
        for number in numbers {
            if let Some(entry) = set.get_mut(number) {
                *entry = true;
            }
        }
    }
    Ok(set)
}
