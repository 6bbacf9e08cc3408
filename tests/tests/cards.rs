//! The generated card photographs: complete, labelled, within the size limit and reproducible
//! byte for byte.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use yanka::payload::Kind;
use yanka_tests::cards::data::{self, Card, Colour, Shape};
use yanka_tests::cards::labels::{self, Label};
use yanka_tests::cards::layout::words_of;
use yanka_tests::cards::lettering::Faces;
use yanka_tests::cards::{MAX_PHOTOGRAPH_BYTES, photograph};
use yanka_tests::repository;

fn folder(name: &str) -> PathBuf {
    repository().join("tests").join(name)
}

fn cards() -> Vec<Card> {
    let cards = data::read_folder(&folder("cards")).expect("every card can be read");
    assert!(cards.len() >= 16, "only {} cards", cards.len());
    cards
}

fn labels() -> BTreeMap<String, Label> {
    let labels: Vec<Label> = labels::read(&folder("photos")).expect("labels.jsonl");
    labels.into_iter().map(|l| (l.file.clone(), l)).collect()
}

fn photos() -> BTreeSet<String> {
    let listing = std::fs::read_dir(folder("photos")).expect("tests/photos");
    listing
        .flatten()
        .map(|e| e.file_name().to_string_lossy().into_owned())
        .filter(|n| n.ends_with(".jpg"))
        .collect()
}

#[test]
fn each_card_has_one_photograph_and_one_label() {
    let expected: BTreeSet<String> = cards().iter().map(|c| format!("{}.jpg", c.name)).collect();
    assert_eq!(photos(), expected, "photographs and cards differ");
    assert_eq!(labels().into_keys().collect::<BTreeSet<_>>(), expected, "labels and cards differ");
}

#[test]
fn labels_match_the_card_data_files() {
    let labels = labels();
    for card in cards() {
        let label = &labels[&format!("{}.jpg", card.name)];
        assert_eq!(label.symbols.len(), card.codes.len(), "{}", card.name);
        for (symbol, code) in label.symbols.iter().zip(&card.codes) {
            let text = (code.shape == Shape::Qr).then(|| code.text.clone());
            assert_eq!(symbol.text, text, "{}", card.name);
            assert_eq!(symbol.kind, code.kind, "{}", card.name);
            let inside = |at: &[f32]| {
                (0.0..label.width as f32).contains(&at[0])
                    && (0.0..label.height as f32).contains(&at[1])
            };
            assert!(symbol.corners.chunks(2).all(inside), "{}: a code is cut off", card.name);
        }
        let damage: Vec<String> =
            card.photo.damage.iter().map(|(d, n)| format!("{}-{n}", d.word())).collect();
        assert_eq!(label.damage, damage, "{}: regenerate the photograph", card.name);
    }
}

#[test]
fn every_photograph_is_within_the_size_limit() {
    for name in photos() {
        let path = folder("photos").join(&name);
        let size = std::fs::metadata(path).expect("a photograph").len();
        assert!(size <= MAX_PHOTOGRAPH_BYTES as u64, "{name} has {size} bytes");
    }
}

#[test]
fn names_kinds_and_verdicts_are_well_formed() {
    for card in cards() {
        let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
        assert!(card.name.chars().all(plain), "{}", card.name);
        let verdict = yanka::report::Verdict::from_word(&card.expect.verdict);
        assert!(verdict.is_some(), "{}: {} is not a verdict", card.name, card.expect.verdict);
        for code in &card.codes {
            let known = match code.shape {
                Shape::Qr => Kind::from_word(&code.kind).is_some(),
                round => code.kind == format!("round-{}", round.word()),
            };
            assert!(known, "{}: {} is not a kind", card.name, code.kind);
        }
    }
}

#[test]
fn a_colour_is_a_hash_and_six_hexadecimal_digits() {
    let read = |word: &str| serde_json::from_value::<Colour>(word.into()).ok();
    assert_eq!(read("#0aF010"), Some(Colour([10, 240, 16])));
    for wrong in ["0af010", "#0af01", "#0af0100", "#+12345", "#-12345", "#0af01g", ""] {
        assert_eq!(read(wrong), None, "{wrong}");
    }
}

#[test]
fn the_committed_fonts_cover_every_character_of_the_cards() {
    let faces = Faces::open(&folder("cards/font")).expect("the committed faces");
    for card in cards() {
        assert_eq!(faces.lacking(&words_of(&card)), Vec::<char>::new(), "{}", card.name);
    }
}

#[test]
fn the_same_seed_gives_the_same_bytes_and_another_seed_differs() {
    let faces = Faces::open(&folder("cards/font")).expect("the committed faces");
    let mut card = cards().swap_remove(0);
    let make = |card: &Card| {
        photograph(card, &faces, &card.photo.damage, 0.3).expect("a photograph").bytes
    };
    let first = make(&card);
    assert!(first == make(&card), "the same seed gave other bytes");
    card.photo.seed += 1;
    assert!(first != make(&card), "another seed gave the same bytes");
}

#[test]
fn an_orientation_is_written_as_exif() {
    let faces = Faces::open(&folder("cards/font")).expect("the committed faces");
    let cards = cards();
    let turned = cards
        .iter()
        .find(|c| c.photo.damage.contains_key(&yanka_tests::cards::damage::Damage::Turned));
    let card = turned.expect("one card is photographed with a turned phone");
    let made = photograph(card, &faces, &card.photo.damage, 0.3).expect("a photograph");
    let stored = image::load_from_memory(&made.bytes).expect("a JPEG");
    // Orientation 6: the file lies on its side.
    assert_eq!(made.bytes[30], 6);
    assert_eq!(
        (stored.height() as usize, stored.width() as usize),
        (made.label.width, made.label.height)
    );
}
