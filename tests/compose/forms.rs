//! The forms of papers: what the office's file says decides, and no Rust.

use crate::office::{Workspace, file, parse, seal_picture};
use crate::shown::shown;
use zhoubao::document::{Form, Margins};
use zhoubao::record::office::Office;

#[test]
fn the_second_office_writes_its_weekly_as_a_bulletin() {
    let workspace = Workspace::sample("yunling", "2022/2022-03-07");
    let expected = "\
版式 Bulletin
标志 云岭旅游市场监管周报
期号 （第9期）
编印 云岭区旅游市场综合监管指挥中心
编印日期 2022年3月14日
# 一、监督检查
2022年3月7日—3月13日，云岭区指挥中心组织成员单位开展联合检查，共检查旅游车辆72辆次、驾驶员72人次、导游31人次、旅行社6家次、景区8家次、购物店12家次。
# 二、案件查处
本周查处涉旅案件2起，情况如下：
## （一）云州翠湖旅游客运有限公司旅游客车未按规定线路运行案
2022年3月9日，区交通运输局检查发现云州翠湖旅游客运有限公司旅游客车未按规定线路运行，责令当场改正，约谈企业负责人，罚款1000元。
## （二）云岭茶马珠宝购物店未明码标价案
3月11日，区市场监管局检查发现云岭茶马珠宝购物店未明码标价，责令限期改正，3月12日复查已经改正。
# 三、投诉办理
本周受理涉旅投诉3件，办结2件，在办1件；云游平台平均办结时长33.5分钟。分平台情况见附件。
2022年3月8日收到云州市指挥中心《涉旅信息通报单》（15号），已核查处理，3月11日报告市指挥中心。
# 四、宣传引导
在古驿道景区入口、客运站设置文明旅游宣传点3处，发放“理性消费、合理维权”宣传折页。
组织辖区旅行社学习《中华人民共和国旅游法》，签订诚信经营承诺书。
# 五、安全生产
会同区应急管理、消防部门对景区索道、游船和旅游民宿开展安全检查，未发现重大隐患。
# 六、下周安排
清明假期前对旅游客运企业开展一次全覆盖检查，督促古驿道景区完善分时预约和应急疏散预案。
附件说明 投诉受理情况统计表
附件（横排） 投诉受理情况统计表
表 云岭区涉旅投诉受理情况（2022年3月7日—3月13日）[4中 auto 8右 8右 8右]
! 序号(1×2) | 投诉平台(1×2) | 投诉件数(3×1) | - | - |
! - | - | 受理 | 办结 | 在办 |
| 1 | 云游平台 | 2 | 2 | 0 |
| 2 | 12345政务服务便民热线 | 1 | 0 | 1 |
| 3 | 全国旅游监管服务平台 | 0 | 0 | 0 |
| 合计(2×1) | - | 3 | 2 | 1 |
抄送 云州市旅游市场综合监管指挥中心，云岭区人民政府办公室，云岭区文化和旅游局
";
    let weekly = workspace.paper("weekly", None);
    assert_eq!(shown(&weekly), expected);
    assert_eq!((weekly.printing.both_sides, weekly.printing.margins), (true, Margins::PageSetup));
    assert_eq!(weekly.author, "云岭区旅游市场综合监管指挥中心");
    assert!(weekly.names.contains(&"山水旅行社".to_owned()) && weekly.names.contains(&"区交通运输局".to_owned()));
}

#[test]
fn a_week_without_a_complaint_is_reported_too() {
    let text = shown(&Workspace::sample("yunling", "2022/2022-03-14").paper("weekly", None));
    assert!(text.contains("# 二、案件查处\n本周检查未发现违法违规经营行为。\n# 三、投诉办理\n本周各平台均未收到涉旅投诉。\n此前未办结的涉旅投诉件1件：12345政务服务便民热线投诉云岭茶马珠宝购物店，已由区市场监管局办结。\n# 四、业务培训\n"), "{text}");
    assert!(text.contains("导游20余人次") && text.contains("| 合计(2×1) | - | 0 | 0 | 0 |\n"), "{text}");
}

#[test]
fn a_reply_to_the_superior_is_an_upward_report() {
    let expected = "\
版式 Upward
标志 云岭区旅游市场综合监管指挥中心文件
文号 云岭旅监〔2022〕21号
签发人 赵某某
签发人 钱某某
标题 云岭区旅游市场综合监管指挥中心关于《涉旅信息通报单》（15号）办理情况的报告
主送 云州市旅游市场综合监管指挥中心：
《涉旅信息通报单》（15号）于2022年3月8日收悉。现将办理情况报告如下：
# 一、反映问题
有游客在云州市政务网网民留言反映，参加云岭山水国际旅行社有限公司组织的古驿道一日游，实际行程与合同不符，要求退还部分团费。
# 二、核查情况
经与投诉人周某某（19900000003）联系，并调取合同、行程单核对，因道路检修，2022年3月5日的行程少了一个景点，旅行社事前没有告知游客。
# 三、处理结果
区文化和旅游局责令云岭山水国际旅行社有限公司改正，旅行社已向投诉人退还差价并致歉，投诉人表示满意。
# 四、下一步措施
我中心将督促旅行社严格按合同提供服务，行程变更须事前告知并经游客同意。
特此报告。
署名 云岭区旅游市场综合监管指挥中心
日期 2022年3月11日
附注 （联系人：孙某某，联系电话：0899-60000001）
抄送 云岭区人民政府办公室，云岭区文化和旅游局
印发机关 云岭区旅游市场综合监管指挥中心综合科
印发日期 2022年3月11日
";
    assert_eq!(shown(&Workspace::sample("yunling", "2022/2022-03-07").paper("notice", Some(0))), expected);
}

#[test]
fn a_reply_to_an_office_that_is_no_superior_is_a_letter() {
    let expected = "\
版式 Letter
标志 云岭区旅游市场综合监管指挥中心
文号 云岭旅监〔2022〕24号
标题 云岭区旅游市场综合监管指挥中心关于《涉旅信息通报单》（3号）办理情况的函
主送 邻江县旅游市场综合监管指挥中心：
贵单位《涉旅信息通报单》（3号）于2022年3月22日收悉。现将办理情况函复如下：
# 一、反映问题
游客通过邻江县12345政务服务便民热线反映，乘坐云州翠湖旅游客运有限公司的旅游客车时，行李在途中损坏，要求赔偿。
# 二、核查情况
经调取车辆视频、询问当班驾驶员，行李系装卸不当损坏，情况属实。
# 三、处理结果
经调解，云州翠湖旅游客运有限公司与投诉人吴某某达成协议，已全额赔偿。
# 四、下一步措施
我中心已要求辖区旅游客运企业规范行李装卸，并将此类问题纳入日常检查。
特此函复。
署名 云岭区旅游市场综合监管指挥中心
日期 2022年3月25日
附注 （联系人：孙某某，联系电话：0899-60000001）
抄送 云岭区人民政府办公室，云岭区文化和旅游局
";
    let workspace = Workspace::sample("yunling", "2022/2022-03-21");
    assert_eq!(shown(&workspace.paper("notice", Some(0))), expected);
    assert!(shown(&workspace.paper("weekly", None)).contains("3月25日函复邻江县旅游市场综合监管指挥中心。"));
}

/// Replies to whoever `from` names, for the made-up office.
fn reply_to(from: &str) -> String {
    let week = file("data/yunling/2022/2022-03-21.yaml").replace("邻江县旅游市场综合监管指挥中心", from);
    shown(&Workspace::new(&file("data/yunling/office.yaml"), &week).paper("notice", Some(0)))
}

#[test]
fn whoever_the_office_lists_above_itself_gets_a_report() {
    let government = reply_to("云岭区人民政府");
    assert!(government.starts_with("版式 Upward\n") && government.contains("主送 云岭区人民政府：\n"), "{government}");
    for name in ["云州市旅游市场综合监管指挥中心", "云州市指挥中心", "市指挥中心"] {
        let superior = reply_to(name);
        assert!(superior.starts_with("版式 Upward\n") && superior.contains("主送 云州市旅游市场综合监管指挥中心：\n"));
    }
}

#[test]
fn an_office_without_a_mark_replies_on_plain_paper() {
    let office = file("data/panlong/office.yaml");
    let (before, after) = (office.find("公文:").unwrap(), office.find("联系:\n").unwrap());
    let office = format!("{}{}", &office[..before], &office[after..]);
    let reply = shown(&Workspace::new(&office, &file("data/panlong/2021/2021-01-08.yaml")).paper("notice", Some(0)));
    assert!(reply.starts_with("版式 Plain\n文号 盘旅调〔2021〕1号\n标题 "), "{reply}");
    assert!(!reply.contains("签发人") && !reply.contains("抄送"), "{reply}");
}

#[test]
fn the_built_in_weekly_tells_who_was_answered_how() {
    let week = file("data/panlong/2021/2021-01-08.yaml");
    let from = "    收到: 2021-01-11\n    来文单位: 官渡区旅游市场监管综合调度指挥中心";
    let week = week.replacen("    收到: 2021-01-11", from, 1);
    let workspace = Workspace::new(&file("data/panlong/office.yaml"), &week);
    let weekly = shown(&workspace.paper("weekly", None));
    assert!(
        weekly.contains("2021年1月11日收到官渡区旅游市场监管综合调度指挥中心《涉旅信息通报单》（6号）。有网民"),
        "{weekly}"
    );
    assert!(weekly.contains("已于1月12日函复官渡区旅游市场监管综合调度指挥中心。"), "{weekly}");
    assert!(weekly.contains("已于1月14日报告市指挥中心。"), "{weekly}");
    assert!(shown(&workspace.paper("notice", Some(0))).starts_with("版式 Letter\n"));
}

/// The built-in weekly report of the real week, in the form that the office's file names.
fn weekly_as(form: &str, week: &str) -> String {
    let office = file("data/panlong/office.yaml");
    let papers = format!("\n文书:\n  - {{ 代号: weekly, 模板: weekly, 每: 周, {form} }}\n");
    shown(&Workspace::new(&format!("{office}{papers}"), week).paper("weekly", None))
}

#[test]
fn one_built_in_weekly_makes_every_form_that_an_office_names() {
    let week = file("data/panlong/2021/2021-01-08.yaml");
    let plain = weekly_as("版式: 白头", &week);
    assert!(plain.starts_with("版式 Plain\n标题 盘龙区旅游市场秩序整治工作情况周报（第2期）\n主送 "), "{plain}");

    let bulletin = weekly_as("版式: 简报, 标志: 旅游市场整治简报, 编印: 区指挥中心办公室", &week);
    let head = "\
版式 Bulletin
标志 旅游市场整治简报
期号 （第2期）
编印 区指挥中心办公室
编印日期 2021年1月15日
2021年1月8日—1月14日，盘龙区旅游市场监管综合调度指挥中心主要工作情况：出动100余人次、检查50余家次。
# 一、";
    assert!(bulletin.starts_with(head), "{bulletin}");
    let foot = "\
抄送 盘龙区人民政府办公室，盘龙区文化和旅游局
印发机关 盘龙区旅游市场监管综合调度指挥中心办公室
印发日期 2021年1月15日
";
    assert_eq!(from(&bulletin, "抄送"), foot);
    assert!(bulletin.contains("吸引游客目光。\n附件说明 投诉办理情况表\n附件（横排） 投诉办理情况表\n"), "{bulletin}");

    let numbered = week.replace("期号: 2 ", "文号: 7\n期号: 2 ");
    let report = weekly_as("版式: 上行文", &numbered);
    let head = "\
版式 Upward
标志 盘龙区旅游市场监管综合调度指挥中心文件
文号 盘旅调〔2021〕7号
签发人 李某某
标题 盘龙区旅游市场秩序整治工作情况周报（第2期）
主送 昆明市旅游市场监管综合调度指挥中心：
";
    assert!(report.starts_with(head), "{report}");
    let foot = "\
抄送 盘龙区人民政府办公室，盘龙区文化和旅游局
印发机关 盘龙区旅游市场监管综合调度指挥中心办公室
印发日期 2021年1月15日
";
    let end = from(&report, "署名");
    assert!(end.starts_with("署名 盘龙区旅游市场监管综合调度指挥中心\n日期 2021年1月15日\n附件（横排）"), "{report}");
    assert_eq!(from(end, "抄送"), foot);
    assert!(
        weekly_as("版式: 公文", &numbered)
            .starts_with("版式 Downward\n标志 盘龙区旅游市场监管综合调度指挥中心文件\n文号")
    );
    let letter = weekly_as("版式: 信函", &numbered);
    assert!(
        letter.starts_with("版式 Letter\n标志 盘龙区旅游市场监管综合调度指挥中心\n文号") && !letter.contains("印发"),
        "{letter}"
    );
}

#[test]
fn the_built_in_weekly_tells_any_inspections_and_cases() {
    let office = file("data/yunling/office.yaml").replace("模板: weekly, 每: 周, 版式: 简报", "模板: weekly, 每: 周");
    let weekly = shown(&Workspace::new(&office, &file("data/yunling/2022/2022-03-07.yaml")).paper("weekly", None));
    assert!(weekly.starts_with("版式 Plain\n标题 云岭旅游市场监管周报（第9期）\n"), "{weekly}");
    assert!(
        weekly.contains(
            "主要工作情况：旅游车辆72辆次、驾驶员72人次、导游31人次、旅行社6家次、景区8家次、购物店12家次。现将本周"
        ),
        "{weekly}"
    );
    assert!(weekly.contains("# 三、案件查处情况\n本周查处案件2起。2022年3月9日，区交通运输局查处云州翠湖旅游客运有限公司旅游客车未按规定线路运行一案，责令"), "{weekly}");
}

#[test]
fn seals_stamps_and_margins_come_from_the_offices_file() {
    let office = file("data/yunling/office.yaml").replace(
        "  双面: 是\n",
        "  印章: { 图: 图/印章.png }\n  签名章: { 职务: 主任, 姓名: 李某某, 图: 图/印章.png, 宽: 30 }\n  页边距: 按字面\n",
    );
    let workspace =
        Workspace::new(&office, &file("data/yunling/2022/2022-03-07.yaml")).file("图/印章.png", seal_picture());
    let reply = workspace.paper("notice", Some(0));
    assert!(shown(&reply).contains("日期 2022年3月11日\n印章 [true]\n"), "{}", shown(&reply));
    assert_eq!((reply.printing.both_sides, reply.printing.margins), (false, Margins::Ink));
    let Some(zhoubao::document::Sealing::Sealed(seals)) = reply.signature.map(|signature| signature.sealing) else {
        panic!("no seal")
    };
    let seal = seals[0].as_ref().unwrap();
    assert_eq!((seal.width, seal.height), (42.0, 42.0));
    assert_eq!(seal.description, "云岭区旅游市场综合监管指挥中心印章");

    let order = "\
---
版式: 命令
标志: 云岭区旅游市场综合监管指挥中心令
文号: 第3号
盖章: 签名章
职务: \"{{ office.stamp.title }}\"
签名: \"{{ office.stamp.name }}\"
日期: \"{{ week.dated | full_date }}\"
---
《云岭区旅游投诉处理办法》现予公布。
";
    let order = workspace.file("templates/order.md", order).paper("order", None);
    assert_eq!(order.form, Form::Order);
    assert!(shown(&order).ends_with("日期 2022年3月14日\n签名章 主任 李某某 true\n"), "{}", shown(&order));

    let without_picture = office.replace("图: 图/印章.png }", "直径: 40.5 }");
    let workspace = Workspace::new(&without_picture, &file("data/yunling/2022/2022-03-07.yaml"))
        .file("图/印章.png", seal_picture());
    assert!(shown(&workspace.paper("notice", Some(0))).contains("印章 [false]\n"), "room is left for the seal");
}

#[test]
fn a_joint_paper_bears_the_offices_own_seal_and_leaves_room_for_the_others() {
    let office = file("data/panlong/office.yaml").replace("公文:\n", "公文:\n  印章: { 图: 印章.png }\n");
    let week = file("data/panlong/2021/2021-01-08.yaml");
    for (organs, seals) in [
        ("[\"{{ office.name }}\", 盘龙区文化和旅游局]", "[true, false]"),
        ("[盘龙区文化和旅游局, 盘龙区公安局, 盘龙区旅游市场监管综合调度指挥中心]", "[false, false, true]"),
        ("[盘龙区文化和旅游局, \" 盘龙区旅游市场监管综合调度指挥中心 \"]", "[false, true]"),
        ("[盘龙区文化和旅游局, 盘龙区公安局]", "[false, false]"),
    ] {
        let template = format!("---\n标题: 联合通知\n署名: {organs}\n日期: 2021年1月15日\n盖章: 盖章\n---\n正文。\n");
        let workspace =
            Workspace::new(&office, &week).file("印章.png", seal_picture()).file("templates/joint.md", template);
        let paper = shown(&workspace.paper("joint", None));
        assert!(paper.ends_with(&format!("印章 {seals}\n")), "{organs}: {paper}");
    }
}

#[test]
fn every_form_has_a_word() {
    for (word, form) in [
        ("白头", Form::Plain),
        ("公文", Form::Downward),
        ("上行文", Form::Upward),
        ("信函", Form::Letter),
        ("命令", Form::Order),
        ("纪要", Form::Minutes),
        ("简报", Form::Bulletin),
    ] {
        let mark = if form == Form::Plain { "" } else { "标志: 甲中心文件\n" };
        let number = if matches!(form, Form::Bulletin) { "" } else { "文号: 甲发〔2021〕1号\n" };
        let signed = match form {
            Form::Upward => "签发人: 李某某\n",
            Form::Order => "盖章: 签名章\n职务: 主任\n签名: 李某某\n日期: 2021年1月15日\n",
            _ => "",
        };
        let template = format!("---\n版式: {word}\n{mark}{number}{signed}标题: 通知\n---\n正文。\n");
        assert_eq!(crate::office::made(&template).form, form, "{word}");
    }
    assert!(parse::<Office>("office.yaml", &file("data/yunling/office.yaml")).papers.written().is_some());
}

#[test]
fn what_became_of_open_complaints_is_reported_in_the_weekly() {
    let weekly = |entries: &str| {
        let week =
            file("data/panlong/2021/2021-01-08.yaml").replace("\n退换货:", &format!("\n续办:\n{entries}\n退换货:"));
        shown(&Workspace::new(&file("data/panlong/office.yaml"), &week).paper("weekly", None))
    };
    let closed = "  - { 平台: 12301平台, 被投诉: 昆明世界园艺博览园, 转办: 区文化和旅游局, 状态: 办结 }\n";
    let paper = weekly(closed);
    let expected = "\n此前未办结的投诉1件：12301平台投诉昆明世界园艺博览园，已由区文化和旅游局办结。\n";
    assert!(paper.contains(expected), "{paper}");

    let timed = "  - { 平台: “一机游”游客投诉平台, 被投诉: 昆明乐途旅行社有限公司, 转办: 区指挥中心, 状态: 办结, 办结时长: 26小时 }\n";
    let open = "  - { 平台: 智旅通投诉平台, 被投诉: 昆明乐途旅行社有限公司, 转办: 区文化和旅游局, 状态: 处理中 }\n";
    let paper = weekly(&[closed, timed, timed, open].concat());
    let expected = "\n此前未办结的投诉4件：12301平台投诉昆明世界园艺博览园，已由区文化和旅游局办结；\
                    “一机游”游客投诉平台投诉昆明乐途旅行社有限公司2件，已由区指挥中心办结，办结时长26小时、26小时；\
                    智旅通投诉平台投诉昆明乐途旅行社有限公司，区文化和旅游局正在办理。\n";
    assert!(paper.contains(expected), "{paper}");
    // They are not counted again.
    assert!(paper.contains("有效投诉6件，办结总时长1小时19分钟"), "{paper}");
}

#[test]
fn the_office_calls_itself_by_one_name_whichever_a_record_has() {
    let entry =
        |unit: &str| format!("  - {{ 平台: 12301平台, 被投诉: 昆明世界园艺博览园, 转办: {unit}, 状态: 处理中 }}\n");
    let entries = ["区指挥中心", "盘龙区指挥中心", "区文化和旅游局"].map(entry).concat();
    let week = file("data/panlong/2021/2021-01-08.yaml").replace("\n退换货:", &format!("\n续办:\n{entries}\n退换货:"));
    let paper = shown(&Workspace::new(&file("data/panlong/office.yaml"), &week).paper("weekly", None));
    let expected = "\n此前未办结的投诉3件：12301平台投诉昆明世界园艺博览园2件，区指挥中心正在办理；\
                    12301平台投诉昆明世界园艺博览园，区文化和旅游局正在办理。\n";
    assert!(paper.contains(expected), "{paper}");
}

#[test]
fn complaints_that_do_not_count_are_told_apart_from_those_that_do() {
    let week = file("data/panlong/2021/2021-01-08.yaml");
    let closed = "转办: 区指挥中心, 状态: 办结, 办结时长: 44分钟 }";
    assert!(week.contains(closed));
    let week = week.replace(closed, "转办: 区指挥中心, 状态: 办结, 办结时长: 44分钟, 有效: 否 }");
    let office = format!("{}投诉附表: 20\n", file("data/panlong/office.yaml"));
    let paper = shown(&Workspace::new(&office, &week).paper("weekly", None));
    for told in [
        "收到投诉9件，",
        "由区指挥中心办理，已办结，办结时长44分钟，不计入有效投诉",
        "有效投诉5件，办结总时长35分钟，平均7分钟。",
    ] {
        assert!(paper.contains(told), "{told}: {paper}");
    }
}

#[test]
fn a_time_that_was_not_measured_is_reported_as_such() {
    let week = file("data/panlong/2021/2021-01-08.yaml").replacen("状态: 办结, 办结时长: 3分钟", "状态: 办结", 1);
    let office: Office = parse("office.yaml", &file("data/panlong/office.yaml"));
    let week = parse("周.yaml", &week);
    let (pictures, templates) = (zhoubao::compose::Pictures::default(), zhoubao::compose::Templates::default());
    let composer = zhoubao::compose::Composer::new(&office, &pictures, &week, &templates).unwrap();
    let paper = shown(&composer.compose("weekly", "weekly", zhoubao::compose::Topic::Week).unwrap());
    assert!(paper.contains("有效投诉6件，其中5件记有办结时长，办结总时长1小时16分钟，平均15.2分钟。"), "{paper}");
}

/// A paper from those words on.
fn from<'a>(paper: &'a str, words: &str) -> &'a str {
    &paper[paper.find(words).unwrap()..]
}
