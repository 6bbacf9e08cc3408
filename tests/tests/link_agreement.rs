//! One link, one answer: what a code "does" and what its link "is" must be the same sentence.
//!
//! Every payload of tests/cases/links is printed as a QR code, read, and compared with itself.

use qrcode::{Color, QrCode};
use serde::Deserialize;
use yanka::ffi::{Checker, OpenOptions};
use yanka::report::{Language, Options, Origin, Photo, Subject};
use yanka_tests::cases;
use yanka_tests::photos::print::{lay, paper};

#[derive(Deserialize)]
struct Case {
    name: String,
    payload: Option<String>,
}

/// Known disagreements: a scanner app shows these as words, because no URL parser accepts them; the text
/// search still reports them as unreadable links. An unexpected agreement fails.
const KNOWN: &[&str] = &["a host that the standard refuses"];

/// Pixels of one module, and modules of quiet zone.
const MODULE: usize = 3;
const QUIET: usize = 4;

/// A payload as a picture; `None` where it fits no code.
fn printed(payload: &str) -> Option<Photo> {
    let code = QrCode::new(payload.as_bytes()).ok()?;
    let side = code.width();
    let dark = code.to_colors().into_iter().map(|c| c == Color::Dark).collect();
    let width = (side + 2 * QUIET) * MODULE;
    let mut picture = paper(width, width, 240);
    lay(&mut picture, &(side, dark), (QUIET * MODULE, QUIET * MODULE), MODULE as f32);
    let size = u32::try_from(width).ok()?;
    Some(Photo::Luma { width: size, height: size, stride: size, bytes: picture.data })
}

#[test]
fn a_code_and_its_link_are_described_by_the_same_sentence() {
    let language = Language::En;
    let checker = Checker::open(OpenOptions { language, folder: None, journal_key: None });
    let checker = checker.expect("the rules");
    let options = Options {
        origin: Origin::Parcel,
        language,
        situations: Vec::new(),
        keep: false,
        offset_minutes: 480,
    };
    let (mut compared, mut wrong) = (0, Vec::new());
    for case in cases::<Case>("links") {
        // Other payloads take the same path; the generator would write them in Kanji mode.
        let Some(payload) = case.payload.filter(|p| p.is_ascii()) else { continue };
        let Some(photo) = printed(&payload) else { continue };
        let report = checker.check_photo(photo, options.clone(), None, None).expect("an answer");
        let Some(code) = report.codes.iter().find(|c| c.text.as_deref() == Some(&payload)) else {
            continue;
        };
        let outer =
            |l: &&yanka::report::Link| l.subject == Subject::Code { index: 0 } && l.depth == 0;
        let Some(link) = report.links.iter().find(outer) else { continue };
        compared += 1;
        let agree =
            link.what.strip_prefix(&code.does).is_some_and(is_note) && !code.does.is_empty();
        if agree == KNOWN.contains(&case.name.as_str()) {
            wrong.push(format!("{}: {:?} and {:?}", case.name, code.does, link.what));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(compared >= 60, "only {compared} payloads were compared");
}

/// What may follow the sentence: nothing, or the note on a domain that others publish on.
fn is_note(rest: &str) -> bool {
    rest.is_empty() || rest.starts_with(" Note: ")
}
