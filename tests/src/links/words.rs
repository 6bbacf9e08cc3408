//! Decides which words the made-up hosts are put together from.
//!
//! Written for the generator alone, from what scam reports and company registers look like; it is
//! not the list that the core looks for, so that a lure unknown to the core is a lure missed.

/// What scammers put beside a brand.
pub const LURES: &[&str] = &[
    "kefu", "tuikuan", "tuihuo", "lipei", "peifu", "shouhou", "guanfang", "guanwang", "refund", "service", "support",
    "login", "verify", "account", "secure", "security", "help", "claim", "pay", "gift", "hongbao", "fuli", "lingqu",
    "jiangli", "choujiang", "zhongjiang", "huodong", "youhui", "vip", "huiyuan", "zhuxiao", "jiedong", "jiesuo",
    "renzheng", "yanzheng", "denglu", "anquan", "zhifu", "daikuan", "baitiao", "jintiao", "kuaidi", "wuliu", "chaxun",
    "zaixian", "tousu", "weiquan", "peichang", "butie", "fanxian", "haoping", "tihuo", "customer", "center", "online",
    "official", "app", "xiazai", "download", "express", "track", "delivery", "parcel", "bonus", "reward", "prize",
    "coupon", "wallet", "bank", "loan", "unlock", "update", "auth", "signin", "compensation", "complaint", "card",
    "tuifei", "shiming", "zhongxin", "fuwu", "kefuzhongxin", "tuikuanzhongxin", "renwu", "shuadan", "jianzhi",
    "tixian", "jihuo", "guanjia", "shangcheng", "qianbao", "jifen", "duihuan", "libao", "quxiao", "huanhuo",
];

/// Suffixes that scammers take.
pub const SCAM_SUFFIXES: &[&str] = &[
    "com", "cn", "top", "xyz", "vip", "cc", "net", "shop", "club", "icu", "online", "site", "com.cn", "live", "fun",
    "work", "cyou", "buzz", "store", "info", "org", "co", "app", "wang", "ltd", "pw", "tk", "ink", "sbs", "cfd",
];

/// Suffixes of ordinary sites, the common ones several times.
pub const SUFFIXES: &[&str] = &[
    "com", "com", "com", "com", "com", "com", "cn", "cn", "cn", "com.cn", "com.cn", "net", "net.cn", "org", "org.cn",
    "top", "vip", "shop", "xyz", "cc", "club", "site", "online", "store", "tech", "info", "io", "co", "me", "tv", "ltd",
    "wang", "group", "com.hk", "hk", "tw", "com.tw", "jp", "co.jp", "de", "co.uk", "fr", "ru", "com.au", "in", "app",
    "dev", "cloud", "pro", "ren", "fun", "work", "biz", "asia", "us", "ca", "sg", "com.sg", "my", "vn", "kr",
];

/// Ordinary English words, those that also stand in lures among them.
pub const ENGLISH: &[&str] = &[
    "motor", "steel", "garden", "paper", "river", "mountain", "light", "home", "house", "travel", "hotel", "school",
    "college", "clinic", "dental", "medical", "pharma", "food", "fruit", "tea", "coffee", "wine", "beer", "water",
    "sport", "golf", "tennis", "music", "piano", "guitar", "art", "design", "studio", "photo", "film", "media", "news",
    "daily", "times", "press", "book", "library", "law", "legal", "tax", "audit", "consulting", "trade", "export",
    "import", "logistics", "cargo", "freight", "express", "shipping", "auto", "car", "bike", "tire", "battery",
    "solar", "power", "energy", "oil", "gas", "chem", "plastic", "rubber", "glass", "stone", "cement", "wood",
    "furniture", "textile", "fashion", "shoes", "jewelry", "watch", "toy", "baby", "pet", "farm", "seed", "machine",
    "robot", "sensor", "laser", "optics", "chip", "semi", "cloud", "data", "net", "web", "soft", "tech", "digital",
    "mobile", "phone", "game", "play", "fun", "happy", "lucky", "golden", "silver", "blue", "green", "red", "sun",
    "moon", "star", "sky", "ocean", "lake", "forest", "dragon", "tiger", "phoenix", "panda", "eagle", "lion", "east",
    "west", "north", "south", "great", "grand", "royal", "union", "global", "world", "asia", "china", "pacific",
    "first", "best", "top", "super", "mega", "micro", "nano", "bio", "gene", "health", "care", "life", "love",
    "family", "kids", "lady", "gift", "card", "bank", "loan", "capital", "fund", "invest", "insurance", "service",
    "services", "support", "help", "center", "group", "international", "industrial", "industry", "company", "factory",
    "supply", "supplies", "parts", "tools", "valve", "pump", "pipe", "bearing", "cable", "wire", "switch", "relay",
    "lamp", "mirror", "door", "window", "roof", "paint", "clean", "wash", "repair", "install", "security", "safety",
    "lock", "key", "alarm", "camera", "video", "audio", "radio", "studio", "academy", "training", "exam", "jobs",
    "career", "rent", "estate", "property", "land", "city", "town", "village", "bridge", "road", "rail", "air",
    "flight", "ticket", "tour", "guide", "map", "weather", "time", "clock", "calendar", "forum", "club", "party",
    "wedding", "flower", "cake", "kitchen", "recipe", "market", "mall", "store", "shop", "buy", "sale", "deal",
    "price", "cheap", "free", "online", "direct", "easy", "quick", "fast", "smart", "simple", "pure", "fresh",
    "natural", "organic", "zen", "apple", "amazon", "orange", "lemon", "line", "zoom", "signal", "target", "shell",
];

/// Syllables that company names in pinyin are made of.
pub const PINYIN: &[&str] = &[
    "an", "ao", "bai", "ban", "bang", "bao", "bei", "ben", "bi", "bian", "bin", "bo", "bu", "cai", "can", "cang",
    "chang", "chao", "chen", "cheng", "chi", "chu", "chuan", "chuang", "chun", "da", "dai", "dan", "dao", "de", "deng",
    "di", "dian", "ding", "dong", "dou", "du", "duo", "en", "fa", "fan", "fang", "fei", "fen", "feng", "fu", "gan",
    "gang", "gao", "ge", "gong", "gu", "guan", "guang", "gui", "guo", "hai", "han", "hang", "hao", "he", "heng", "hong",
    "hou", "hu", "hua", "huan", "huang", "hui", "huo", "ji", "jia", "jian", "jiang", "jiao", "jie", "jin", "jing",
    "jiu", "ju", "jun", "kai", "kang", "ke", "kuai", "kuan", "lan", "lang", "le", "lei", "li", "lian", "liang", "lin",
    "ling", "liu", "long", "lu", "lun", "luo", "ma", "mai", "mao", "mei", "men", "meng", "mi", "mian", "min", "ming",
    "mo", "mu", "nan", "neng", "ni", "nian", "ning", "niu", "nong", "ou", "pai", "pan", "peng", "pin", "ping", "pu",
    "qi", "qian", "qiang", "qiao", "qin", "qing", "qiu", "qu", "quan", "ren", "ri", "rong", "ru", "rui", "run", "san",
    "sen", "sha", "shan", "shang", "shao", "shen", "sheng", "shi", "shou", "shu", "shuang", "shui", "shun", "si",
    "song", "su", "sui", "sun", "suo", "tai", "tan", "tang", "tao", "te", "teng", "tian", "tie", "ting", "tong", "tou",
    "tu", "tuan", "wan", "wang", "wei", "wen", "wo", "wu", "xi", "xia", "xian", "xiang", "xiao", "xie", "xin", "xing",
    "xiong", "xiu", "xu", "xuan", "xue", "xun", "ya", "yan", "yang", "yao", "ye", "yi", "yin", "ying", "yong", "you",
    "yu", "yuan", "yue", "yun", "ze", "zhan", "zhang", "zhao", "zhe", "zhen", "zheng", "zhi", "zhong", "zhou", "zhu",
    "zhuan", "zi", "zong", "zu", "zun",
];

/// Lines of business in pinyin, as companies add them to their names.
pub const TRADES: &[&str] = &[
    "keji", "jituan", "maoyi", "wuliu", "jixie", "dianzi", "huagong", "shiye", "gongsi", "jinrong", "touzi", "wangluo",
    "chuanmei", "jiaoyu", "yiyao", "yiliao", "shipin", "nongye", "jianshe", "jianzhu", "fangchan", "qiche", "fushi",
    "jiaju", "zhuangshi", "lvyou", "jiudian", "baoxian", "guanli", "zixun", "fuwu", "shebei", "cailiao", "gangtie",
    "kuaidi", "zhifu", "shangcheng", "shangmao", "wang", "zaixian", "zhongxin", "xuexiao", "yiyuan", "luntan", "youxi",
];
