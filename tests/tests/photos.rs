//! The photo module in isolation: encodings and orientations of a code, refused inputs, and a
//! short run of adversarial pictures (`fuzz photos` is the long run).

use yanka::ffi::{Checker, OpenOptions};
use yanka::photo::{self, Observer, Picture, PixelLayout, ReadError, Reading};
use yanka::report::{Language, Options, Origin, Photo};
use yanka_tests::photos::canvas::Grey;
use yanka_tests::photos::fuzz;
use yanka_tests::photos::print::{Stream, in_perspective, lay, paper};

fn read(grey: &Grey) -> Result<Reading, ReadError> {
    read_watched(grey, &mut ())
}

fn read_watched(grey: &Grey, watch: &mut dyn Observer) -> Result<Reading, ReadError> {
    let picture = Picture::Pixels {
        layout: PixelLayout::Luma8,
        width: grey.width as u32,
        height: grey.height as u32,
        stride: grey.width as u32,
        data: &grey.data,
    };
    photo::read(picture, watch)
}

/// One code on white paper, three pixels per module.
fn printed(stream: &Stream, version: i16) -> Grey {
    let code = stream.code(version);
    let side = (code.0 + 8) * 3;
    let mut out = paper(side, side, 240);
    lay(&mut out, &code, (12, 12), 3.0);
    out
}

fn text(stream: &Stream) -> Option<String> {
    let reading = read(&printed(stream, 4)).expect("the picture decodes");
    assert_eq!(reading.symbols.len(), 1, "one symbol is decoded");
    reading.symbols[0].text.clone()
}

#[test]
fn text_encoding_follows_the_declaration_then_detection() {
    let card = "售后服务卡 扫码领取";
    let (gb, big5) = ("售后服务卡请扫码", "售後服務卡請掃碼");
    let gb_bytes = encoding_rs::GB18030.encode(gb).0.into_owned();
    let big5_bytes = encoding_rs::BIG5.encode(big5).0.into_owned();
    let sjis = encoding_rs::SHIFT_JIS.encode("アフターサービス").0.into_owned();
    let eci = |number: u32| Stream::default().push(7, 4).push(number, 8);
    for (what, stream, want) in [
        ("UTF-8, nothing said", Stream::default().bytes(card.as_bytes()), card),
        ("UTF-8, declared", eci(26).bytes(card.as_bytes()), card),
        ("GB 18030, declared", eci(32).bytes(&gb_bytes), gb),
        ("GB 2312, declared", eci(29).bytes(&gb_bytes), gb),
        ("GB 18030, nothing said", Stream::default().bytes(&gb_bytes), gb),
        ("Big5, declared", eci(28).bytes(&big5_bytes), big5),
        ("Shift JIS, declared", eci(20).bytes(&sjis), "アフターサービス"),
    ] {
        assert_eq!(text(&stream).as_deref(), Some(want), "{what}");
    }
}

#[test]
fn hanzi_mode_is_decoded() {
    // 啊 is 0xB0A1 in GB 2312: from 0xB0A1 on, the encoder subtracts 0xA6A1 first (GB/T 18284, 6.4.6).
    let pair = |v: u32| {
        let v = v - 0xa6a1;
        (v >> 8) * 0x60 + (v & 0xff)
    };
    let stream = Stream::default()
        .push(13, 4)
        .push(1, 4)
        .push(2, 8)
        .push(pair(0xb0a1), 13)
        .push(pair(0xbfa8), 13);
    assert_eq!(text(&stream).as_deref(), Some("啊卡"));
}

#[test]
fn structured_append_is_reported() {
    let stream =
        Stream::default().push(3, 4).push(1, 4).push(2, 4).push(0x5a, 8).bytes(b"part two");
    let reading = read(&printed(&stream, 4)).expect("the picture decodes");
    let part = reading.symbols[0].structured_append.expect("a part");
    assert_eq!((part.index, part.total, part.parity), (1, 3, 0x5a));
    assert_eq!(reading.symbols[0].text.as_deref(), Some("part two"));
}

#[test]
fn the_report_notes_that_a_code_is_one_of_several() {
    let stream =
        Stream::default().push(3, 4).push(1, 4).push(2, 4).push(0x5a, 8).bytes(b"part two");
    let grey = printed(&stream, 4);
    let language = Language::ZhHans;
    let checker = Checker::open(OpenOptions { language, folder: None, journal_key: None });
    let photo = Photo::Luma {
        width: grey.width as u32,
        height: grey.height as u32,
        stride: grey.width as u32,
        bytes: grey.data.clone(),
    };
    let options = Options {
        origin: Origin::Parcel,
        language,
        situations: Vec::new(),
        keep: false,
        offset_minutes: 480,
    };
    let report = checker.expect("the rules").check_photo(photo, options, None, None);
    let notices = report.expect("a result").notices;
    assert!(notices.iter().any(|n| n.notice == "photo.one-of-several"), "{notices:?}");
}

#[test]
fn bytes_that_are_not_text_are_preserved() {
    let bytes = [0x80, 0xff, 0x00, 0xfe, 0x81, 0x20, 0xff];
    let reading = read(&printed(&Stream::default().bytes(&bytes), 2)).expect("the picture decodes");
    assert_eq!(reading.symbols[0].bytes, bytes);
}

#[test]
fn a_code_without_a_quiet_zone_is_decoded_on_a_dark_card() {
    let code = Stream::default().bytes(b"https://example.com/quiet").code(4);
    let mut card = paper(260, 260, 15);
    lay(&mut card, &code, (60, 60), 4.0);
    let reading = read(&card).expect("the picture decodes");
    assert_eq!(reading.symbols.len(), 1);
    let corner = reading.symbols[0].corners[0];
    assert!((corner.x - 60.0).hypot(corner.y - 60.0) < 3.0, "{corner:?}");
}

#[test]
fn inverted_mirrored_and_rotated_codes_are_decoded() {
    let plain = printed(&Stream::default().bytes(b"https://example.com/turns"), 3);
    let (w, h) = (plain.width, plain.height);
    let by = |from: &dyn Fn(usize, usize) -> usize| {
        let data = (0..w * h).map(|i| plain.data[from(i % w, i / w)]).collect();
        Grey { width: w, height: h, data }
    };
    let inverted = Grey { width: w, height: h, data: plain.data.iter().map(|v| 255 - v).collect() };
    let mirrored = by(&|x, y| y * w + w - 1 - x);
    let quarter = by(&|x, y| (w - 1 - x) * w + y);
    for (what, grey) in [("inverted", inverted), ("mirrored", mirrored), ("turned", quarter)] {
        let symbols = read(&grey).expect("the picture decodes").symbols;
        assert_eq!(symbols.len(), 1, "{what}");
        assert_eq!(symbols[0].inverted, what == "inverted");
        assert_eq!(symbols[0].mirrored, what == "mirrored");
    }
}

#[test]
fn a_large_code_in_perspective_is_decoded() {
    let words: Vec<u8> = (0..300).map(|i| b'a' + (i * 7 % 26) as u8).collect();
    let begun = Stream::default().push(4, 4).push(words.len() as u32, 16);
    let stream = words.iter().fold(begun, |s, b| s.push(u32::from(*b), 8));
    let code = stream.code(20);
    let mut sheet = paper(560, 560, 240);
    lay(&mut sheet, &code, (40, 40), 4.5);
    for by in [0.0, 0.12, 0.22] {
        let symbols = read(&in_perspective(&sheet, by)).expect("the picture decodes").symbols;
        assert_eq!(symbols.len(), 1, "leaning by {by}");
        assert_eq!((symbols[0].version, &symbols[0].bytes), (20, &words), "leaning by {by}");
    }
}

#[test]
fn every_code_is_located_and_reported_once() {
    let mut sheet = paper(900, 300, 240);
    for (i, words) in [b"first".as_slice(), b"second", b"first"].iter().enumerate() {
        lay(&mut sheet, &Stream::default().bytes(words).code(2), (60 + 280 * i, 80), 5.0);
    }
    let reading = read(&sheet).expect("the picture decodes");
    let texts: Vec<_> = reading.symbols.iter().filter_map(|s| s.text.as_deref()).collect();
    assert_eq!(texts.len(), 3, "three codes, each reported once: {texts:?}");
    for symbol in &reading.symbols {
        let wide = symbol.corners[1].x - symbol.corners[0].x;
        assert!((wide - 125.0).abs() < 4.0, "{wide}");
    }
}

#[test]
fn input_that_is_not_a_picture_is_refused_with_its_error() {
    let refused = |bytes: &[u8]| photo::read(Picture::Encoded(bytes), &mut ()).err();
    assert_eq!(refused(b""), Some(ReadError::Empty));
    assert_eq!(refused(b"a letter"), Some(ReadError::NotAPicture));
    assert_eq!(refused(b"\0\0\0\x18ftypheic\0\0\0\0"), Some(ReadError::Heic));
    assert_eq!(refused(&[0xff, 0xd8, 0xff, 0xe0, 0, 3]), Some(ReadError::Damaged));
    // A GIF header of ten bytes that declares 60,000 × 60,000 pixels.
    assert_eq!(refused(b"GIF89a\x60\xea\x60\xea"), Some(ReadError::TooLarge));
    let short = Picture::Pixels {
        layout: PixelLayout::Rgba8,
        width: 10,
        height: 10,
        stride: 40,
        data: &[0; 399],
    };
    assert_eq!(photo::read(short, &mut ()).err(), Some(ReadError::BadShape));
}

#[test]
fn a_picture_above_twelve_megapixels_is_reduced_and_keeps_original_coordinates() {
    let mut sheet = paper(6000, 4000, 240);
    lay(&mut sheet, &Stream::default().bytes(b"large").code(2), (3000, 2000), 20.0);
    let luma = photo::load_upright(&Picture::Pixels {
        layout: PixelLayout::Luma8,
        width: 6000,
        height: 4000,
        stride: 6000,
        data: &sheet.data,
    });
    assert!(luma.expect("the picture decodes").data.len() <= 12_600_000);
    let reading = read(&sheet).expect("the picture decodes");
    let corner = reading.symbols[0].corners[0];
    assert_eq!((reading.width, reading.height), (6000, 4000));
    assert!((corner.x - 3000.0).hypot(corner.y - 2000.0) < 8.0, "{corner:?}");
}

#[test]
fn an_extreme_aspect_ratio_gives_a_card_of_bounded_size() {
    for (width, height) in [(1, 16_000_000), (3, 5_000_000), (5_000_000, 2)] {
        let strip = paper(width, height, 200);
        let card = read(&strip).expect("the picture decodes").card.luma();
        assert!(card.data.len() <= 2_000_000, "{width} x {height}: {card:?}");
        assert_eq!(card.data.len(), card.width as usize * card.height as usize);
    }
}

/// Cancels at once, or counts the stages.
struct Watching {
    stop: bool,
    stages: u32,
}

impl Observer for Watching {
    fn stage(&mut self, done: u32, of: u32) {
        assert!(done <= of);
        self.stages += 1;
    }

    fn cancelled(&self) -> bool {
        self.stop
    }
}

#[test]
fn a_reading_reports_its_stages_and_stops_when_cancelled() {
    let grey = paper(400, 300, 128);
    let mut stopped = Watching { stop: true, stages: 0 };
    assert_eq!(read_watched(&grey, &mut stopped).err(), Some(ReadError::Cancelled));
    let mut going = Watching { stop: false, stages: 0 };
    read_watched(&grey, &mut going).expect("the picture decodes");
    assert!(going.stages > 2);
    assert!(stopped.stages < going.stages);
}

/// Inputs that once took too long: thousands of adjacent finder patterns; a header that claims 200
/// million pixels over a few bytes of JPEG; a large grey field.
const FOUND: [u64; 3] = [601_186, 560_917, 509_813];

#[test]
fn adversarial_pictures_violate_no_invariant() {
    for seed in (1..=3_000).chain(FOUND) {
        if let Err(fault) = fuzz::check(&fuzz::input(seed), seed % 50 == 0) {
            panic!("seed {seed}: {fault}");
        }
    }
}
