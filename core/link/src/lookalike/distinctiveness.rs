//! Decides how much a brand name proves by its presence in a third-party host.
//!
//! Knows ordinary words and names that many companies share. Knows no host and no domain.

/// How much a brand name proves.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Distinctiveness {
    /// A coined word of six or more letters: `taobao`. Nobody else uses it by chance.
    Distinctive,
    /// A coined word whose owner runs many sites named after it: `tencent`.
    CorporateFamily,
    /// An everyday word for a public office: `shebao`. Private agents use the same word, so the name
    /// alone gives [`BRAND_NAME`](crate::signal::BRAND_NAME) at most.
    PublicOffice,
    /// A name of four or five letters: `icbc`. Counts beside a lure.
    Short,
    /// A name of two or three letters, or an ordinary word: `jd`, `apple`. Counts in a label made of
    /// the name and a strong lure only.
    Generic,
    /// Digits: `10086`. Counts as a whole word only, because longer numbers contain it.
    Digits,
    /// A name in Chinese characters.
    Chinese,
    /// The first label of a brand's domain. Counts as a whole label only.
    DomainLabel,
}

impl Distinctiveness {
    /// Whether the name is a Latin word that third parties rarely use by chance.
    pub const fn is_specific(self) -> bool {
        matches!(self, Self::Distinctive | Self::CorporateFamily | Self::PublicOffice)
    }

    /// The class of `name`, in lower case; `None` for a word that proves nothing anywhere.
    pub fn of(name: &str) -> Option<Self> {
        let length = name.chars().count();
        Some(match length {
            0 | 1 => return None,
            _ if contains(CHINESE_NON_NAMES, name) => return None,
            _ if contains(GENERIC_CHINESE_NAMES, name) => Self::Generic,
            _ if !name.is_ascii() => Self::Chinese,
            _ if name.bytes().all(|b| b.is_ascii_digit()) => match length {
                ..=3 => return None,
                _ => Self::Digits,
            },
            _ if length <= 3 || is_generic_word(name) => Self::Generic,
            _ if contains(PUBLIC_OFFICES, name) => Self::PublicOffice,
            _ if contains(CORPORATE_FAMILIES, name) => Self::CorporateFamily,
            4 | 5 => Self::Short,
            _ => Self::Distinctive,
        })
    }
}

/// Whether `name`, in Chinese characters, is one brand's alone: no ordinary word, trade or office.
#[must_use]
pub fn is_distinctive(name: &str) -> bool {
    matches!(Distinctiveness::of(name), Some(Distinctiveness::Chinese))
}

/// Whether `name`, in Latin letters, is also an ordinary word or the name of many companies.
pub(super) fn is_generic_word(name: &str) -> bool {
    contains(GENERIC_NAMES, name)
}

/// Whether `text` is an ordinary word one letter away from a brand name.
pub(super) fn is_ordinary_neighbor(text: &str) -> bool {
    contains(ORDINARY_NEIGHBORS, text)
}

/// Length of `name`, in bytes, without an ending that many names share, if `text` has that ending
/// too.
pub(super) fn stem_len(name: &str, text: &str) -> usize {
    let shared = |ending: &&str| name.ends_with(*ending) && text.ends_with(*ending);
    name.len() - SHARED_ENDINGS.split(' ').find(shared).map_or(0, str::len)
}

fn contains(list: &str, word: &str) -> bool {
    list.split(' ').any(|w| w == word)
}

/// Brand names that are also ordinary words, or names of many other companies.
const GENERIC_NAMES: &str = "apple amazon line zoom vip signal telegram pingan cainiao suning shunfeng zhongtong \
    yuantong shentong yunda debang deppon jitu baishi best yinlian youzheng didi tongcheng \
    gaode feizhu kaola dangdang xiecheng xianyu dewu tianmao huawei xiaomi oppo vivo weibo \
    baidu qunar guazi unicom mobile telecom zhongxin guangda minsheng xingye pufa guangfa \
    huaxia jiaotong nongye gongshang jianshe zhaoshang youchu weizhong liantong yidong dianxin \
    guangdian kuaidi fengchao shansong dada hema ctrip temu ems wallet express bank pay jingxi \
    kuaidi100 chinapay chinabank yhd kuaiji zhihu iqiyi youku feishu dingding hello haluo \
    weidian youzan zhuanzhuan gongan police jinrong baitiao guoguo mybank kwai citic hellobike \
    jsyh gsyh nyyh zgyh jtyh zsyh zglt zgyd zgdx";

/// Brand names in Chinese that are also ordinary words, or names of other companies.
const GENERIC_CHINESE_NAMES: &str = "社保 医保 公积金 苹果 小米 平安 菜鸟 考拉 闪送 达达 同程 百世 盒马 飞猪 快手 圆通 申通 \
    中通 荣耀 蚂蚁 兴业 华夏 民生 光大 中信 广发 浦发 联通 移动 电信 苏宁 当当 高德 携程 滴滴 \
    百度 白条 金条 极兔 蘋果 菜鳥 飛豬 圓通 榮耀 螞蟻 興業 華夏 廣發 聯通 移動 電信";

/// Chinese words for a trade, a thing or an office. They name no brand.
const CHINESE_NON_NAMES: &str = "铁路 海关 邮政 税务局 广电 毒 多多 红薯 咸鱼 个人所得税 消费者投诉 蒲公英 草料 纸飞机 \
    邮政局 活码平台 应用分发平台 央行 鐵路 海關 郵政 稅務局 廣電 紅薯 鹹魚";

/// Companies that run many sites named after them: `tencent-cloud`, `unionpaysecure`.
///
/// Beside such a name only a strong lure or a low-cost suffix counts.
const CORPORATE_FAMILIES: &str = "tencent tengxun bytedance alibaba aliyun netease chinamobile chinaunicom chinatelecom \
    unionpay 800best poizon fcbox";

/// Everyday words for public offices, whose own sites are under restricted suffixes.
const PUBLIC_OFFICES: &str = "shebao yibao gongjijin guoshui shuiwu haiguan fanzha";

/// Endings that many brand names share. Only the letters before them tell two names apart.
const SHARED_ENDINGS: &str = "pay bank cloud china express mobile shop mall";

/// Ordinary words one letter away from a brand name.
const ORDINARY_NEIGHBORS: &str =
    "webchat rechat wechart westchat allpay airpay epay unionplay tenplay onepay ebank cloud";
