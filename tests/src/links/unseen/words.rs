//! Words and names that the unseen kinds are put together from, and small helps for them.

use super::super::Random;
use super::super::imitations::Original;

/// Suffixes such sites are registered under.
pub(super) const ENDINGS: &[&str] = &[
    "com", "cn", "net", "top", "cc", "vip", "xyz", "shop", "icu", "club", "online", "site",
    "com.cn", "info", "co", "store", "fun", "ltd", "work", "live", "pro", "asia", "link", "life",
    "buzz", "net.cn", "org.cn", "sbs", "cyou", "bond",
];

/// Suffixes on which a brand itself would hardly open its site.
pub(super) const CHEAP: &[&str] = &[
    "top", "cc", "vip", "xyz", "shop", "icu", "club", "online", "site", "info", "store", "fun",
    "buzz", "sbs", "cyou", "bond", "live", "pw", "ws", "tk",
];

/// What such sites promise or threaten with, in pinyin or English.
pub(super) const LURES: &[&str] = &[
    "tuikuan",
    "kefu",
    "lipei",
    "shouhou",
    "peifu",
    "refund",
    "service",
    "verify",
    "renzheng",
    "jifen",
    "huodong",
    "lingjiang",
    "zhuxiao",
    "jiedong",
    "quxiao",
    "baozhang",
    "buchang",
    "login",
    "claim",
    "support",
    "tuihuo",
    "jiechu",
    "guanbi",
    "yanzheng",
    "butie",
    "help",
];

/// Names that are also everyday words, or so short that many others bear them.
pub(super) const ORDINARY: &[&str] = &[
    "apple",
    "amazon",
    "best",
    "etc",
    "line",
    "honor",
    "dada",
    "hema",
    "jitu",
    "kaola",
    "amap",
    "didi",
    "vivo",
    "citic",
    "youzheng",
    "shebao",
    "yibao",
    "gongjijin",
    "shuiwu",
    "guoshui",
    "haiguan",
    "fanzha",
    "guoguo",
    "gaode",
    "feizhu",
    "tongcheng",
    "shansong",
    "fengchao",
    "debang",
    "shentong",
    "zhongtong",
    "yuantong",
    "shunfeng",
    "baitiao",
    "pingan",
    "jinrong",
    "yinlian",
    "yunda",
    "deppon",
    "temu",
    "kwai",
    "800best",
    "xianyu",
    "suning",
    "qunar",
];

/// Names nobody would take for the brand even beside a lure.
pub(super) const NOBODY: &[&str] = &[
    "best",
    "line",
    "honor",
    "dada",
    "hema",
    "jitu",
    "kaola",
    "guoguo",
    "tongcheng",
    "jinrong",
    "gaode",
    "citic",
    "feizhu",
    "fengchao",
    "shansong",
];

/// Offices and plain words, which only a lure in pinyin makes an imitation.
pub(super) const OFFICES: &[&str] = &[
    "shebao",
    "yibao",
    "gongjijin",
    "etc",
    "shuiwu",
    "guoshui",
    "haiguan",
    "youzheng",
    "fanzha",
    "baitiao",
    "pingan",
];

/// Brands put beside another brand.
pub(super) const OTHERS: &[&str] = &[
    "alipay",
    "taobao",
    "weixin",
    "wechat",
    "unionpay",
    "douyin",
    "meituan",
    "tmall",
    "icbc",
    "pinduoduo",
    "jingdong",
    "zhifubao",
    "cainiao",
    "tencent",
    "12306",
    "95516",
];

pub(super) fn pick(r: &mut Random, from: &[&'static str]) -> &'static str {
    let at = r.under(from.len());
    from.get(at).copied().unwrap_or("top")
}

/// `many` digits, as scammers number their sites.
pub(super) fn digits(r: &mut Random, many: usize) -> String {
    let mut out = String::new();
    for _ in 0..many {
        out.push(
            pick(r, &["0", "1", "2", "3", "5", "6", "8", "8", "9"]).chars().next().unwrap_or('8'),
        );
    }
    out
}

/// The host, unless it is the brand's own.
pub(super) fn fake(o: &Original, host: String) -> Option<String> {
    let own = o.domains.iter().any(|d| host == *d || host.ends_with(&format!(".{d}")));
    (!own).then_some(host)
}

pub(super) fn lettered(n: &str) -> bool {
    n.chars().all(|c| c.is_ascii_lowercase())
}

pub(super) fn numbered(n: &str) -> bool {
    n.len() >= 4 && n.chars().all(|c| c.is_ascii_digit())
}

/// Whether the name alone tells the brand.
pub(super) fn known(n: &str) -> bool {
    n.len() >= 4 && !ORDINARY.contains(&n)
}

/// Whether the name beside a lure tells the brand.
pub(super) fn told(n: &str) -> bool {
    (n.len() >= 3 || n == "jd" || n == "qq") && !NOBODY.contains(&n)
}

/// The name parted where a reader parts it.
pub(super) fn halves(n: &str) -> Option<(&'static str, &'static str)> {
    Some(match n {
        "taobao" => ("tao", "bao"),
        "tianmao" => ("tian", "mao"),
        "meituan" => ("mei", "tuan"),
        "pinduoduo" => ("pin", "duoduo"),
        "douyin" => ("dou", "yin"),
        "weixin" => ("wei", "xin"),
        "wechat" => ("we", "chat"),
        "alipay" => ("ali", "pay"),
        "tenpay" => ("ten", "pay"),
        "wechatpay" => ("wechat", "pay"),
        "weixinpay" => ("weixin", "pay"),
        "zhifubao" => ("zhifu", "bao"),
        "unionpay" => ("union", "pay"),
        "yinlian" => ("yin", "lian"),
        "jingdong" => ("jing", "dong"),
        "kuaishou" => ("kuai", "shou"),
        "xiaohongshu" => ("xiao", "hongshu"),
        "cainiao" => ("cai", "niao"),
        "chinapost" => ("china", "post"),
        "chinamobile" => ("china", "mobile"),
        "chinaunicom" => ("china", "unicom"),
        "chinatelecom" => ("china", "telecom"),
        "aliexpress" => ("ali", "express"),
        "alibaba" => ("ali", "baba"),
        "aliyun" => ("ali", "yun"),
        "icloud" => ("i", "cloud"),
        "huawei" => ("hua", "wei"),
        "xiaomi" => ("xiao", "mi"),
        "tencent" => ("ten", "cent"),
        "tengxun" => ("teng", "xun"),
        "bankcomm" => ("bank", "comm"),
        "bankofchina" => ("bank", "ofchina"),
        "cmbchina" => ("cmb", "china"),
        "cgbchina" => ("cgb", "china"),
        "abchina" => ("ab", "china"),
        "cebbank" => ("ceb", "bank"),
        "dianping" => ("dian", "ping"),
        "xiecheng" => ("xie", "cheng"),
        "dangdang" => ("dang", "dang"),
        "shunfeng" => ("shun", "feng"),
        "yuantong" => ("yuan", "tong"),
        "zhongtong" => ("zhong", "tong"),
        "shentong" => ("shen", "tong"),
        "weipinhui" => ("wei", "pinhui"),
        "juhuasuan" => ("juhua", "suan"),
        "12306" => ("12", "306"),
        "10086" => ("100", "86"),
        "10010" => ("100", "10"),
        "95588" => ("955", "88"),
        "95599" => ("955", "99"),
        "95533" => ("955", "33"),
        "95555" => ("95", "555"),
        "95566" => ("955", "66"),
        "95516" => ("955", "16"),
        "95188" => ("95", "188"),
        "95511" => ("955", "11"),
        "95580" => ("955", "80"),
        "95338" => ("95", "338"),
        _ => return None,
    })
}

/// The brand in Chinese.
pub(super) fn chinese(n: &str) -> Option<&'static str> {
    Some(match n {
        "taobao" => "淘宝",
        "tmall" | "tianmao" => "天猫",
        "alipay" | "zhifubao" => "支付宝",
        "weixin" | "wechat" => "微信",
        "tencent" | "tengxun" => "腾讯",
        "jd" | "jingdong" => "京东",
        "pinduoduo" | "pdd" => "拼多多",
        "douyin" | "dy" => "抖音",
        "kuaishou" => "快手",
        "meituan" => "美团",
        "unionpay" | "yinlian" => "银联",
        "icbc" | "95588" => "工商银行",
        "abchina" | "95599" => "农业银行",
        "bankofchina" | "boc" | "95566" => "中国银行",
        "ccb" | "95533" => "建设银行",
        "cmbchina" | "95555" => "招商银行",
        "psbc" | "95580" => "邮储银行",
        "sf-express" | "sfexpress" | "shunfeng" | "95338" => "顺丰速运",
        "yuantong" | "yto" => "圆通快递",
        "zhongtong" | "zto" => "中通快递",
        "chinamobile" | "10086" => "中国移动",
        "chinaunicom" | "10010" => "中国联通",
        "xiaohongshu" | "xhs" => "小红书",
        "dewu" => "得物",
        "xianyu" | "goofish" => "闲鱼",
        "ctrip" | "xiecheng" => "携程",
        "huawei" => "华为",
        "xiaomi" => "小米",
        "12306" => "12306",
        _ => return None,
    })
}
