//! Parts told of a total, points that are counted out, and figures of sections beside the records.

use super::fixture::codes;
use super::text_words::{in_section, said};

/// Asserts that `sentence`, in a section, has the one slip, which marks `text`.
fn one(sentence: &str, code: &str, text: &str) {
    let found = in_section(sentence);
    assert_eq!(codes(&found), [code], "{sentence}: {found:#?}");
    assert_eq!(found[0].text, text, "{sentence}");
}

fn none(sentences: &[&str]) {
    for sentence in sentences {
        assert_eq!(in_section(sentence), [], "{sentence}");
    }
}

#[test]
fn parts_come_to_the_total() {
    one("去年共受理投诉9件，其中旅行社7件、景区1件、其他3件。", "figure-parts", "9");
    one("去年检查购物店12家次，其中珠宝店15家次。", "figure-parts", "15");
    none(&[
        "去年共受理投诉11件，其中旅行社7件、景区1件、其他3件。",
        // Parts need not be all, nor exclude one another.
        "去年共受理投诉9件，其中旅行社7件。",
        "去年退货15件，其中满意15件，撤销15件。",
        // Other things, and other times.
        "去年检查购物店12家次，其中珠宝店5家次，发放宣传单300份。",
        "上周受理投诉9件，其中旅行社7件，上月为20件；累计30件。",
    ]);
}

#[test]
fn points_are_counted_out_in_order() {
    one("一是开展宣传；三是组织培训。", "points-broken", "三是");
    one("一是开展宣传；二是组织培训；二是加强检查。", "points-broken", "二是");
    one("做了三项工作：一是开展宣传；二是组织培训。", "points-broken", "三");
    none(&[
        "做了两项工作：一是开展宣传；二是组织培训。",
        "做了三项工作。一是开展宣传；二是组织培训。",
        "存在三个方面问题：一是证照不全；二是价格不明；三是服务不周。",
        "旅行社方面，一是查合同；二是查导游。景区方面，一是查票价；二是查安全。",
    ]);
}

#[test]
fn figures_of_sections_agree_with_the_records() {
    one("“云游”投诉平台办结总时长1小时45分钟。", "figure-contradicts", "1小时45分钟");
    one("本周退换货4件，其中满意3件。", "figure-contradicts", "3");
    none(&[
        "“云游”投诉平台办结总时长1小时35分钟。",
        "本周退换货4件，其中满意4件，撤销4件，推诿诱导0件。",
        "对旅行社满意3件。",
    ]);
}

#[test]
fn measure_words_and_phrases_are_typed_once() {
    for (sentence, text) in
        [("劝导游客12人人次。", "人人"), ("责令退还300元元。", "元元"), ("对该店进行了进行了检查。", "进行了进行了")]
    {
        let found = said(sentence);
        assert_eq!(codes(&found), ["word-repeated"], "{sentence}: {found:#?}");
        assert_eq!(found[0].text, text);
    }
    for sentence in [
        "走访3家家政公司、5名名师。",
        "约谈2个个体工商户。",
        "退还300元，元旦前到账。",
        "工作人员一遍又一遍又一遍地讲解。",
    ] {
        assert_eq!(said(sentence), [], "{sentence}");
    }
}

#[test]
fn fields_have_half_width_braces_and_days_are_written_as_such() {
    let found = said("与｛投诉人｝联系。");
    assert_eq!((codes(&found), found[0].fix.as_deref()), (vec!["text-brace"], Some("{投诉人}")));
    let found = said("3月8号联系投诉人。");
    assert_eq!((codes(&found), found[0].fix.as_deref()), (vec!["text-date-spoken"], Some("日")));
    assert_eq!(said("通报单8号收悉，3月8日8号楼停电。"), []);
}

#[test]
fn words_that_are_right_in_longer_ones_stay() {
    for sentence in [
        "检查帐篷营地，游客自行入住到帐篷。",
        "敦促消防部门到场，对经营消防器材的商户进行检查。",
        "应当既讲道理又讲法律。",
        "市场监管部门招揽车辆停放的违规反复出现。",
        "倡议不强制购物。",
        "区指挥中心协调调度各单位即时上报。",
        "已安排投诉人在次日取款。",
        "主动的向导受到游客称赞。",
        "这只是权宜之计。",
        "作出完整整改方案。",
    ] {
        assert_eq!(said(sentence), [], "{sentence}");
    }
    for (sentence, right) in [
        ("游客表示满易。", "满意"),
        ("工作人员在次与投诉人联系。", "再次与"),
        ("已按规定处里完毕。", "规定处理"),
        ("张贴招聘启示。", "招聘启事"),
    ] {
        let found = said(sentence);
        assert_eq!(codes(&found), ["word-confused"], "{sentence}: {found:#?}");
        assert_eq!(found[0].fix.as_deref(), Some(right));
    }
}
