//! No path of the API decodes or searches a picture twice. This file has one test only, because
//! the counter is global to the process.

use std::sync::Arc;
use yanka::ffi::{Checker, OpenOptions};
use yanka::photo::pictures_read;
use yanka::report::{Language, Options, Origin, Photo, Point, Word};
use yanka_tests::{Folder, repository};

fn options() -> Options {
    Options {
        origin: Origin::Parcel,
        language: Language::ZhHans,
        situations: Vec::new(),
        keep: true,
        offset_minutes: 480,
    }
}

#[test]
fn a_picture_is_read_once_on_every_path() {
    let folder = Folder::new("photo-session");
    let checker = Checker::open(OpenOptions {
        language: Language::ZhHans,
        folder: Some(folder.path().display().to_string()),
        journal_key: Some(vec![7; 32]),
    })
    .expect("the log opens");
    let path = repository().join("tests/photos/after-sales-wechat.jpg");
    let photo = Photo::Encoded { bytes: std::fs::read(path).expect("a photograph") };

    let before = pictures_read();
    let report = checker.check_photo(photo.clone(), options(), None, None).expect("a result");
    assert!(report.entry.is_some(), "logged with its thumbnail");
    assert_eq!(pictures_read() - before, 1, "one check in a single call");

    let before = pictures_read();
    let session = Arc::clone(&checker).open_photo(photo, None, None).expect("not cancelled");
    let card = session.straight_card().expect("a card");
    let corner = Point { x: card.width as f32 / 2.0, y: card.height as f32 / 2.0 };
    let line =
        Word { text: "扫码领取售后理赔".into(), corners: vec![corner], straight: true };
    let first = session.check(vec![line], options()).expect("a result");
    let corrected = session.check(Vec::new(), options()).expect("a result");
    assert!(first.entry.is_some() && corrected.entry.is_some());
    assert_eq!(
        pictures_read() - before,
        1,
        "straight card, first check, and check of corrected words"
    );
}
