//! The sentences of the command itself: files, folders, the key. Sentences about a check come from the
//! core.

use yanka::error::ApiError;
use yanka::report::Language;

/// Why the command failed. Quotes file names only, never content.
#[derive(Clone, Debug)]
pub enum Failure {
    /// There is no folder for the log.
    NoFolder,
    /// The key file cannot be read or created.
    Key,
    /// A file cannot be read; its name as given.
    File(String),
    /// A file cannot be written; its name as given.
    Write(String),
    /// Standard input cannot be read.
    Input,
    /// There is nothing to check.
    Empty,
    /// tesseract or its Chinese language data is not installed.
    OcrMissing,
    /// tesseract failed to read the words of a card.
    OcrFailed,
    /// The person did not confirm.
    NotConfirmed,
    /// The core failed.
    Core(ApiError),
}

impl From<ApiError> for Failure {
    fn from(error: ApiError) -> Self {
        Self::Core(error)
    }
}

impl Failure {
    /// The word of the failure in JSON output.
    pub const fn word(&self) -> &'static str {
        match self {
            Self::NoFolder => "no-folder",
            Self::Key => "key-unreadable",
            Self::File(_) => "file-unreadable",
            Self::Write(_) => "file-unwritable",
            Self::Input => "input-unreadable",
            Self::Empty => "nothing-given",
            Self::OcrMissing => "no-reader",
            Self::OcrFailed => "words-unread",
            Self::NotConfirmed => "not-confirmed",
            Self::Core(error) => error.word(),
        }
    }

    /// One sentence: what is wrong and what to do about it.
    pub fn sentence(&self, language: Language) -> String {
        match self {
            Self::NoFolder => localized(
                language,
                "没有可以存放记录的文件夹。请设置 YANKA_HOME，或加上 --no-log。",
                "沒有可以存放記錄的資料夾。請設定 YANKA_HOME，或加上 --no-log。",
                "There is no folder for the log. Set YANKA_HOME, or add --no-log.",
            ),
            Self::Key => localized(
                language,
                "记录的钥匙 journal.key 读不出来。没有改动它。加上 --no-log 就可以不记录直接查。",
                "記錄的鑰匙 journal.key 讀不出來。沒有改動它。加上 --no-log 就可以不記錄直接查。",
                "The log's key, journal.key, cannot be read. It was left as it is. Add --no-log to check without a log.",
            ),
            Self::File(name) => {
                let (before, after) = match language {
                    Language::ZhHans => ("打不开这个文件：", "。请检查文件名和权限。"),
                    Language::ZhHant => ("打不開這個檔案：", "。請檢查檔名和權限。"),
                    Language::En => (
                        "This file cannot be opened: ",
                        ". Check its name, and that you may read it.",
                    ),
                };
                format!("{before}{name}{after}")
            }
            Self::Write(name) => {
                let (before, after) = match language {
                    Language::ZhHans => ("写不了这个文件：", "。请换一个还没有的文件名。"),
                    Language::ZhHant => ("寫不了這個檔案：", "。請換一個還沒有的檔名。"),
                    Language::En => {
                        ("This file cannot be written: ", ". Choose a name that is not there yet.")
                    }
                };
                format!("{before}{name}{after}")
            }
            Self::Input => localized(
                language,
                "读不到输入的文字。请再试一次。",
                "讀不到輸入的文字。請再試一次。",
                "The text could not be read. Please try again.",
            ),
            Self::Empty => localized(
                language,
                "没有要查的内容。请贴上文字或链接。",
                "沒有要查的內容。請貼上文字或連結。",
                "There is nothing to check. Paste a text or a link.",
            ),
            Self::OcrMissing => localized(
                language,
                "要读卡片上印的字，请先安装 tesseract 和简体中文（Debian：tesseract-ocr、tesseract-ocr-chi-sim）。不加 --words 也能查码。",
                "要讀卡片上印的字，請先安裝 tesseract 和簡體中文（Debian：tesseract-ocr、tesseract-ocr-chi-sim）。不加 --words 也能查碼。",
                "To read the printed words, install tesseract and its Simplified Chinese (Debian: tesseract-ocr, tesseract-ocr-chi-sim). Without --words the codes are checked all the same.",
            ),
            Self::OcrFailed => localized(
                language,
                "卡片上印的字没有读出来，下面只查了码。请自己看一遍卡上写了什么。",
                "卡片上印的字沒有讀出來，下面只查了碼。請自己看一遍卡上寫了什麼。",
                "The printed words could not be read; only the codes were checked. Please look yourself at what the card says.",
            ),
            Self::NotConfirmed => localized(
                language,
                "没有清除。确定要清除时，请加上 --yes。",
                "沒有清除。確定要清除時，請加上 --yes。",
                "Nothing was erased. Add --yes if you are sure.",
            ),
            Self::Core(error) => error.sentence(language).to_owned(),
        }
    }
}

/// The wording for `language`.
pub fn localized(language: Language, hans: &str, hant: &str, en: &str) -> String {
    match language {
        Language::ZhHans => hans,
        Language::ZhHant => hant,
        Language::En => en,
    }
    .to_owned()
}
