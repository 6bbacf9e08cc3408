//! Lists the lure words that count as evidence of imitation beside a brand name.
//!
//! Words of scam messages and of ordinary web addresses. Holds no brand; the detectors and the host
//! score decide how a lure counts.

/// What a lure word promises or threatens.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Lure {
    /// Refund, compensation, cancelling a fee.
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
    /// Claims to be the official site.
    Official,
    /// Adds no evidence.
    Filler,
    /// Initials of a lure word: `kf` for kefu. Companies have initials as well.
    Abbreviation,
    /// A second name of the same brand, or the same name again.
    SecondName,
}

impl Lure {
    /// The bit of this lure in a set of lures.
    pub(super) const fn bit(self) -> u16 {
        1 << self as u16
    }
}

/// Lures that also count beside a short or generic name: words that scams use most.
pub(super) const STRONG: u16 =
    Lure::Money.bit() | Lure::Service.bit() | Lure::Account.bit() | Lure::Prize.bit();

/// Lures that count beside a distinctive name.
pub(super) const ANY: u16 =
    STRONG | Lure::Finance.bit() | Lure::Courier.bit() | Lure::Official.bit();

/// Lures that a brand also uses for its own services: `wechatpay`, `jingdongjinrong`. On a suffix
/// that is not low-cost they leave the owner of a site open.
pub(super) const OWN_TRADE: u16 = Lure::Finance.bit() | Lure::Courier.bit() | Lure::Official.bit();

/// Claims that a brand's own site need not make.
pub(super) const OFFICIAL_CLAIMS: &[&str] =
    &["guanfang", "guanwang", "guanfangwang", "guanfangkefu", "official", "官方", "官网"];

/// Words that only make a host look like an address.
pub(super) const ADDRESS_WORDS: &[&str] =
    &["www", "com", "cn", "net", "wap", "h5", "app", "apk", "ios", "xcx", "web", "mobile"];

/// Claims that only a government site may make.
pub(super) const GOVERNMENT_CLAIMS: &[&str] = &["gov", "govcn"];

/// Lure words by kind, separated by white space: pinyin, English and Chinese.
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
    (Lure::Abbreviation, "kf tk lp jf hb hbao dk rz yz zx dh xyk bzj"),
    (
        Lure::Filler,
        "a b c d e i m t x my the go get new vip m1 wap h5 web1 top pro plus go2 to us me we u v w best hot one \
         mobile api china hk cn zh chn prc zhongguo asia wo my ok hi wap web xcx apk ios wapp kd ka ju wl yh page pages link links index home html the on in of for and your our now info zh en",
    ),
];

/// Lures that form an ordinary company name when written as one word with a short name.
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
