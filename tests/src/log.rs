//! Invented checks, keys and folders for the tests and benches of the private log.

use std::path::Path;

use yanka::journal::{Journal, NewEntry, Opened};
use yanka::report::log::{LogFilter, Moment, SubjectKind};
use yanka::report::{
    Advice, Code, Confidence, FORMAT, Finding, Hotline, Link, Milliseconds, Origin, PackInfo,
    Point, Provenance, Report, Severity, Span, Subject, Urgency, Verdict,
};
use yanka_storage::Error;
use zeroize::Zeroizing;

/// The key of every test journal.
pub const KEY: [u8; 32] = *b"an invented key of 32 bytes, ok.";

/// 2026-01-02 03:04:05.678 in China.
pub const NOON: Moment = Moment { unix_ms: 1_767_294_245_678, offset_minutes: 480 };

/// Opens the journal in `folder` with the test key.
pub fn open(folder: &Path) -> Result<Opened, Error> {
    Journal::open(&folder.join("journal.db"), Zeroizing::new(KEY))
}

/// Every entry fits.
pub fn all() -> LogFilter {
    LogFilter::default()
}

/// An entry for a report, as a shell would make it.
pub fn entry<'a>(report: &'a Report, picture: Option<&'a [u8]>) -> NewEntry<'a> {
    NewEntry {
        time: NOON,
        kind: if report.text.is_some() { SubjectKind::Text } else { SubjectKind::Photo },
        report,
        situation: &[],
        picture,
        photo_sha256: None,
        original: None,
    }
}

fn provenance() -> Provenance {
    Provenance {
        source: "一份虚构的警方通报".into(),
        retrieved: "2026-01-01".into(),
        published: Some("2025-12-31".into()),
        confidence: Confidence::High,
    }
}

/// A report about nothing yet.
pub fn blank(verdict: Verdict) -> Report {
    Report {
        format: FORMAT,
        verdict,
        headline: "这是骗局的做法，停下来。".into(),
        origin: Origin::Parcel,
        text: None,
        width: 0,
        height: 0,
        codes: Vec::new(),
        words: Vec::new(),
        links: Vec::new(),
        findings: Vec::new(),
        notices: Vec::new(),
        advice: Vec::new(),
        hotlines: Vec::new(),
        pack: PackInfo {
            version: 7,
            format: 1,
            date: "2026-01-01".into(),
            rules: 600,
            origin: "embedded".into(),
            key: "development".into(),
        },
        entry: None,
        milliseconds: Milliseconds::default(),
    }
}

/// A photo of a card with one code that holds `payload`.
pub fn photo(payload: &str) -> Report {
    let length = payload.encode_utf16().count() as u32;
    Report {
        width: 3000,
        height: 4000,
        codes: vec![Code {
            text: Some(payload.into()),
            bytes: payload.into(),
            kind: "wechat-contact".into(),
            does: "这个码会打开一个私人微信的加好友页面。".into(),
            corners: [(100.0, 100.0), (900.0, 110.0), (890.0, 905.0), (95.0, 899.0)]
                .map(|(x, y)| Point { x, y })
                .to_vec(),
            verdict: Verdict::Danger,
        }],
        links: vec![Link {
            subject: Subject::Code { index: 0 },
            span: Span { start: 0, end: length },
            registrable: None,
            canonical: payload.into(),
            depth: 0,
            what: "一个私人微信的名片。".into(),
        }],
        findings: vec![finding("payload.private-contact", Subject::Code { index: 0 })],
        ..full_report(Verdict::Danger)
    }
}

/// A message.
pub fn text(message: &str) -> Report {
    Report {
        origin: Origin::Message,
        text: Some(message.into()),
        findings: vec![finding("text.screen-share", Subject::Text)],
        ..full_report(Verdict::Danger)
    }
}

fn finding(code: &str, subject: Subject) -> Finding {
    Finding {
        finding: code.into(),
        severity: Severity::Danger,
        subject,
        spans: vec![Span { start: 0, end: 2 }],
        rule: "invented/rule-1".into(),
        title: "要共享屏幕".into(),
        why: "平台的正规售后只在购物应用的订单页里进行，不会让您加私人微信。".into(),
        source: provenance(),
    }
}

/// A blank report with advice and numbers, of about the size of a real one.
fn full_report(verdict: Verdict) -> Report {
    let steps = [
        ("stop", "不要扫码，也不要加对方好友。", true),
        ("open-app", "打开您下单的购物应用，在订单页里找客服。", false),
        ("keep-card", "保留卡片和快递单，先不要扔。", false),
        ("call-96110", "已经付款的，马上拨打96110。", false),
        ("tell-family", "把这个结果告诉一位家人。", false),
    ];
    let advice = steps.map(|(id, step, avoid)| Advice {
        id: id.into(),
        step: step.into(),
        why: "对方拿到您的联系方式以后，会一步一步引导您转账。".into(),
        urgency: Urgency::Minutes,
        avoid,
        call: vec!["police".into()],
        source: provenance(),
    });
    let hotlines =
        [("110", "公安报警"), ("96110", "反诈预警劝阻专线")].map(|(number, name)| Hotline {
            id: name.into(),
            organization: name.into(),
            number: number.into(),
            purpose: "报警、求助和咨询".into(),
            in_app_path: String::new(),
            warning: "来电显示可以伪造，请自己拨打。".into(),
            source: provenance(),
        });
    Report { advice: advice.to_vec(), hotlines: hotlines.to_vec(), ..blank(verdict) }
}
