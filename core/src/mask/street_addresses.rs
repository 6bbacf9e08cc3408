//! Detects the person's street address, from the street or estate on. Province, city and district
//! are not part of the masked span.

use std::sync::LazyLock;

use regex::Regex;

use super::detail::{DetailKind, DetailSpan};
use super::ownership::{Owner, owner_by_last_cue, words_before};
use super::pattern::pattern;
use yanka_types::Span;

/// All street addresses of the person in `text`.
pub fn find(text: &str) -> Vec<DetailSpan> {
    let mut found = Vec::new();
    for pattern in [&CHINESE, &ENGLISH] {
        for captures in pattern.captures_iter(text) {
            let Some(address) = captures.name("detail") else { continue };
            let start = address.start() + lead_in_bytes(address.as_str());
            if start < address.end() && is_own(text, start) {
                let span = Span::new(start, address.end());
                found.push(DetailSpan { kind: DetailKind::Address, span });
            }
        }
    }
    found
}

/// Administrative names, then a street with a number or an estate with a building, then building,
/// floor and room. At least one number is needed: a street alone is no address.
static CHINESE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(concat!(
        r"(?:\p{Han}{2,7}?(?:省|自治区))?(?:\p{Han}{2,6}?(?:市|自治州|盟))?(?:\p{Han}{1,6}?(?:区|县|市|旗))?",
        r"(?:\p{Han}{1,6}?(?:街道|镇|乡))?",
        r"(?P<detail>(?:",
        r"\p{Han}{1,10}?(?:大道|路|街|巷|弄|胡同|里|道|村|屯|庄|组|线)(?:[东南西北中]段?)?[ ]?(?:\p{Han}{0,4}?[组队社][ ]?)?[0-9０-９一二三四五六七八九十百]{1,5}(?:[-－—][0-9]{1,4})?[ ]?(?:号院?|弄|巷|组|支弄)",
        r"|\p{Han}{2,10}?(?:小区|花园|家园|花苑|苑|公寓|大厦|广场|新村|新城|宿舍|公馆|府|城|湾|庭|院|里|家属楼|社区|校区|村)",
        r"[ ]?(?:\p{Han}{0,2}[0-9一二三四五六七八九十ABCD]{0,2}(?:期|区))?[ ]?[0-9０-９A-Z一二三四五六七八九十]{1,4}[ ]?(?:号楼|栋|幢|座|号|单元|楼)",
        r"|\p{Han}{0,6}?[0-9０-９一二三四五六七八九十]{1,3}[ ]?(?:号楼|栋|幢|座)[ ]?[0-9一二三四五六七八九十A-Z]{1,3}[ ]?(?:单元|门|梯)",
        r")(?:[ ,，]?\p{Han}{0,12}?[0-9０-９A-Z一二三四五六七八九十]{1,5}(?:[-－—][0-9]{1,4}){0,3} ?(?:号楼|号|栋|幢|座|单元|楼|层|室|户|房|门|梯)|[0-9]{1,5}(?:-[0-9]{1,4}){0,3}){0,6})"
    ))
});

static ENGLISH: LazyLock<Regex> = LazyLock::new(|| {
    pattern(concat!(
        r"(?P<detail>(?:(?:Room|Rm|Flat|Apt|Unit|Suite)\.? ?[0-9A-Z-]{1,6},? )?(?:(?:Building|Block|Tower) ?[0-9A-Z]{1,4},? )?",
        r"(?:No\.? ?)?[0-9]{1,5}(?:-[0-9]{1,4})? [A-Z][A-Za-z]+(?: [A-Z][A-Za-z]+){0,3} (?:Road|Rd|Street|St|Avenue|Ave|Lane|Ln|Drive|Boulevard|Blvd)\b)"
    ))
});

/// Bytes of the words that lead into an address and are no part of it: `我住在`, `收货地址：`.
fn lead_in_bytes(address: &str) -> usize {
    static LEAD: LazyLock<Regex> = LazyLock::new(|| {
        pattern(
            r"^\p{Han}{0,9}?(?:住在|家在|地址[为是在]?|寄到|寄往|寄至|寄回|送到|送至|位于|搬到|来到|前往|到|在|住|往|至)",
        )
    });
    LEAD.find(address).map_or(0, |m| m.end())
}

/// True unless the words before byte `at` say that the address is the suspect's.
fn is_own(text: &str, at: usize) -> bool {
    static SUSPECT_CUES: LazyLock<Regex> = LazyLock::new(|| {
        pattern(concat!(
            r"(?i)(?:现金|黄金|金条|金子|钱|卡|手机|商品|货|退件|样品|原件)\p{Han}{0,6}(?:送|寄|交|拿|邮)(?:回|到|往|至|给)|",
            r"退货(?:地址|至|到)?|退回(?:地址|至|到)?|寄回(?:地址|至|到)?|寄件(?:人|地址)?|发件(?:人|地址)?|发货(?:地址|地)?|",
            r"(?:公司|店铺|门店|办公|网点|仓库|售后|总部|工厂|厂家|注册|营业|单位|商家|面试|线下|集合)的?地?址?|本店|我店|我司|我们(?:公司|店)?|分行|支行|营业厅|派出所|公安局|法院|",
            r"\b(?:return address|our (?:office|address|shop|store)|visit us|headquarters|warehouse)\b"
        ))
    });
    static PERSON_CUES: LazyLock<Regex> = LazyLock::new(|| {
        pattern(concat!(
            r"(?i)收货|收件|取件|家住|住址|住在|家庭|家里|我家|您家|你家|户籍|现住|派送|配送|上门|您的?(?:地址|快递|包裹|订单)|你的?(?:地址|快递|包裹)|我的?(?:地址|快递|包裹)|",
            r"\b(?:my|your|ship to|deliver to|recipient|home)\b"
        ))
    });
    let cues: [(&Regex, Owner); 2] =
        [(&SUSPECT_CUES, Owner::Suspect), (&PERSON_CUES, Owner::Person)];
    owner_by_last_cue(words_before(text, at), &cues) != Owner::Suspect
}
