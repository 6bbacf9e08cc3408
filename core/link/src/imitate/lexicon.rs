//! Decides which words and suffixes count as evidence of imitation beside a brand's name.
//!
//! Facts of language: what lures say, which brand names are also ordinary words, which suffixes
//! cost next to nothing. No brand and no weight here; how they combine is decided in ways.rs.

/// What a lure promises or threatens.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Lure {
    /// Refund, compensation, cancelling a fee: the scam's own words.
    Money,
    /// Customer service.
    Service,
    /// Log-in, verification, unlocking.
    Account,
    /// Gifts, cashback, prizes.
    Prize,
    /// Paying, lending, banking.
    Finance,
    /// Parcels.
    Courier,
    /// Claims to be the official one.
    Official,
    /// Adds nothing by itself.
    Filler,
    /// The scam's words by their first letters: `kf` for kefu. Other firms have initials, too.
    Short,
    /// A second brand beside the first.
    Second,
}

impl Lure {
    pub(super) const fn bit(self) -> u16 {
        1 << self as u16
    }
}

/// Lures that also weigh beside a short or ordinary name.
pub(super) const STRONG: u16 =
    Lure::Money.bit() | Lure::Service.bit() | Lure::Account.bit() | Lure::Prize.bit();

/// Everything that is a lure beside a long, coined name.
pub(super) const ANY: u16 =
    STRONG | Lure::Finance.bit() | Lure::Courier.bit() | Lure::Official.bit();

/// Words by what they promise; pinyin, English and Chinese.
pub(super) const LURES: &[(Lure, &str)] = &[
    (
        Lure::Money,
        "tuikuan tuihuo tuihuan tuifei tuiqian tuikuanzhongxin tuihuanhuo huanhuo lipei peifu peichang buchang \
         butie baoxian jiedong jiechu zhuxiao quxiao guanbi tuiding tuishui xiubuzhengxin zhengxin baiwanbaozhang \
         kuaipei tuipiao gaiqian tuibao lipeizhongxin baiwanbao baozhang kouchu koufei zidongkoufei zhengxinxiufu \
         tingyong shixiao shengxiao guoqi koukuan kouqian tuigai tisheng tie danbao baozhengjin yanqi shenling buling kuaijian tkzx lpzx tkkf huabei jiebei baitiao jintiao yuefu zhifuyichang yichang sunhuai zhiliang chuli chaxun jiufen shenshu tuibu pei tui \
         refund refunds compensation compensate claim claims reimburse payback return returns cancel rebate dispute \
         提额 解绑 提取 退票 改签 扣费 扣款 续费 停用 失效 过期 申领 担保 凭证 退款 退货 退费 理赔 赔付 赔偿 补偿 补贴 解冻 解除 注销 取消 关闭 征信 退税 快赔 申诉 保险 处理",
    ),
    (
        Lure::Service,
        "kefu kefuzhongxin zaixiankefu renkefu rengongkefu shouhou shouhoufuwu shouhouzhongxin fuwu fuwuzhongxin \
         fuwutai kefutai kfzx zxkf gfkf kffw shzx shfw zaixian zixun tousu weiquan rexian dianhua bangzhu rengong lianxi \
         service services support customer customerservice care helpdesk help hotline contact complaint complaints \
         complain consult callcenter servicecenter 客服 售后 服务 在线 投诉 维权 热线 人工 咨询 帮助",
    ),
    (
        Lure::Account,
        "denglu dengru yanzheng renzheng zhanghu zhanghao anquan anquanzhongxin shiming jihuo jiesuo jiefeng shenhe zhuxiaozhanghu \
         dongjie nianshen nianjian shengji jiance yichangdenglu gengxin bangding jiebang mima tixian shensuo \
         login logon signin signon verify verification verified auth authentication account accounts secure security \
         safe safety unlock unfreeze appeal update confirm password identity validate id find findmy findmyiphone suspended locked recover recovery \
         年审 登记 升级 登录 验证 认证 账户 账号 安全 实名 激活 解锁 解封 冻结 更新 绑定 提现 中心",
    ),
    (
        Lure::Prize,
        "libao hongbao jiangpin lingjiang lingqu duihuan zhongjiang choujiang fuli huodong youhui youhuiquan \
         jfdh tihuo tihuoka lipin lipinka jifen fanxian fanli haoping haopingfanxian haopingfan fanquan miandan \
         jiangli xianjin xianjinhongbao zengsong songli guaguaka jieri dianzan renwu shuadan jianzhi zuanqian \
         prize prizes gift gifts giftcard bonus reward rewards award awards coupon coupons voucher cashback \
         lottery winner lucky points freegift task tasks 红包 礼包 礼品 奖品 领奖 领取 兑换 中奖 抽奖 福利 返现 返利 好评 优惠 积分 提货 免单 刷单 兼职",
    ),
    (
        Lure::Finance,
        "zhifu fukuan shoukuan zhuanzhang daikuan jietiao jiekuan jinrong licai \
         xinyong xinyongka fenqi qianbao yinhang edu tie huankuan \
         pay payment payments bank banking loan loans credit wallet finance transfer card cash bill billing deposit \
         支付 付款 收款 转账 贷款 借款 借呗 花呗 白条 金条 金融 理财 信用 分期 钱包 还款",
    ),
    (
        Lure::Courier,
        "kuaidi wuliu paisong peisong qianshou chajian diushi diujian baoguo yunfei yundan qujian jijian \
         express delivery deliver package packages parcel parcels track tracking shipping shipment logistics post \
         快递 物流 派送 配送 签收 丢件 包裹 运费 运单 取件",
    ),
    (
        Lure::Official,
        "guanfang guanwang guanfangwang guanfangkefu zhuanshu zhuanyuan zhongxin pingtai shangcheng shangjia \
         huiyuan huiyuanzhongxin viphuiyuan yonghu maijia dingdan order orders buyer user users client seller dengji tiqu chongzhi jiaoyi shenqing banli hangban govcn guanli xiazai anzhuang guanjia zongbu gongsi jituan guanjia \
         official officialsite officialweb member members membership center centre platform mall store shop admin \
         download install portal authorized gov com www gw web site online net app cn 官方 官网 中心 平台 商城 会员 下载 客户端 专属",
    ),
    (Lure::Short, "kf tk lp jf hb hbao dk rz yz zx dh xyk bzj"),
    (
        Lure::Filler,
        "a b c d e i m t x my the go get new vip m1 wap h5 web1 top pro plus go2 to us me we u v w best hot one \
         mobile api china hk cn zh chn prc zhongguo asia wo my ok hi wap web xcx apk ios wapp kd ka ju wl yh page pages link links index home html the on in of for and your our now info zh en",
    ),
];

/// Lures with which a brand also names its own services: `wechatpay`, `jingdongjinrong`. On a suffix
/// that costs money they leave it open whose the site is.
pub(super) const OWN_TRADE: u16 = Lure::Finance.bit() | Lure::Courier.bit() | Lure::Official.bit();

/// Claims that a brand's own site need not make.
pub(super) const CLAIMS: &[&str] =
    &["guanfang", "guanwang", "guanfangwang", "guanfangkefu", "official", "官方", "官网"];

/// Words that only dress a host up as an address.
pub(super) const WEB: &[&str] =
    &["www", "com", "cn", "net", "wap", "h5", "app", "apk", "ios", "xcx", "web", "mobile"];

/// A claim that only the state may make.
pub(super) const STATE: &[&str] = &["gov", "govcn"];

/// English lures that beside a short name make an ordinary company's name when written as one word.
pub(super) const COMPANY_WORDS: &[&str] = &[
    "service", "services", "support", "care", "help", "contact", "return", "returns", "safe",
    "safety", "secure", "security", "gift", "gifts", "award", "awards", "bonus", "points", "lucky",
    "task", "tasks", "consult", "account", "accounts", "update", "claim", "claims", "customer",
    "id", "auth", "verified", "confirm", "identity", "reward", "rewards", "prize", "pei", "tui",
    "cancel", "winner", "baoxian", "jianzhi", "youhui", "dianhua", "fuwu", "zixun", "anquan",
    "zaixian", "lipin", "chuli", "chaxun", "zhiliang", "lianxi", "rebate", "dispute", "tie", "edu",
    "bangzhu", "baozhang", "shenhe", "find", "recovery", "recover", "yonghu", "dingdan", "order",
    "orders", "buyer", "user", "users", "client", "seller", "dengji", "jiaoyi", "shenqing",
    "banli", "shengji", "jiance", "nianjian", "guoqi",
];

/// Names of brands that are also ordinary words or names of many other companies.
///
/// Such a name needs a whole label made of name and strong lure; alone it says nothing.
pub(super) const ORDINARY: &[&str] = &[
    "apple",
    "amazon",
    "line",
    "zoom",
    "vip",
    "signal",
    "telegram",
    "pingan",
    "cainiao",
    "suning",
    "shunfeng",
    "zhongtong",
    "yuantong",
    "shentong",
    "yunda",
    "debang",
    "deppon",
    "jitu",
    "baishi",
    "best",
    "yinlian",
    "youzheng",
    "didi",
    "tongcheng",
    "gaode",
    "feizhu",
    "kaola",
    "dangdang",
    "xiecheng",
    "xianyu",
    "dewu",
    "tianmao",
    "huawei",
    "xiaomi",
    "oppo",
    "vivo",
    "weibo",
    "baidu",
    "qunar",
    "guazi",
    "unicom",
    "mobile",
    "telecom",
    "zhongxin",
    "guangda",
    "minsheng",
    "xingye",
    "pufa",
    "guangfa",
    "huaxia",
    "jiaotong",
    "nongye",
    "gongshang",
    "jianshe",
    "zhaoshang",
    "youchu",
    "weizhong",
    "liantong",
    "yidong",
    "dianxin",
    "guangdian",
    "kuaidi",
    "fengchao",
    "shansong",
    "dada",
    "hema",
    "ctrip",
    "temu",
    "ems",
    "wallet",
    "express",
    "bank",
    "pay",
    "jingxi",
    "kuaidi100",
    "chinapay",
    "chinabank",
    "yhd",
    "kuaiji",
    "zhihu",
    "iqiyi",
    "youku",
    "feishu",
    "dingding",
    "hello",
    "haluo",
    "weidian",
    "youzan",
    "zhuanzhuan",
    "gongan",
    "police",
    "jinrong",
    "baitiao",
    "guoguo",
    "mybank",
    "kwai",
    "citic",
    "hellobike",
    "jsyh",
    "gsyh",
    "nyyh",
    "zgyh",
    "jtyh",
    "zsyh",
    "zglt",
    "zgyd",
    "zgdx",
    "feishu",
];

/// Names in Chinese that are ordinary words, or other companies' names as well.
pub(super) const CHINESE_WORDS: &[&str] = &[
    "社保",
    "医保",
    "公积金",
    "苹果",
    "小米",
    "平安",
    "菜鸟",
    "考拉",
    "闪送",
    "达达",
    "同程",
    "百世",
    "盒马",
    "飞猪",
    "快手",
    "圆通",
    "申通",
    "中通",
    "荣耀",
    "蚂蚁",
    "兴业",
    "华夏",
    "民生",
    "光大",
    "中信",
    "广发",
    "浦发",
    "联通",
    "移动",
    "电信",
    "苏宁",
    "当当",
    "高德",
    "携程",
    "滴滴",
    "百度",
    "白条",
    "金条",
    "极兔",
    "蘋果",
    "菜鳥",
    "飛豬",
    "圓通",
    "榮耀",
    "螞蟻",
    "興業",
    "華夏",
    "廣發",
    "聯通",
    "移動",
    "電信",
];

/// Names in Chinese that are a trade, a thing or an office of its own: nobody imitates with them.
pub(super) const CHINESE_TRADES: &[&str] = &[
    "铁路",
    "海关",
    "邮政",
    "税务局",
    "广电",
    "毒",
    "多多",
    "红薯",
    "咸鱼",
    "个人所得税",
    "消费者投诉",
    "蒲公英",
    "草料",
    "纸飞机",
    "邮政局",
    "活码平台",
    "应用分发平台",
    "央行",
    "鐵路",
    "海關",
    "郵政",
    "稅務局",
    "廣電",
    "紅薯",
    "鹹魚",
];

/// Companies that themselves run many sites named after them: `tencent-cloud`, `unionpaysecure`.
///
/// Beside such a name only the scam's own words count, or a suffix that costs next to nothing.
pub(super) const HOUSES: &[&str] = &[
    "tencent",
    "tengxun",
    "bytedance",
    "alibaba",
    "aliyun",
    "netease",
    "chinamobile",
    "chinaunicom",
    "chinatelecom",
    "unionpay",
    "800best",
    "poizon",
    "fcbox",
];

/// Everyday words for public offices, whose own sites are under checked suffixes.
pub(super) const OFFICES: &[&str] =
    &["shebao", "yibao", "gongjijin", "guoshui", "shuiwu", "haiguan", "fanzha"];

/// Endings that many names share: what stands before them is what tells one from another.
pub(super) const SHARED_ENDINGS: &[&str] =
    &["pay", "bank", "cloud", "china", "express", "mobile", "shop", "mall"];

/// Suffixes that cost next to nothing and fill abuse lists (Spamhaus and Interisle reports).
pub(super) const CHEAP: &[&str] = &[
    "top", "xyz", "vip", "icu", "club", "shop", "site", "online", "cyou", "buzz", "sbs", "cfd",
    "bond", "monster", "rest", "work", "fun", "live", "life", "space", "website", "click", "link",
    "lol", "quest", "pw", "cc", "tk", "ml", "ga", "cf", "gq", "ltd", "wang", "ren", "ink", "red",
    "win", "bid", "loan", "men", "date", "stream", "download", "racing", "review", "party",
    "trade", "kim", "cam", "surf", "beauty", "hair", "skin", "makeup", "autos", "boats", "homes",
    "host", "store", "info", "ws", "pro", "mobi", "su", "rocks", "mom", "lat", "cash", "fund",
    "ooo", "uno",
];

/// Suffixes on which brands have long taken their own names; the name alone says nothing there.
pub(super) const TAKEN: &[&str] =
    &["com", "cn", "net", "org", "com.cn", "net.cn", "org.cn", "biz", "中国", "公司", "网络"];

/// Suffixes open to everybody that are in common use; every other suffix is some country's.
pub(super) const COMMON: &[&str] = &[
    "com", "cn", "net", "org", "com.cn", "net.cn", "org.cn", "info", "biz", "co", "me", "io", "in",
    "im", "tv", "app", "dev", "name", "中国", "公司", "网络",
];

/// Suffixes under which a registry checks who registers.
pub(super) const CHECKED: &[&str] =
    &["gov.cn", "edu.cn", "mil.cn", "ac.cn", "gov", "edu", "mil", "int", "政务", "公益"];
