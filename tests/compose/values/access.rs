//! Fields, items, slices, loops, choices and functions: over every kind.

use super::cells::KINDS;
use super::operators::same;

/// What is made of each of [`KINDS`] where `KIND` stands in `body`.
fn each(body: &str, wanted: [&str; 14]) {
    let bodies: Vec<String> = KINDS.iter().map(|(_, kind)| body.replace("KIND", kind)).collect();
    let wanted: Vec<String> = wanted.iter().map(ToString::to_string).collect();
    same(&bodies, &wanted);
}

#[test]
fn items_are_taken_by_number() {
    each(
        "{{ KIND[0] }}",
        [
            "盘",
            "为",
            "✗「0」算不出来：数没有分项",
            "✗「0」算不出来：数没有分项",
            "✗「0」算不出来：数没有分项",
            "✗「0」算不出来：数没有分项",
            "✗「0」算不出来：数没有分项",
            "✗「0」算不出来：日期没有分项",
            "✗「0」算不出来：周期没有分项",
            "✗「0」算不出来：真假没有分项",
            "数字旅游平台",
            "✗「complaints.timed[0]」算不出来：这是一组字段，不能直接印",
            "✗这里没有内容，印出来会是空白",
            "✗没有「nothing」这个字段",
        ],
    );
    each(
        "{{ KIND[-1:] | length }}",
        [
            "1",
            "1",
            "✗「complaints.total[-1:]」算不出来：数不能截取一段",
            "✗「returns.evasions[-1:]」算不出来：数不能截取一段",
            "✗「returns.amount[-1:]」算不出来：数不能截取一段",
            "✗「complaints.mean_minutes[」算不出来：数不能截取一段",
            "✗「complaints.total_time[-1」算不出来：数不能截取一段",
            "✗「week.dated[-1:]」算不出来：日期不能截取一段",
            "✗「week.period[-1:]」算不出来：周期不能截取一段",
            "✗「returns.no_evasion[-1:]」算不出来：真假不能截取一段",
            "1",
            "1",
            "✗「office.contact[-1:]」算不出来：一组字段不能截取一段",
            "✗没有「nothing」这个字段",
        ],
    );
}

#[test]
fn fields_are_taken_by_name() {
    let no_field = "✗没有「name」这个字段";
    let mut wanted = [no_field; 14];
    (wanted[12], wanted[13]) = ("张某某", "✗没有「nothing」这个字段");
    each("{{ KIND.name }}", wanted);
    wanted[13] = no_field;
    each("{{ KIND?.name }}", wanted);
    each(
        "{% if KIND?.name %}是{% else %}否{% endif %}",
        ["否", "否", "否", "否", "否", "否", "否", "否", "否", "否", "否", "否", "是", "否"],
    );
    each(
        "{{ KIND[\"name\"] }}",
        [
            "✗「\"name\"」算不出来：第几项要写数，这里是文字",
            "✗「\"name\"」算不出来：第几项要写数，这里是文字",
            "✗「\"name\"」算不出来：数没有分项",
            "✗「\"name\"」算不出来：数没有分项",
            "✗「\"name\"」算不出来：数没有分项",
            "✗「\"name\"」算不出来：数没有分项",
            "✗「\"name\"」算不出来：数没有分项",
            "✗「\"name\"」算不出来：日期没有分项",
            "✗「\"name\"」算不出来：周期没有分项",
            "✗「\"name\"」算不出来：真假没有分项",
            "✗「\"name\"」算不出来：第几项要写数，这里是文字",
            "✗「\"name\"」算不出来：第几项要写数，这里是文字",
            "张某某",
            "✗没有「nothing」这个字段",
        ],
    );
}

#[test]
fn loops_go_through_what_has_parts() {
    let refused = [
        "文",
        "文",
        "✗「complaints.total」算不出来：这是数，不能逐项取",
        "✗「returns.evasions」算不出来：这是数，不能逐项取",
        "✗「returns.amount」算不出来：这是数，不能逐项取",
        "✗「complaints.mean_minutes」算不出来：这是数，不能逐项取",
        "✗「complaints.total_time」算不出来：这是数，不能逐项取",
        "✗「week.dated」算不出来：这是日期，不能逐项取",
        "✗「week.period」算不出来：这是周期，不能逐项取",
        "✗「returns.no_evasion」算不出来：这是真假，不能逐项取",
        "",
        "",
        "",
        "✗「week.nothing」算不出来：这里没有内容，不能逐项取",
    ];
    let mut wanted = refused;
    (wanted[0], wanted[1], wanted[10], wanted[11], wanted[12]) = ("123。", "", "12。", "1。", "12。");
    wanted[1] = "123456789101112131415161718192021222324252627282930313233343536373839404142434445464748495051。";
    each("{% for x in KIND %}{{ loop.index }}{% endfor %}。", wanted);
    (wanted[0], wanted[10], wanted[11], wanted[12]) =
        ("盘-龙-区", "数字旅游平台-12301平台", "文", "张某某-0871-60000000");
    (wanted[1], wanted[11]) = ("共51字", "✗「[x for x in complaints.ti」");
    let mut joined = wanted;
    joined[1] = "为-防-止";
    joined[11] = "✗「join(sep=\"-\")」算不出来：第 1 项是一组字段，不能连成文字";
    each("{{ [x for x in KIND][:3] | join(sep=\"-\") }}", joined);
    each(
        "{% for k, v in KIND %}{{ k }}={{ v }}；{% endfor %}",
        [
            "✗「office.district」算不出来：这是文字，没有名称和内容两样可取",
            "✗「notices[0].handling」算不出来：这是文字，没有名称和内容两样可取",
            "✗「complaints.total」算不出来：这是数，没有名称和内容两样可取",
            "✗「returns.evasions」算不出来：这是数，没有名称和内容两样可取",
            "✗「returns.amount」算不出来：这是数，没有名称和内容两样可取",
            "✗「complaints.mean_minutes」算不出来：这是数，没有名称和内容两样可取",
            "✗「complaints.total_time」算不出来：这是数，没有名称和内容两样可取",
            "✗「week.dated」算不出来：这是日期，没有名称和内容两样可取",
            "✗「week.period」算不出来：这是周期，没有名称和内容两样可取",
            "✗「returns.no_evasion」算不出来：这是真假，没有名称和内容两样可取",
            "✗「complaints.none」算不出来：这是列表，没有名称和内容两样可取",
            "✗「complaints.timed」算不出来：这是列表，没有名称和内容两样可取",
            "name=张某某；phone=0871-60000000；",
            "✗「week.nothing」算不出来：这里没有内容，不能逐项取",
        ],
    );
}

#[test]
fn conditions_ask_whether_there_is_something() {
    let holds = ["是", "是", "是", "否", "是", "是", "是", "是", "是", "是", "是", "是", "是", "否"];
    each("{% if KIND %}是{% else %}否{% endif %}", holds);
    each("{{ \"是\" if KIND else \"否\" }}", holds);
    each("{% if false %}{% elif KIND %}是{% else %}否{% endif %}", holds);
    each("{% set x = KIND %}{% if x %}是{% else %}否{% endif %}", holds);
    each("{% component c(x) %}{% if x %}是{% else %}否{% endif %}{% endcomponent c %}{{ <c x={KIND}/> }}", holds);
    each("{% for x in [KIND] %}{% if x %}是{% else %}否{% endif %}{% endfor %}", holds);
    each("{% if {\"甲\": KIND}.甲 %}是{% endif %}", ["✗写法：这里不该是「.」"; 14]);
    each("{% set x = {\"甲\": KIND} %}{% if x[\"甲\"] %}是{% else %}否{% endif %}", holds);
}

#[test]
fn functions_tell_what_they_cannot_take() {
    let no_number = |kind: &str| format!("✗「range(end=KIND)」算不出来：参数 end 要写数，现在是{kind}");
    let wanted: Vec<String> = KINDS
        .iter()
        .enumerate()
        .map(|(at, (_, kind))| {
            let told = match at {
                0 | 1 => no_number("文字"),
                2 => "012345678。".to_owned(),
                3 => "。".to_owned(),
                4 => (0..42565).map(|number| number.to_string()).collect::<String>() + "。",
                5 => "✗「range(end=KIND)」算不出来：参数 end 要写整数，现在是数".to_owned(),
                6 => (0..79).map(|number| number.to_string()).collect::<String>() + "。",
                7 => no_number("日期"),
                8 => no_number("周期"),
                9 => no_number("真假"),
                10 | 11 => no_number("列表"),
                12 => no_number("一组字段"),
                _ => "✗没有「nothing」这个字段".to_owned(),
            };
            let words: String = format!("range(end={kind})").chars().take(24).collect();
            told.replace("range(end=KIND)", &words)
        })
        .collect();
    let bodies: Vec<String> = KINDS
        .iter()
        .map(|(_, kind)| format!("{{% for n in range(end={kind}) %}}{{{{ n }}}}{{% endfor %}}。"))
        .collect();
    same(&bodies, &wanted);
    let said = |what: &str| format!("✗模板说：{what}");
    let no_text = |kind: &str, name: &str| {
        let words: String = format!("throw(message={name})").chars().take(24).collect();
        format!("✗「{words}」算不出来：参数 message 要写文字，现在是{kind}")
    };
    let wanted = [
        said("盘龙区"),
        said("为防止舆情进一步扩大发酵，区指挥中心督促花之城雪山神话进一步与游客沟通协商处理，并全面开展自检自查工作"),
        said("9"),
        said("0"),
        said("42565.00"),
        said("13.16"),
        said("1小时19分钟"),
        said("2021-01-15"),
        said("2021-01-08—2021-01-14"),
        no_text("真假", KINDS[9].1),
        no_text("列表", KINDS[10].1),
        no_text("列表", KINDS[11].1),
        no_text("一组字段", KINDS[12].1),
        "✗没有「nothing」这个字段".to_owned(),
    ];
    let bodies: Vec<String> = KINDS.iter().map(|(_, kind)| format!("{{{{ throw(message={kind}) }}}}")).collect();
    same(&bodies, &wanted);
}
