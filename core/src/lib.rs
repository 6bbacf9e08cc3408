//! Yanka's shared core: detects what a code or a message would do to a person, and advises them.
//!
//! Data flows one way: bytes → facts → findings → verdict → advice → report → journal.
//! ARCHITECTURE.md shows the modules and what each must not depend on.
//!
//! A [`Checker`](ffi::Checker) without a folder and a key stores nothing:
//!
//! ```
//! use yanka::ffi::{Checker, OpenOptions};
//! use yanka::report::{Language, NumberStatus, Options, Origin, Photo, Verdict};
//!
//! let language = Language::En;
//! let checker = Checker::open(OpenOptions { language, folder: None, journal_key: None })?;
//! let options = |origin| Options {
//!     origin,
//!     language,
//!     situations: Vec::new(),
//!     keep: false,
//!     offset_minutes: 480,
//! };
//!
//! // Check a text.
//! let text = "您的快递丢失，请下载会议软件并打开屏幕共享，客服为您办理理赔";
//! let report = checker.check_text(text.to_owned(), options(Origin::Message))?;
//! assert_eq!(report.verdict, Verdict::Danger);
//! assert!(!report.advice.is_empty(), "what to do now");
//!
//! // Check a link.
//! let link = "http://taobao-kefu.example.top/refund".to_owned();
//! let report = checker.check_link(link, options(Origin::Message))?;
//! assert_eq!(report.verdict, Verdict::Danger);
//!
//! // Read a picture and check the codes in it.
//! let bytes = std::fs::read("../tests/photos/after-sales-wechat.jpg").expect("a picture");
//! let report =
//!     checker.check_photo(Photo::Encoded { bytes }, options(Origin::Parcel), None, None)?;
//! assert_eq!(report.codes[0].kind, "wechat-contact");
//! assert_eq!(report.verdict, Verdict::Danger);
//!
//! // Look a telephone number up.
//! let answer = checker.number("96110".to_owned(), language)?;
//! assert_eq!(answer.status, NumberStatus::Official);
//! # Ok::<(), yanka::error::ApiError>(())
//! ```

uniffi::setup_scaffolding!();

pub mod advice;
pub mod check;
pub mod error;
pub mod evidence;
pub mod ffi;
pub mod journal;
pub mod mask;
pub mod matcher;
pub mod number;
pub mod report;
pub mod verdict;

pub use yanka_link::payload;
pub use yanka_storage::pack;
pub use yanka_types::Span;
pub use {yanka_link as link, yanka_photo as photo, yanka_text as text};
