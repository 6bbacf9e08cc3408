//! Decides whether a stranger's host carries a brand's name as a word, in whatever way.
//!
//! The general case behind the ways that are looked for one by one: every word of the host is read
//! by itself, and what it says is added up. It knows no order of the words, so that a way
//! of imitating that nobody has thought of is still told, if with less certainty.

use super::altered::{self, hides_letters};
use super::cover::{Cover, covers};
use super::host::{Host, Label};
use super::index::{Class, Index, Met, Name};
use super::lexicon::{ANY, Lure, STATE, STRONG, WEB};
use super::pinyin;

/// From here on it is no chance, and the person is told: on a suffix that costs little, and on the
/// old ones, where brands have second domains of their own.
const TELLING: i8 = 3;
const TELLING_ON_OLD: i8 = 4;
/// From here on it is an imitation.
const SURE: i8 = 5;
/// Words that are read; a host with more says nothing that a shorter one would not.
const MOST_WORDS: usize = 24;

/// What the words of a host say together.
#[derive(Default)]
struct Heard {
    /// The strongest name: its place, and how much it says.
    name: Option<(usize, i8)>,
    /// Bits of lures that count beside any name.
    lures: u16,
    /// Bits of lures that beside a short name make a company's name.
    company: u16,
    /// Bits of lures that are a whole sub-domain: `kefu.company.com` is what companies have.
    below: u16,
    /// One of the scam's own words stands by itself.
    apart: bool,
    /// `www`, `com`: words that only dress the host up as an address.
    web: bool,
    /// A second name of the same house, or the same again.
    second: bool,
    /// Digits at an end that were picked: a year, a shopping day, a lucky number.
    numbered: bool,
    /// A claim that only the state may make.
    state: bool,
    /// The strongest name is a whole sub-domain.
    is_below: bool,
    /// The name is the whole of the domain's own label.
    whole: bool,
}

/// The platform whose name `host` carries, and whether it can be nothing but an imitation.
pub(super) fn carried(
    host: &Host,
    index: &Index,
    owned: &dyn Fn(&str) -> Option<usize>,
) -> Option<(usize, bool)> {
    let own = host.labels.last()?;
    if let Some(rest) = own.text.strip_prefix("www")
        && let Some(platform) = glued(rest.trim_start_matches('-'), host, index, owned)
    {
        return Some((platform, true));
    }
    let has_lure = host.labels.iter().any(Label::has_lure);
    let hidden =
        host.labels.iter().any(|l| hides_letters(&l.text)) || altered::repeats_letters(&own.text);
    let claims = STATE.iter().any(|s| own.text.contains(s));
    if !has_lure
        && !hidden
        && !claims
        && !host.cheap
        && host.labels.iter().all(|l| l.names(index).next().is_none())
    {
        return None;
    }
    let mut heard = Heard::default();
    let words = host.labels.iter().enumerate().flat_map(|(at, label)| {
        let is_own = at + 1 == host.labels.len();
        label.text.split(['-', '_']).map(move |word| (word, label.text.as_ref(), is_own))
    });
    for (word, label, is_own) in words.filter(|w| !w.0.is_empty()).take(MOST_WORDS) {
        heard.listen(word, label, is_own, index);
    }
    let strong = heard.lures & STRONG != 0;
    let other = || altered::joined(&own.text, strong, index);
    let found = || altered::filled_in(host, index).filter(|_| hidden).or_else(other);
    if heard.name.is_none()
        && let Some(altered) = found().or_else(|| altered::misspelt(&own.text, strong, index))
    {
        heard.name = Some((altered.name, altered.says));
        if altered.is_joined {
            // What the parts say by themselves, the name says: `bank-of-china`.
            heard.lures = (heard.lures & STRONG) | altered.lures;
            heard.company = 0;
        }
    }
    let Some((name, said)) = heard.name else {
        // `rz-gov.top`: nobody's name, and a claim that only the state may make.
        return owned("gov.cn").filter(|_| heard.state && host.cheap).map(|p| (p, false));
    };
    let name = &index.names[name];
    let points =
        said + heard.beside(name) + i8::from(host.cheap) - i8::from(!host.cheap && !host.common);
    // Brands hold their own names on the old suffixes, and others hold them in other countries.
    let may_be_own = heard.whole && (host.taken || !(host.cheap || host.common));
    let telling = if host.taken { TELLING_ON_OLD } else { TELLING };
    (points >= telling && !may_be_own).then_some((name.platform, points >= SURE))
}

/// `wwwtaobao.com`, `wwwjd.top`: `www` without its dot before a brand's domain or name.
fn glued(
    rest: &str,
    host: &Host,
    index: &Index,
    owned: &dyn Fn(&str) -> Option<usize>,
) -> Option<usize> {
    if rest.len() < 2 {
        return None;
    }
    let domain = || owned(&format!("{rest}.{}", host.suffix));
    let name = || index.name(rest).filter(|n| n.text.len() >= 4).map(|n| n.platform);
    domain().or_else(name)
}

impl Heard {
    /// Takes in one word.
    fn listen(&mut self, word: &str, label: &str, is_own: bool, index: &Index) {
        if word == label
            && let Some(place) = index.place(word)
            && index.names[place].class == Class::Domain
        {
            self.name_is(place, 2 - i8::from(!is_own), index);
            return;
        }
        let met = index.meet(word);
        let best = covers(word, &met, index).into_iter().filter(|c| !c.unknown).max_by_key(|c| {
            let name = c.name.map_or(0, |i| index.names[i].strength());
            // A name that holds another, or a lure, such as `wechatpay`, is one name.
            let whole = c.name.is_some_and(|i| index.names[i].text == word);
            let second = c.lures & Lure::Second.bit() != 0;
            (whole, name, second, c.lures & STRONG != 0, (c.lures | c.company) & ANY != 0)
        });
        let Some(cover) = best else {
            self.at_an_edge(word, &met, is_own, index);
            return;
        };
        self.state |= is_own && STATE.contains(&word);
        if WEB.contains(&word) {
            self.web |= is_own || matches!(label, "com" | "cn" | "net");
            return;
        }
        self.take(&cover, word == label, is_own);
        self.web |= is_own && cover.web;
        self.numbered |= is_own && ends_in_picked_digits(word);
        self.second |= is_own && cover.lures & Lure::Second.bit() != 0;
        self.state |= is_own && STATE.iter().any(|s| word.ends_with(s) || word.starts_with(s));
        if let Some(place) = cover.name {
            let name = &index.names[place];
            // Below somebody's own domain stands what the site is connected with.
            let connected = CONNECTED.contains(&name.text.as_str());
            let apart = if is_own { 0 } else { 1 + 2 * i8::from(connected) };
            self.name_is(place, name.strength() - apart, index);
            self.whole |= is_own && label == name.text;
            self.is_below |= !is_own && self.name.is_some_and(|(best, _)| best == place);
        }
    }

    fn take(&mut self, cover: &Cover, whole: bool, is_own: bool) {
        if whole && !is_own {
            self.below |= cover.lures;
            return;
        }
        self.lures |= cover.lures;
        self.company |= cover.company;
        self.apart |= !whole && cover.name.is_none() && cover.lures & STRONG != 0;
    }

    fn name_is(&mut self, place: usize, says: i8, index: &Index) {
        if let Some((first, _)) = self.name {
            let (a, b) = (&index.names[first], &index.names[place]);
            self.second |= a.platform == b.platform;
        }
        if self.name.is_none_or(|(_, most)| says > most) {
            self.name = Some((place, says));
        }
    }

    /// A long name at the beginning or end of a word of unknown letters: `taobaoguide`.
    fn at_an_edge(&mut self, word: &str, met: &[Met], is_own: bool, index: &Index) {
        for m in met {
            if m.start != 0 && m.end != word.len() {
                continue;
            }
            let rest = if m.start == 0 { &word[m.end..] } else { &word[..m.start] };
            if let Some(place) = m.name {
                let name = &index.names[place];
                let long = matches!(name.class, Class::Coined | Class::Chinese);
                // A number that more digits are glued to is another number.
                let nearest = if m.start == 0 { rest.bytes().next() } else { rest.bytes().last() };
                let number = name.class == Class::Digits
                    && name.text.len() >= 5
                    && rest.len() <= 6
                    && nearest.is_some_and(|b| !b.is_ascii_digit());
                // `weixing` is wei-xing, not weixin and g.
                let other = name.is_pinyin && (pinyin::reads(word) || syllable_goes_on(rest));
                if (long && !other) || number {
                    // Letters that go on make another name of it; they make no other number.
                    let open = i8::from(!number) + i8::from(!is_own);
                    self.name_is(place, name.strength() - open, index);
                }
            } else if let Some(found) = m.word
                && m.end - m.start >= 4
                && !found.company
            {
                self.lures |= found.lures;
            }
        }
    }

    /// What the other words add to `name`.
    fn beside(&self, name: &Name) -> i8 {
        let counts = self.is_below || matches!(name.class, Class::Coined | Class::Chinese);
        let below = if counts { self.below } else { 0 };
        let strong = (self.lures | below) & STRONG != 0;
        let all = self.lures | self.company | below;
        let short = all & Lure::Short.bit() != 0;
        let lure = match () {
            () if strong || self.state => 2 + i8::from(self.apart),
            () if name.class == Class::Weak => {
                i8::from(name.text.len() >= 5 && self.lures & (ANY | Lure::Short.bit()) != 0)
            }
            () => i8::from(all & ANY != 0 || short),
        };
        lure.max(i8::from(self.web || (self.numbered && name.class != Class::Weak)))
            + i8::from(self.second)
    }
}

/// Whether `rest` after a name in pinyin may be the rest of another syllable: `weixing`.
fn syllable_goes_on(rest: &str) -> bool {
    matches!(rest.as_bytes().first(), Some(b'g' | b'n' | b'r' | b'a' | b'e' | b'i' | b'o' | b'u'))
}

/// Whether `word` begins or ends in a year of these days with more behind it, or in three to six
/// digits: `taobao6677`.
fn ends_in_picked_digits(word: &str) -> bool {
    let digits = |c: char| c.is_ascii_digit();
    let (front, back) = (word.trim_start_matches(digits), word.trim_end_matches(digits));
    let ends = [&word[..word.len() - front.len()], &word[back.len()..]];
    let year = |d: &str| d.len() >= 4 && d.get(..4).is_some_and(|y| ("2020".."2040").contains(&y));
    let picked = |d: &str| (3..=6).contains(&d.len());
    ends.iter().any(|d| year(d) || picked(d))
}

/// Names under which others serve their own customers: `weixin.company.com`.
const CONNECTED: &[&str] = &["weixin", "wechat", "alipay", "wechatpay", "weixinpay"];
