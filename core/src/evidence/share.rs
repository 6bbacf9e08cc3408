//! Texts to share: a warning for family, and a report of a wrong result for the rule maintainers.
//!
//! Neither contains the person's text, a payload or a situation; only sentences and ids of this
//! program and its rules.

use crate::report::log::SubjectKind;
use crate::report::{Language, Report, Verdict};

/// A short text for family and friends, in `language`, about what was just checked.
///
/// The reason and the step are sentences of the report, so they are in the report's language.
#[must_use]
pub fn warning(report: &Report, kind: SubjectKind, language: Language) -> String {
    let mut lines = vec![opening(report.verdict, kind, language).to_owned()];
    lines.extend(report.findings.first().map(|f| f.why.clone()));
    lines.extend(report.advice.first().map(|a| a.step.clone()));
    lines.push(closing(language).to_owned());
    lines.join("\n")
}

/// A text that reports a wrong result to the rule maintainers. It ends with an open line for the
/// person to complete and contains nothing that they gave to the check.
#[must_use]
pub fn wrong_answer(report: &Report, kind: SubjectKind, language: Language) -> String {
    let title = match language {
        Language::ZhHans => "验卡：这个结果不对",
        Language::ZhHant => "驗卡：這個結果不對",
        Language::En => "Yanka: this answer is wrong",
    };
    let kinds: Vec<&str> = report.codes.iter().map(|c| c.kind.as_str()).collect();
    let mut lines = vec![
        title.to_owned(),
        format!("app: {}", env!("CARGO_PKG_VERSION")),
        format!("pack: {} {} {}", report.pack.version, report.pack.date, report.pack.key),
        format!("subject: {}", kind.word()),
        format!("origin: {}", report.origin.word()),
        format!("verdict: {}", report.verdict.word()),
        format!("codes: {}", if kinds.is_empty() { "-".to_owned() } else { kinds.join(", ") }),
    ];
    lines.extend(
        report
            .findings
            .iter()
            .map(|f| format!("finding: {} {} {}", f.finding, f.severity.word(), f.rule)),
    );
    lines.push(match language {
        Language::ZhHans => "我觉得应该是：".to_owned(),
        Language::ZhHant => "我覺得應該是：".to_owned(),
        Language::En => "It should have been: ".to_owned(),
    });
    lines.join("\n")
}

const fn opening(verdict: Verdict, kind: SubjectKind, language: Language) -> &'static str {
    use Language::{En, ZhHans, ZhHant};
    use SubjectKind::{Link, Number, Photo, Text};
    match (verdict, kind, language) {
        (Verdict::Danger, Photo, ZhHans) => "我刚查到这张卡是骗局，收到一样的不要扫。",
        (Verdict::Danger, Photo, ZhHant) => "我剛查到這張卡是騙局，收到一樣的不要掃。",
        (Verdict::Danger, Photo, En) => {
            "I just checked a card: it is a scam. If you get one like it, don't scan it."
        }
        (Verdict::Danger, Text, ZhHans) => "我刚查到一条骗人的消息，收到一样的不要照做。",
        (Verdict::Danger, Text, ZhHant) => "我剛查到一條騙人的訊息，收到一樣的不要照做。",
        (Verdict::Danger, Text, En) => {
            "I just checked a message: it is a scam. If you get one like it, don't do what it says."
        }
        (Verdict::Danger, Link, ZhHans) => "我刚查到一个骗人的链接，收到了不要点。",
        (Verdict::Danger, Link, ZhHant) => "我剛查到一個騙人的連結，收到了不要點。",
        (Verdict::Danger, Link, En) => {
            "I just checked a link: it is a scam. If you get it, don't open it."
        }
        (Verdict::Danger, Number, ZhHans) => "我刚查了一个可疑电话，接到了先挂断。",
        (Verdict::Danger, Number, ZhHant) => "我剛查了一個可疑電話，接到了先掛斷。",
        (Verdict::Danger, Number, En) => {
            "I just checked a suspicious number. If it calls you, hang up first."
        }
        (Verdict::Caution, _, ZhHans) => "我刚查了一样东西，有可疑的地方，先别照做。",
        (Verdict::Caution, _, ZhHant) => "我剛查了一樣東西，有可疑的地方，先別照做。",
        (Verdict::Caution, _, En) => {
            "I just checked something and there is reason to look twice. Don't follow it yet."
        }
        (Verdict::Unreadable, _, ZhHans) => "我收到一个读不出来的码，先不要扫。",
        (Verdict::Unreadable, _, ZhHant) => "我收到一個讀不出來的碼，先不要掃。",
        (Verdict::Unreadable, _, En) => "I got a code that cannot be read. Don't scan it.",
        (Verdict::NothingFound, _, ZhHans) => "我刚查了一样东西，没有发现问题，这不等于安全。",
        (Verdict::NothingFound, _, ZhHant) => "我剛查了一樣東西，沒有發現問題，這不等於安全。",
        (Verdict::NothingFound, _, En) => {
            "I just checked something and nothing was found. That is no promise."
        }
    }
}

const fn closing(language: Language) -> &'static str {
    match language {
        Language::ZhHans => "拿不准就先问家人，或在购物应用里找官方客服。（验卡）",
        Language::ZhHant => "拿不準就先問家人，或在購物應用程式裡找官方客服。（驗卡）",
        Language::En => {
            "If in doubt, ask family first, or the official service inside the shopping app. (Yanka)"
        }
    }
}
