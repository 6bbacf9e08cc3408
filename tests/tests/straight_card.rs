//! The straightened card, as a shell requests it: a picture with an upright code, whose
//! coordinates the core maps back to the photo.

use std::sync::Arc;
use yanka::ffi::{Cancel, Checker, OpenOptions, PhotoSession};
use yanka::report::{Language, Options, Origin, Photo, Point, Report, StraightCard, Word};
use yanka_tests::repository;

fn checker() -> Arc<Checker> {
    let language = Language::ZhHans;
    Checker::open(OpenOptions { language, folder: None, journal_key: None }).expect("the rules")
}

fn encoded(name: &str) -> Photo {
    let path = repository().join("tests/photos").join(name);
    Photo::Encoded { bytes: std::fs::read(path).expect("a photograph") }
}

fn check(checker: &Arc<Checker>, photo: Photo, words: Vec<Word>) -> Report {
    let options = Options {
        origin: Origin::Parcel,
        language: Language::ZhHans,
        situations: Vec::new(),
        keep: false,
        offset_minutes: 480,
    };
    open(checker, photo).check(words, options).expect("a result")
}

fn open(checker: &Arc<Checker>, photo: Photo) -> Arc<PhotoSession> {
    Arc::clone(checker).open_photo(photo, None, None).expect("not cancelled")
}

fn straight(checker: &Arc<Checker>, photo: Photo) -> StraightCard {
    open(checker, photo).straight_card().expect("the picture decodes")
}

fn apart(a: Point, b: Point) -> f32 {
    (a.x - b.x).hypot(a.y - b.y)
}

/// The largest code, by its diagonal.
fn largest(report: &Report) -> Vec<Point> {
    let size = |c: &&yanka::report::Code| apart(c.corners[0], c.corners[2]);
    let code = report.codes.iter().max_by(|a, b| size(a).total_cmp(&size(b)));
    code.expect("a code").corners.clone()
}

#[test]
fn the_code_on_the_straight_card_is_upright_and_maps_back_to_the_photo() {
    let checker = checker();
    // Rotated by EXIF, in perspective, curled, blurred, and one with several codes.
    for name in [
        "after-sales-wechat.jpg",
        "black-gold-group.jpg",
        "good-review-cashback.jpg",
        "follow-official-account.jpg",
        "two-codes-choose.jpg",
    ] {
        let photo = encoded(name);
        let card = straight(&checker, photo.clone());
        assert!(card.width as usize * card.height as usize <= 2_000_000, "{name}: {card:?}");
        let seen = largest(&check(&checker, Photo::Encoded { bytes: card.bytes }, Vec::new()));
        let side = apart(seen[0], seen[1]);
        for (a, b, along) in [(0, 1, (1.0, 0.0)), (1, 2, (0.0, 1.0)), (3, 2, (1.0, 0.0))] {
            let (x, y) = (seen[b].x - seen[a].x, seen[b].y - seen[a].y);
            let off = apart(Point { x, y }, Point { x: along.0 * side, y: along.1 * side });
            assert!(off < side * 0.06, "{name}: side {a}-{b} is off by {off} of {side}");
        }
        let word = Word { text: "扫码".into(), corners: seen, straight: true };
        let report = check(&checker, photo, vec![word]);
        let known = largest(&report);
        let wide = apart(known[0], known[1]);
        assert!(!report.words[0].straight, "{name}: the report has photo coordinates only");
        for (there, here) in report.words[0].corners.iter().zip(&known) {
            let far = apart(*there, *here);
            assert!(far < wide * 0.04, "{name}: a corner maps back {far} of {wide} pixels off");
        }
    }
}

#[test]
fn without_a_code_the_card_is_the_upright_picture() {
    let checker = checker();
    let photo = encoded("no-code-reminder.jpg");
    let card = straight(&checker, photo.clone());
    let corners =
        vec![Point { x: 0.0, y: 0.0 }, Point { x: card.width as f32, y: card.height as f32 }];
    let word = Word { text: "提醒".into(), corners, straight: true };
    let report = check(&checker, photo, vec![word]);
    let ratio = |w: u32, h: u32| f64::from(w) / f64::from(h);
    assert!(
        (ratio(card.width, card.height) / ratio(report.width, report.height) - 1.0).abs() < 0.01
    );
    let end = report.words[0].corners[1];
    assert!(apart(end, Point { x: report.width as f32, y: report.height as f32 }) < 1.0, "{end:?}");
}

#[test]
fn an_unreadable_photo_has_no_card_and_its_words_no_corners() {
    let checker = checker();
    let photo = Photo::Encoded { bytes: b"no picture".to_vec() };
    assert_eq!(open(&checker, photo.clone()).straight_card(), None);
    let corners = vec![Point { x: 1.0, y: 1.0 }];
    let word = Word { text: "扫码".into(), corners, straight: true };
    assert!(check(&checker, photo, vec![word]).words[0].corners.is_empty());
    let cancel = Cancel::new();
    cancel.cancel();
    let stopped =
        Arc::clone(&checker).open_photo(encoded("no-code-reminder.jpg"), None, Some(cancel));
    assert!(matches!(stopped, Err(yanka::error::ApiError::Cancelled)));
}
