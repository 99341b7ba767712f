//! What templates do with values, told one by one.

use super::operators::same;

/// Templates' bodies, each with what it prints of the real week.
fn tell(stories: &[(&str, &str)]) {
    let bodies: Vec<String> = stories.iter().map(|(body, _)| (*body).to_owned()).collect();
    let wanted: Vec<String> = stories.iter().map(|(_, wanted)| (*wanted).to_owned()).collect();
    same(&bodies, &wanted);
}

#[test]
fn recorded_values_are_held_against_typed_ones() {
    tell(&[
        ("{% if office.district == \"盘龙区\" %}是{% endif %}", "是"),
        ("{% if complaints.total == 9 %}是{% endif %}", "是"),
        (
            "{% if complaints.total == \"9\" %}是{% endif %}",
            "✗「complaints.total == \"9\"」算不出来：左边是数，右边是文字，不能比较",
        ),
        ("{% if \"3\" == 3 %}是{% endif %}", "✗「\"3\" == 3」算不出来：左边是文字，右边是数，不能比较"),
        ("{% if returns.amount == 42565 %}是{% endif %}", "是"),
        ("{% if complaints.total_time == \"1小时19分钟\" and complaints.total_time > 60 %}是{% endif %}", "是"),
        ("{% if inspections[\"出动人次\"] == \"100余\" %}是{% endif %}", "是"),
        ("{{ inspections[\"出动人次\"] + 1 }}", "✗「inspections[\"出动人次\"]」算不出来：“100余”是约数，不能计算"),
        ("{{ inspections[\"出动人次\"] | share(of=3) }}", "✗「share(of=3)」算不出来：“100余”是约数，不能计算"),
        (
            "{{ 3 | change(from=inspections[\"出动人次\"]) }}",
            "✗「change(from=inspections[」算不出来：“100余”是约数，不能计算",
        ),
        ("{{ inspections[\"出动人次\"] | int }}", "✗「int」算不出来：“100余”是约数，不能计算"),
        ("{{ inspections[\"出动人次\"] | float }}", "✗「float」算不出来：“100余”是约数，不能计算"),
        (
            "{% if inspections[\"出动人次\"] > 50 %}是{% endif %}",
            "✗「inspections[\"出动人次\"] > 50」算不出来：“100余”是约数，不能计算，也不能和数比较",
        ),
        ("{% set n = inspections[\"出动人次\"] %}{% if n is number %}{{ n + 1 }}{% else %}{{ n }}{% endif %}", "100余"),
        ("{% if week.dated == \"2021-01-15\" and week.dated > \"2021-01-14\" %}是{% endif %}", "是"),
        ("{% if \"2021-01-10\" in week.period and notices[0].received in week.period %}是{% endif %}", "是"),
        ("{% if week.dated not in week.period %}不在{% endif %}", "不在"),
        ("{{ week.dated - notices[0].received }}天", "4天"),
        ("{{ week.dated - 7 }}", "2021年1月8日"),
        ("{% if \"12301平台\" in complaints.none %}是{% endif %}", "是"),
        (
            "{% if \"舆情\" in notices[0].handling and notices[0].handling is containing(pat=\"花之城\") %}是{% endif %}",
            "是",
        ),
        ("{% if complaints.none == [\"数字旅游平台\", \"12301平台\"] %}是{% endif %}", "是"),
    ]);
}

#[test]
fn reckoning_is_exact() {
    tell(&[
        ("{{ 6 / 3 }}", "2"),
        ("{{ 0.1 + 0.2 }}", "0.3"),
        ("{{ 1 / 3 * 3 }}", "1"),
        ("{{ 2 * 100 / 3 }}", "✗「2 * 100 / 3」算不出来：小数除不尽"),
        ("{{ (2 * 100 / 3) | round(precision=2) }}", "66.67"),
        ("{{ 2 * 100 / 3 | round(precision=2) }}", "✗「2 * 100 / 3 | round(prec」算不出来：小数除不尽"),
        ("{% set third = complaints.total / 7 %}{{ third * 7 }}", "9"),
        ("{% set third = complaints.total / 7 %}{{ third }}", "✗「third」算不出来：小数除不尽"),
        ("{{ [1 / 3] | join }}", "✗「join」算不出来：第 1 项的小数除不尽"),
        ("{{ complaints.total / returns.evasions }}", "✗「returns.evasions」算不出来：不能除以 0"),
        ("{% if returns.evasions %}{{ complaints.total / returns.evasions }}{% else %}没有{% endif %}", "没有"),
        ("{{ 2 ** 10 }}，{{ 2 ** -1 }}，{{ -7 // 2 }}，{{ -7 % 2 }}", "1024，0.5，-4，1"),
        ("{{ 99999999999999999999999999999999999999 * 10 }}", "✗「999999999999999999999999」算不出来：数太大"),
        ("{{ 1.5 * 2 }}，{{ 35.00 * 2 }}，{{ 35.00 / 5 }}", "3.0，70.00，7"),
        ("{{ \"13\" | int + 1 }}，{{ \"13.5\" | float + 1 }}，{{ \"ff\" | int(base=16) }}", "14，14.5，255"),
        ("{% set_global n = 0 %}{% for p in complaints.all %}{% set_global n = n + p.count %}{% endfor %}{{ n }}", "9"),
        // What is kept in a loop lasts for its turn: `template-set` tells it.
        (
            "{% set n = 0 %}{% for p in complaints.all %}{% set n = n + p.count %}{{ n }}；{% endfor %}{{ n }}",
            "0；0；1；2；6；0",
        ),
        ("{{ 1 + 2 * 3 - 4 / 2 }}，{{ (1 + 2) * 3 }}，{{ 2 ** 3 ** 2 }}，{{ -2 | abs }}", "5，9，512，2"),
    ]);
}

#[test]
fn texts_are_texts() {
    tell(&[
        ("{{ office.district | length }}，{{ office.district[0:2] }}，{{ office.district[::-1] }}", "3，盘龙，区龙盘"),
        ("{{ office.district | split(pat=\"龙\") | join(sep=\"-\") }}", "盘-区"),
        ("{{ \"ab 'c' d\" | title }}，{{ \"aBC\" | capitalize }}，{{ \"abc\" | upper }}", "Ab 'C' D，Abc，ABC"),
        ("{{ \"甲\" ~ office.district ~ complaints.total ~ \"件\" }}", "甲盘龙区9件"),
        ("{{ \"是\" if complaints.total > 8 else \"否\" }}", "是"),
        ("{{ week.nothing or office.district }}，{{ \"\" or \"空\" }}，{{ office.district and 1 }}", "盘龙区，空，1"),
        ("{% for c in office.district %}{{ c }}{% if not loop.last %}、{% endif %}{% endfor %}", "盘、龙、区"),
        (
            "{% set a %}甲{{ office.district }}{% endset %}{{ a | length }}，{{ a | replace(from=\"甲\", to=\"乙\") }}",
            "4，乙盘龙区",
        ),
        (
            "{% set a | replace(from=\"盘\", to=\"卧\") | sentence %}在{{ office.district }}{% endset %}{{ a }}",
            "在卧龙区。",
        ),
        (
            "{% filter replace(from=\"龙\", to=\"虎\") | sentence %}在{{ office.district }}{% endfilter %}完。",
            "在盘虎区。完。",
        ),
        ("甲 {%- filter upper -%} a {%- filter trim %} b {% endfilter -%} c {%- endfilter -%} 乙", "甲ABC乙"),
        ("{{ \"*甲*\" }}{{ \"|\" }}", "*甲*|"),
        ("{{ `反引号` }}{{ '单引号' }}{{ \"a\\\"b\\\\\" }}", "反引号单引号a\"b\\"),
    ]);
}

#[test]
fn lists_and_groups_of_fields_keep_their_order() {
    tell(&[
        ("{{ [3, 1, 2] | sort | join(sep=\"、\") }}，{{ [3, 1, 2, 1] | unique | join }}", "1、2、3，312"),
        ("{{ [\"乙\", 1] | sort | join }}", "✗「sort」算不出来：里面有数，也有文字，分不出先后"),
        ("{{ complaints.all | sort(attribute=\"count\") | pluck(key=\"count\") | join(sep=\"<\") }}", "0<0<1<2<6"),
        ("{{ complaints.all | pluck(key=\"count\") | sort | reverse | join(sep=\">\") }}", "6>2>1>0>0"),
        ("{% for k, v in inspections %}{{ k }}{{ v }}；{% endfor %}", "出动人次100余；检查家次50余；"),
        (
            "{% for k, v in {\"乙\": 1, \"甲\": 2, \"丙\": 3} %}{{ loop.index }}{{ k }}{{ v }}；{% endfor %}",
            "1乙1；2甲2；3丙3；",
        ),
        ("{% for v in {\"乙\": 1, \"甲\": 2, \"丙\": 3} %}{{ v }}{% endfor %}", "123"),
        ("{% set m = {\"甲\": 1, ...{\"乙\": 2}} %}{{ m[\"乙\"] }}{{ m | keys | join }}{{ m | length }}", "2甲乙2"),
        ("{% set l = [0, ...[1, 2]] %}{{ l | join }}{{ l[-1] }}{{ l[1:] | length }}", "01222"),
        ("{% set m = {1: \"甲\", true: \"乙\"} %}{{ m[1] }}{{ m[true] }}", "甲乙"),
        (
            "{{ [p.name for p in complaints.all if p.count > 0] | join(sep=\"、\") }}",
            "12345市长投诉热线、智旅通投诉平台、“一机游”游客投诉平台",
        ),
        ("{{ [k ~ v for k, v in inspections] | join(sep=\"、\") }}", "出动人次100余、检查家次50余"),
        (
            "{% set g = complaints.all | group_by(attribute=\"n\") %}{% for n, ps in g %}{{ n }}：{{ ps | length }}；{% endfor %}",
            "0：2；1：1；2：1；6：1；",
        ),
        ("{% for p in {\"甲\": 1} | pairs %}{{ p[0] }}={{ p[1] }}{% endfor %}", "甲=1"),
        (
            "{% for g in complaints.timed[0].complaints | neighbours(by=[\"status\"]) %}{{ g.count + 1 }}{{ g.n }}；{% endfor %}",
            "76；",
        ),
        ("{% for x in [1, 2, 3] %}{% if x == 2 %}{% continue %}{% endif %}{{ x }}{% else %}空{% endfor %}", "13"),
        ("{% for x in [] %}{{ x }}{% else %}空{% endfor %}", "空"),
        (
            "{% for a in [1, 2] %}{% for b in [1, 2] %}{{ a }}{{ loop.index0 }}{{ loop.length }}{% if loop.first %}头{% endif %}，{% endfor %}{% endfor %}",
            "102头，112，202头，212，",
        ),
    ]);
}

#[test]
fn components_take_values_as_they_are() {
    tell(&[
        (
            "{% component c(n, unit: string = \"件\") %}{{ n + 1 }}{{ unit }}{% endcomponent c %}{{ <c n={complaints.total}/> }}",
            "10件",
        ),
        (
            "{% component c(n, half: number = 0.5) %}{{ n + half }}{% endcomponent c %}{{ <c n={complaints.total}/> }}",
            "9.5",
        ),
        ("{% component c(n: integer) %}{{ n + 1 }}{% endcomponent c %}{{ <c n={complaints.total}/> }}", "10"),
        ("{% component c(n) %}{{ n }}{% endcomponent c %}{% set n = complaints.total %}{{ <c n/> }}", "9"),
        ("{% component c(n) %}{{ n }}{% endcomponent c %}{% set m = {\"n\": 2} %}{{ <c {...m}/> }}", "2"),
        ("{% component c() %}甲{{ body }}乙{% endcomponent c %}{% <c> %}{{ office.district }}{% </c> %}", "甲盘龙区乙"),
        ("{% component c() %}甲{% endcomponent c %}{% set x = <c/> %}{{ x ~ 1 }}", "甲1"),
        ("{% component c() %}甲{% endcomponent c %}{{ <c/> | length }}", "✗写法：组件不能和别的运算写在一起"),
        ("{% component c(a) %}{{ a }}{% endcomponent c %}{{ <c b={1}/> }}", "✗组件没有参数「b」"),
        ("{% component c(a) %}{{ a }}{% endcomponent c %}{{ <c/> }}", "✗组件的参数「a」没有写"),
    ]);
}

#[test]
fn slips_are_told_when_the_template_is_read() {
    tell(&[
        ("{{ complaints.total | round(places=2) }}", "✗写法：round 没有参数「places」"),
        ("{{ complaints.total | share }}", "✗写法：share 少了参数「of」"),
        ("{{ complaints.none | join(sep=\"、\", sep=\"，\") }}", "✗写法：参数「sep」写了两次"),
        ("{{ complaints.total | rond }}", "✗写法：没有「rond」这个过滤器"),
        ("{{ - - 1 }}", "✗写法：这里不该是「-」"),
        ("{{ (1 + 2 }}", "✗写法：这里不该是「}}」"),
        ("{{ 1 2 }}", "✗写法：这里不该是「2」"),
        ("{{ \"a\\x\" }}", "✗写法：引号里的文字写法不对"),
        (
            "{{ 99999999999999999999999999999999999999999 }}",
            "✗写法：数「99999999999999999999999999999999999999999」太长",
        ),
        ("{% for x in [1] %}{{ loop.idx }}{% endfor %}", "✗写法：loop 没有「idx」"),
        ("{{ loop.index }}", "✗这里没有循环，loop 没有内容"),
        ("{% if x and %}甲{% endif %}", "✗写法：这里不该是「%}」"),
        ("{{ zhoubao_0() }}", "✗写法：没有「zhoubao_0」这个函数"),
        ("{{ super() }}", "✗写法：没有「super」这个函数"),
        ("{{ __tera_context }}", "✗没有「__tera_context」这项内容"),
        ("{% set loop = 1 %}", "✗写法：「loop」是模板自己的词，不能当名称"),
        ("{% break %}", "✗写法：「break」不能写在这里"),
    ]);
}
