//! Templates that never come to an end, and near misses that do.

use zhoubao::compose::Templates;

use super::office::{made, messages, refused};
use super::shown::shown;

const FRONT: &str = "---\n版式: 白头\n标题: 甲\n---\n";

fn is_endless(body: &str) {
    let messages = refused(&format!("{FRONT}{body}\n"));
    assert!(messages.contains("模板填起来没有尽头"), "{body}: {messages}");
    assert!(messages.contains("循环套着循环") && messages.contains("test.md"), "{messages}");
}

fn prints(body: &str, wanted: &str) {
    let paper = shown(&made(&format!("{FRONT}{body}\n")));
    assert!(paper.contains(wanted), "{body}: {paper}");
}

#[test]
fn loops_that_print_nothing_are_stopped() {
    is_endless("{% for a in range(end=100000) %}{% for b in range(end=100000) %}{% endfor %}{% endfor %}");
    is_endless(
        "{% set r = range(end=90000) -%}\n{% for a in r -%}\n{% for b in r -%}\n{% endfor -%}\n{% endfor -%}\n甲",
    );
    is_endless("{% for a in range(end=2000) %}{% if range(end=100000) | length < 1 %}甲{% endif %}{% endfor %}");
}

#[test]
fn lists_of_lists_and_components_within_components_are_stopped() {
    is_endless("{% set r = range(end=9000) %}{% set x = [[b for b in r] for a in r] %}甲");
    is_endless("{% set r = range(end=9000) %}{% set x = [[b for b in r if b] for a in r if a] %}甲");
    let components: String = (1..16)
        .map(|at| {
            let calls = format!("{{{{ <a{}/> }}}}", at - 1).repeat(10);
            format!("{{% component a{at}() %}}{calls}{{% endcomponent a{at} %}}")
        })
        .collect();
    is_endless(&format!("{{% component a0() %}}{{% endcomponent a0 %}}{components}{{{{ <a15/> }}}}"));
}

#[test]
fn texts_that_grow_and_grow_are_stopped() {
    is_endless("{% set a = \"甲\" %}{% for i in range(end=60) %}{% set_global a = a ~ a %}{% endfor %}乙");
    is_endless(&format!("{{% set a = \"甲\" %}}{}乙", "{% set a = a ~ a %}".repeat(60)));
    is_endless(&format!("{{% set a = \"甲\" %}}{}乙", "{% set a %}{{ a }}{{ a }}{% endset %}".repeat(60)));
    is_endless(&format!("{{{{ \"甲\"{} }}}}", " | replace(from=\"\", to=\"甲甲\")".repeat(60)));
    is_endless("{% set a = range(end=9000) | join(sep=\"甲\") %}{{ range(end=99) | join(sep=a) }}");
    is_endless(
        "{% for i in range(end=100000) %}{% set a %}{% for j in range(end=100000) %}甲乙{% endfor %}{% endset %}{% endfor %}",
    );
}

#[test]
fn lists_that_grow_and_grow_are_stopped() {
    is_endless("{% set a = [1] %}{% for i in range(end=60) %}{% set_global a = [...a, ...a] %}{% endfor %}乙");
    is_endless("{% set r = range(end=9000) %}{% for i in r %}{% set x = r | sort | unique | reverse %}{% endfor %}乙");
    is_endless("{% set r = range(end=9000) %}{% for i in r %}{% if \"甲\" ~ i in r | join %}{% endif %}{% endfor %}乙");
    is_endless("{% set r = range(end=90000) %}{% for i in r %}{% if -1 in r %}{% endif %}{% endfor %}乙");
    is_endless("{% set r = [[a] for a in range(end=9000)] %}{{ r | unique | length }}");
    let nested = "{% set a = [] %}{% for i in range(end=90000) %}{% set_global a = BODY %}{% endfor %}乙";
    for body in ["[a]", "{\"甲\": a}", "[{\"甲\": a}]", "[a] | neighbours(by=[\"甲\"])"] {
        let messages = refused(&format!("{FRONT}{}\n", nested.replace("BODY", body)));
        assert!(messages.contains("列表里套的列表太多层"), "{messages}");
    }
}

/// On a stack as small as those of the threads that make papers, without any optimisation.
#[test]
fn expressions_within_expressions_are_told_or_read() {
    let deep = std::thread::Builder::new().stack_size(2 << 20).spawn(|| {
        let too_complex = |body: String| {
            let messages = refused(&format!("{FRONT}{body}\n"));
            assert!(messages.contains("这一处写得太复杂"), "{messages}");
        };
        for (open, inner, close) in
            [("(", "1", ")"), ("[", "1", "]"), ("[0][", "0", "]"), ("not (", "1", ")"), ("{\"a\": ", "1", "}")]
        {
            too_complex(format!(
                "{{% if {}{inner}{} %}}{{% endif %}}",
                format!("{open}\n").repeat(1000),
                format!("{close}\n").repeat(1000)
            ));
            let body = format!("{}{inner}{}", open.repeat(18), close.repeat(18));
            let shown = made(&format!("{FRONT}{{% if {body} %}}{{% endif %}}甲\n"));
            assert!(!shown.body.is_empty(), "{body}");
        }
        too_complex(format!("{{% if 1{} %}}{{% endif %}}", "\n + 1".repeat(1000)));
        too_complex(format!("{{% if 1{} %}}{{% endif %}}", "\n if 1 else 1".repeat(1000)));
        too_complex(format!("{{{{ \"甲\"{} }}}}", "\n | upper".repeat(1000)));
        prints(&format!("{{{{ 1{} }}}}", " + 1".repeat(255)), "256");
        prints(&format!("{{{{ \"a\"{} }}}}", " | upper".repeat(255)), "A");
        prints(&format!("{{{{ \"a\"{} }}}}", "[0]".repeat(200)), "a");
        prints(&format!("{{{{ ({}1) }}}}", "1 + (".repeat(15) + "1" + &")".repeat(15) + " + "), "17");
    });
    deep.unwrap().join().unwrap();
}

#[test]
fn long_ones_that_end_are_filled() {
    prints(
        "{% set_global n = 0 %}{% for a in range(end=300) %}{% for b in range(end=300) %}{% set_global n = n + 1 %}{% endfor %}{% endfor %}共{{ n }}。",
        "共90000。",
    );
    prints("共{{ [a * 2 for a in range(end=9) if a > 5 or a < 1] | join(sep=\"、\") }}。", "共0、12、14、16。");
    prints("共{{ [a * 2 for a in range(end=3)] | join(sep=\"、\") }}。", "共0、2、4。");
    prints("{% for a in range(start=7, end=1, step_by=-2) %}{{ a }}，{% endfor %}完。", "7，5，3，完。");
    prints("{% component a(b) %}乙{{ b }}{% endcomponent a %}{{ <a b=\"丙\"/> }}。", "乙丙。");
    prints("{{ \"甲乙甲\" | replace(from=\"甲\", to=\"*\") }}。", "*乙*。");
    prints("{% set a %}丁{{ office.district }}{% endset %}{{ a | replace(from=\"丁\", to=\"戊\") }}。", "戊盘龙区。");
    prints("{% raw %}{% for a in b %}{% endraw %}。", "{% for a in b %}。");
}

#[test]
fn what_range_cannot_count_is_said() {
    for call in ["range(start=3, end=1)", "range(end=3, step_by=0)"] {
        let messages = refused(&format!("{FRONT}{{% for a in {call} %}}甲{{% endfor %}}\n"));
        assert!(messages.contains("不成一列数") && messages.contains("test.md:5:"), "{messages}");
    }
}

#[test]
fn a_slip_behind_a_loop_is_reported_at_its_place() {
    let messages = refused(&format!("{FRONT}{{% for a in [1] %}}甲{{{{ office.nmae }}}}{{% endfor %}}\n"));
    assert!(messages.contains("test.md:5:30"), "{messages}");
    assert!(messages.contains("office.name") || messages.contains("「name」"), "{messages}");
}

#[test]
fn a_line_with_thousands_of_unknown_names_is_refused_before_the_engine_repeats_it() {
    let many = "{{ week.next | nosuch }}";
    let workspace = |body: String| {
        let folder = tempfile::tempdir().unwrap();
        std::fs::create_dir(folder.path().join("templates")).unwrap();
        std::fs::write(folder.path().join("templates/test.md"), format!("{FRONT}{body}\n")).unwrap();
        let mut findings = Vec::new();
        let _ = Templates::read(&zhoubao::record::bytes::from_disk, folder.path(), &mut findings);
        messages(&findings)
    };
    let said = workspace(many.repeat(200));
    assert!(said.contains("有一行长于 4 KB") && said.contains("test.md:5:1"), "{said}");
    assert_eq!(workspace(many.repeat(150)), "");
    let said = refused(&format!("{FRONT}{}", format!("{}\n", many.repeat(100)).repeat(40)));
    assert_eq!(said.matches("没有「nosuch」这个过滤器").count(), 50);
}
