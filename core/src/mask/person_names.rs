//! Detects the person's own name: after a label as on a waybill, or where a text addresses them.
//!
//! A name in running text stays: without a label it cannot be distinguished from other words. The
//! suspect's names stay too: payee, sender, service agent.

use std::sync::LazyLock;

use regex::{Match, Regex};

use super::detail::{DetailKind, DetailSpan};
use super::pattern::pattern;
use yanka_types::Span;

/// Family names of most people in China: the hundred most common of the name reports of the Ministry
/// of Public Security and some others. Two-character names come first.
const FAMILY_NAMES: &str = concat!(
    "(?:欧阳|司马|上官|诸葛|东方|皇甫|尉迟|公孙|慕容|令狐|司徒|夏侯|端木|",
    "[王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许邓冯韩曹曾彭萧肖蔡潘田董袁于余叶蒋杜苏魏程吕丁沈任姚卢傅钟姜崔谭廖范汪陆",
    "金石戴贾韦夏邱方侯邹熊孟秦白江阎薛尹段雷黎史龙陶贺顾毛郝龚邵万钱严赖覃洪武莫孔汤向常温康施文牛樊葛邢安齐伍易乔庞颜倪庄聂章鲁",
    "岳翟申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时",
    "張劉陳楊黃趙吳孫馬鄭許鄧馮蕭葉蔣蘇呂盧鍾陸賈韋鄒閻錢嚴賴湯莊顏聶])"
);

/// All names of the person in `text`.
pub fn find(text: &str) -> Vec<DetailSpan> {
    static LABEL: LazyLock<Regex> = LazyLock::new(|| {
        pattern(&format!(
            "(?P<label>收件人|收货人|收貨人|收件|收货|取件人|签收人|收方|姓名|联系人|持卡人|机主|户主|客户|顾客|会员|买家|购买人|下单人|投保人|参保人|学生|家长|业主|乘客|旅客|病人|患者|本人)\
             (?:姓名|名字|名称)?[ \t]*[：:\t ][ \t\n]*(?P<name>{FAMILY_NAMES}[\\p{{Han}}·]{{1,3}})"
        ))
    });
    static ADDRESSED: LazyLock<Regex> = LazyLock::new(|| {
        pattern(&format!(
            "(?:尊敬的|亲爱的|敬爱的|您好[，,！!]?|你好[，,！!]?|致|^|[\\n。！!？?，,：:】\\] ])[ ]?(?P<name>{FAMILY_NAMES}[\\p{{Han}}·]{{1,3}}?)(?:先生|女士|小姐|同学|阿姨|叔叔|大爷|大妈)"
        ))
    });
    static RECEIVES: LazyLock<Regex> = LazyLock::new(|| {
        pattern(&format!(
            "(?:^|[\\n，,。；;：:0-9室号 ])(?P<name>{FAMILY_NAMES}[\\p{{Han}}·]{{1,2}})[ （(]*(?:亲收|亲启|收启|收)(?:[）)，,。\\n ]|$)"
        ))
    });
    static ENGLISH: LazyLock<Regex> = LazyLock::new(|| {
        pattern(
            r"(?:(?i:recipient|consignee|ship to|deliver to|attn|customer name|full name|name)[ \t]*[:：][ \t]*|(?i:dear) (?:(?:Mr|Mrs|Ms|Miss)\.? )?|\b(?:Mr|Mrs|Ms|Miss)\.? )(?P<name>[A-Z][a-z]+(?:[ -][A-Z][a-z]+){0,2})",
        )
    });
    let mut found = Vec::new();
    for pattern in [&LABEL, &ADDRESSED, &RECEIVES] {
        for captures in pattern.captures_iter(text) {
            let label = captures.name("label");
            let Some(name) = captures.name("name").filter(|_| !is_suspect_label(text, label))
            else {
                continue;
            };
            found.extend(given_name(text, name));
        }
    }
    for captures in ENGLISH.captures_iter(text) {
        let generic = [
            "Customer", "Sir", "Madam", "User", "Member", "Friend", "Valued", "All", "Team",
            "Client", "Buyer", "Shopper", "Parent", "Mr", "Ms", "Miss",
        ];
        let Some(name) = captures.name("name") else { continue };
        if !generic.iter().any(|word| name.as_str().starts_with(word)) {
            let span = Span::new(name.start() + 1, name.end());
            found.push(DetailSpan { kind: DetailKind::Name, span });
        }
    }
    found
}

/// True if the words before `label` make it a label of the suspect: 收款人姓名, 寄件联系人,
/// 客服专员姓名.
fn is_suspect_label(text: &str, label: Option<Match<'_>>) -> bool {
    static SUSPECT_ROLES: LazyLock<Regex> = LazyLock::new(|| {
        pattern(
            r"(?:收款|付款|寄件|发件|发货|开户|法定|法人|负责|客服|专员|经理|对方|公司|企业|店铺|商家|卖家|办案|经办|受理|民警|警察|坐席|警官|老师|讲师|快递员?|派件员?|人?)$",
        )
    });
    let Some(label) = label else { return false };
    let before = text.get(..label.start()).unwrap_or("");
    SUSPECT_ROLES.find(before).is_some_and(|m| !m.is_empty())
}

/// The given name: what follows the family name, up to a word that is no name. `None` if nothing is
/// left, as in 王女士.
fn given_name(text: &str, name: Match<'_>) -> Option<DetailSpan> {
    static FAMILY_NAME: LazyLock<Regex> = LazyLock::new(|| pattern(&format!("^{FAMILY_NAMES}")));
    const NAME_ENDS: &[&str] = &[
        "先生", "女士", "小姐", "同学", "电话", "手机", "地址", "收", "签", "您", "你", "的", "请",
        "联系", "身份", "住", "已", "在", "于", "是", "订", "编", "性别", "卡", "经理", "老师",
        "地", "电", "手",
    ];
    let family = FAMILY_NAME.find(name.as_str())?.end();
    let rest = &name.as_str()[family..];
    let end = NAME_ENDS.iter().filter_map(|word| rest.find(word)).min().unwrap_or(rest.len());
    let span = Span::new(name.start() + family, name.start() + family + end);
    (end > 0 && text.is_char_boundary(span.end))
        .then_some(DetailSpan { kind: DetailKind::Name, span })
}
