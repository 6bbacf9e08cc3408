//! Rules over the frames of a text: which of them, meant in earnest and near each other, say what.
//!
//! Pure. It reports every rule that is met with the words that met it; it does not combine rules.

use serde::{Deserialize, Serialize};

use crate::report::Severity;
use crate::span::Span;
use crate::text::{Facts, Frame, Lexicon, Mode};

/// Characters within which the parts of a rule must stand where it names no distance.
const WITHIN: usize = 700;

/// What a text rule asks for. Names are frame ids; `request.*` is any of a kind, `@name` any
/// of a group, `a|b` either.
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

/// Text rules with their frame names looked up in a lexicon.
pub struct FrameRules {
    rules: Vec<Compiled>,
}

struct Compiled {
    id: String,
    severity: Severity,
    all: Vec<Vec<bool>>,
    none: Vec<bool>,
    within: usize,
    least: usize,
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

/// The words and rules of a pack, made ready.
pub struct Texts {
    lexicon: Lexicon,
    rules: FrameRules,
    by_id: HashMap<String, Rule>,
}

impl Texts {
    /// Reads the lexicon and the text rules of `pack`.
    ///
    /// # Errors
    /// Where the pack cannot be read, or its words and rules do not fit each other.
    pub fn read(pack: &Pack) -> Result<Self, Error> {
        let source = match pack.record("lexicon", "lexicon")? {
            Some(record) => serde_json::from_value(record.body).map_err(|_| Error::PackFormat)?,
            None => Source::default(),
        };
        let lexicon = Lexicon::new(&source).map_err(|_| Error::PackFormat)?;
        let mut by_id = HashMap::new();
        let mut rules = Vec::new();
        for (rule, frames) in pack.frames()? {
            let frames = serde_json::from_str(&frames).map_err(|_| Error::PackFormat)?;
            rules.push(FrameRule { id: rule.id.clone(), severity: rule.severity, frames });
            by_id.insert(rule.id.clone(), rule);
        }
        let rules = FrameRules::new(&rules, &lexicon).map_err(|_| Error::PackFormat)?;
        Ok(Self { lexicon, rules, by_id })
    }

    /// The facts of a text.
    #[must_use]
    pub fn facts(&self, text: &str) -> Facts {
        crate::text::facts(text, &self.lexicon)
    }

    /// Every rule that the text meets.
    #[must_use]
    pub fn hits(&self, facts: &Facts, subject: Subject, origin: Origin) -> Vec<Hit> {
        let hit = |met: FrameHit| {
            let rule = self.by_id.get(&met.rule)?.clone();
            Some(Hit {
                severity: met.severity,
                rule,
                subject,
                span: Some(met.span),
                platform: None,
            })
        };
        text(&self.rules, facts, origin).into_iter().filter_map(hit).collect()
    }
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
        let m = &rule.frames;
        let mut none = vec![false; lexicon.frames().len()];
        for names in &m.none {
            none.iter_mut().zip(find(names)?).for_each(|(n, f)| *n |= f);
        }
        Ok(Self {
            id: rule.id.clone(),
            severity: rule.severity,
            all: m.all.iter().map(find).collect::<Result<_, _>>()?,
            none,
            within: m.within.unwrap_or(WITHIN),
            least: m.least.unwrap_or(m.all.len()),
        })
    }
}

fn named(names: &str, rule: &str, lexicon: &Lexicon) -> Result<Vec<bool>, UnknownFrame> {
    let mut out = vec![false; lexicon.frames().len()];
    for name in names.split('|') {
        let numbers = lexicon.named(name);
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
    let earnest: Vec<&Frame> =
        facts.frames.iter().filter(|f| matches!(f.mode, Mode::Live | Mode::Retold)).collect();
    rules.rules.iter().filter_map(|rule| meet(rule, &earnest, facts)).collect()
}

fn meet(rule: &Compiled, earnest: &[&Frame], facts: &Facts) -> Option<FrameHit> {
    let is = |set: &[bool], f: &Frame| set.get(usize::from(f.frame)).copied().unwrap_or(false);
    if facts.frames.iter().any(|f| is(&rule.none, f)) {
        return None;
    }
    let mut last: Vec<Option<&Frame>> = vec![None; rule.all.len()];
    for frame in earnest {
        let mut touched = false;
        for (set, last) in rule.all.iter().zip(&mut last) {
            if is(set, frame) {
                *last = Some(frame);
                touched = true;
            }
        }
        let near = |f: &&Frame| frame.place - f.place.min(frame.place) <= rule.within;
        let met: Vec<&Frame> = last.iter().flatten().copied().filter(near).collect();
        if touched && met.len() >= rule.least.max(1) {
            let mut spans: Vec<Span> = met.iter().map(|f| f.span).collect();
            spans.sort_unstable();
            spans.dedup();
            let span = met.first().map(|f| f.span)?;
            return Some(FrameHit { rule: rule.id.clone(), severity: rule.severity, span, spans });
        }
    }
    None
}
