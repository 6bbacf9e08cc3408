//! The command line, with help in Chinese and English.
//!
//! The doc comments of arguments and subcommands are the help text.

use crate::status;
use clap::{Args, Parser, Subcommand, ValueEnum};
use std::path::PathBuf;
use std::process::ExitCode;
use yanka::report::{Keep, Opinion, Origin, Retention, Situation, Verdict};

/// 验卡：包裹里的卡能不能信。Says what a card's code would do, and what to do instead.
#[derive(Debug, Parser)]
#[command(name = "yanka", version, arg_required_else_help = true, disable_help_subcommand = true)]
pub struct Arguments {
    /// 输出 JSON，给程序用 / print JSON, for programs
    #[arg(long, global = true)]
    pub json: bool,
    /// 不留记录 / keep nothing in the log
    #[arg(long, global = true)]
    pub no_log: bool,
    /// 语言 / language
    #[arg(long, global = true, value_enum)]
    pub lang: Option<Lang>,
    /// What to do.
    #[command(subcommand)]
    pub task: Task,
}

/// Languages as a person would write them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Lang {
    /// 简体中文
    Zh,
    /// 繁體中文
    ZhHant,
    /// English
    En,
}

/// One thing to do.
#[derive(Debug, Subcommand)]
pub enum Task {
    /// 查照片里的码 / check the codes in photos
    Scan(Scan),
    /// 查一段文字 / check a text
    Text(Text),
    /// 查一个链接 / check a link
    Link(Link),
    /// 走到哪一步了，现在怎么办 / what to do from where you stand
    Advice(Advice),
    /// 没有码、读不出来的卡或聊天：一条条对照 / a card or chat that nothing could read, point by point
    Checklist(Checklist),
    /// 查官方电话，或问一个号码是不是官方的 / official numbers, both ways
    Hotline(Hotline),
    /// 查验记录 / the private log
    #[command(subcommand)]
    Log(Log),
    /// 规则包 / the rule pack
    #[command(subcommand)]
    Rules(Rules),
}

/// `yanka scan`
#[derive(Debug, Args)]
pub struct Scan {
    /// 照片文件 / photo files
    #[arg(required = true)]
    pub photos: Vec<PathBuf>,
    /// 从哪里来 / where it came from
    #[arg(long = "from", value_parser = origin, default_value = "parcel")]
    pub origin: Origin,
    /// 走到哪一步了 / how far you have gone
    #[arg(long, value_parser = situation)]
    pub situation: Vec<Situation>,
    /// 也读卡片上印的字，需要装有 tesseract / read the printed words too, with tesseract
    #[arg(long)]
    pub words: bool,
}

/// `yanka text`
#[derive(Debug, Args)]
pub struct Text {
    /// 文字；`-` 或不写表示从标准输入读 / the text; `-` or nothing reads standard input
    pub text: Option<String>,
    /// 从哪里来 / where it came from
    #[arg(long = "from", value_parser = origin, default_value = "message")]
    pub origin: Origin,
    /// 走到哪一步了 / how far you have gone
    #[arg(long, value_parser = situation)]
    pub situation: Vec<Situation>,
    /// 也写出得分，和哪些字起了作用 / also the score, and the words that made it
    #[arg(long)]
    pub why: bool,
}

/// `yanka link`
#[derive(Debug, Args)]
pub struct Link {
    /// 链接 / the link
    pub url: String,
    /// 从哪里来 / where it came from
    #[arg(long = "from", value_parser = origin, default_value = "message")]
    pub origin: Origin,
}

/// `yanka advice`
#[derive(Debug, Args)]
pub struct Advice {
    /// 走到哪一步了，可写几个；不写则全部列出 / how far you have gone, several allowed; nothing lists all
    #[arg(value_parser = situation)]
    pub situations: Vec<Situation>,
    /// 购物平台或银行 / the shopping platform or the bank
    #[arg(long)]
    pub platform: Option<String>,
    /// 看一页，例如买之前、向谁投诉；不写编号则全部列出 / a page; no id lists all
    #[arg(long, value_name = "ID", num_args = 0..=1, default_missing_value = "", conflicts_with = "situations")]
    pub page: Option<String>,
}

/// `yanka checklist`
#[derive(Debug, Args)]
pub struct Checklist {
    /// 答“是”的条目编号；不写则全部列出 / ids answered with yes; nothing lists all
    pub yes: Vec<String>,
    /// 从哪里来 / where it came from
    #[arg(long = "from", value_parser = origin, default_value = "parcel")]
    pub origin: Origin,
    /// 走到哪一步了 / how far you have gone
    #[arg(long, value_parser = situation)]
    pub situation: Vec<Situation>,
}

/// `yanka hotline`
#[derive(Debug, Args)]
pub struct Hotline {
    /// 名称或号码；不写则全部列出 / a name or a number; nothing lists all
    pub query: Vec<String>,
}

/// `yanka log`
#[derive(Debug, Subcommand)]
pub enum Log {
    /// 列出记录，新的在前 / list, newest first
    List {
        /// 最多几条 / at most so many
        #[arg(long, default_value_t = 50)]
        limit: u32,
        /// 只看编号更小的 / only numbers below this one
        #[arg(long)]
        before: Option<i64>,
        /// 只看这种结果 / only this verdict
        #[arg(long, value_parser = verdict)]
        verdict: Option<Verdict>,
        /// 只看这个标签 / only this label
        #[arg(long)]
        label: Option<String>,
        /// 只看含有这些字的 / only those with these words
        #[arg(long)]
        search: Option<String>,
    },
    /// 看一条 / show one
    Show {
        /// 编号 / its number
        id: i64,
    },
    /// 给一条写备注，空的就去掉 / write a note; an empty one takes it away
    Note {
        /// 编号 / its number
        id: i64,
        /// 备注 / the note
        note: String,
    },
    /// 给一条贴标签，空的就去掉 / set a label; an empty one takes it away
    Label {
        /// 编号 / its number
        id: i64,
        /// 标签 / the label
        label: String,
    },
    /// 记录留多久；不写则只看 / how long entries stay; nothing only shows it
    Retention {
        /// 7-days, 30-days, 90-days, forever
        #[arg(value_parser = retention)]
        retention: Option<Retention>,
    },
    /// 删一条 / delete one
    Delete {
        /// 编号 / its number
        id: i64,
    },
    /// 清除记录；留作证据的不清除 / erase; what is kept as evidence stays
    Erase {
        /// 不再询问 / ask nothing
        #[arg(long)]
        yes: bool,
        /// 留作证据的也清除 / also what is kept as evidence
        #[arg(long)]
        evidence: bool,
    },
    /// 留多少：nothing、without-pictures、all；不写则只看 / how much is kept; nothing only shows it
    Keep {
        /// nothing, without-pictures, all
        #[arg(value_parser = keep)]
        keep: Option<Keep>,
    },
    /// 把一条留作证据，连同原图或原文 / keep one as evidence, with the photo or text as it was
    Evidence {
        /// 编号 / its number
        id: i64,
        /// 原来的照片文件 / the photo's file
        #[arg(long)]
        photo: Option<PathBuf>,
        /// 原来的文字 / the text as it was
        #[arg(long)]
        text: Option<String>,
    },
    /// 不再留作证据；原图和原文会去掉 / no longer keep as evidence; photo and text go
    Release {
        /// 编号 / its number
        id: i64,
    },
    /// 导出证据包（ZIP），交给警方或平台 / write an evidence file (ZIP) for the police or platform
    Export {
        /// 要写的文件 / the file to write
        file: PathBuf,
        /// 编号，可以写几个 / numbers, one or more
        #[arg(required = true)]
        ids: Vec<i64>,
        /// 自己的号码和地址也写上 / with your own numbers and addresses
        #[arg(long)]
        own_details: bool,
        /// 不放图片 / without the pictures
        #[arg(long)]
        no_pictures: bool,
    },
}

/// `yanka rules`
#[derive(Debug, Subcommand)]
pub enum Rules {
    /// 现在用的规则 / the rules in use
    Info,
    /// 装入规则包文件 / install a pack from a file
    Install {
        /// `.yankapack` 文件 / the file
        file: PathBuf,
    },
    /// 您自己的规则 / rules of your own
    #[command(subcommand)]
    Own(Own),
}

/// `yanka rules own`
#[derive(Debug, Subcommand)]
pub enum Own {
    /// 列出 / list
    List,
    /// 标一个链接或网址 / mark a link or host
    Add {
        /// fine 或 bad / fine or bad
        #[arg(value_parser = opinion)]
        opinion: Opinion,
        /// 链接或网址 / the link or host
        subject: String,
        /// 备注 / a note
        #[arg(long, default_value = "")]
        note: String,
    },
    /// 去掉一条 / take one away
    Remove {
        /// 编号 / its number
        id: i64,
    },
}

fn origin(word: &str) -> Result<Origin, String> {
    Origin::from_word(word).ok_or_else(|| expected_one_of(Origin::ALL.iter().map(|o| o.word())))
}

fn situation(word: &str) -> Result<Situation, String> {
    Situation::from_word(word)
        .ok_or_else(|| expected_one_of(Situation::ALL.iter().map(|s| s.word())))
}

fn verdict(word: &str) -> Result<Verdict, String> {
    Verdict::from_word(word).ok_or_else(|| expected_one_of(Verdict::ALL.iter().map(|v| v.word())))
}

fn retention(word: &str) -> Result<Retention, String> {
    Retention::from_word(word)
        .ok_or_else(|| expected_one_of(Retention::ALL.iter().map(|r| r.word())))
}

fn keep(word: &str) -> Result<Keep, String> {
    Keep::from_word(word).ok_or_else(|| expected_one_of(Keep::ALL.iter().map(|k| k.word())))
}

fn opinion(word: &str) -> Result<Opinion, String> {
    Opinion::from_word(word).ok_or_else(|| expected_one_of(Opinion::ALL.iter().map(|o| o.word())))
}

fn expected_one_of<'a>(words: impl Iterator<Item = &'a str>) -> String {
    format!("可以写 / one of: {}", words.collect::<Vec<_>>().join(", "))
}

/// Prints an error of the command line, or the requested help or version.
pub fn print_error(error: &clap::Error) -> ExitCode {
    let is_help = !error.use_stderr();
    // A closed pipe is ignored: there is nobody to report it to.
    let _ = error.print();
    if is_help { status::QUIET.into() } else { status::ENVIRONMENT_ERROR.into() }
}
