//! What is masked, and what is nobody's.

use super::{masked, masked_below};

#[test]
fn numbers_of_persons_lose_their_middle() {
    for (typed, shown) in [
        ("联系19900000001核实", "联系199****0001核实"),
        ("１９９０００００００１", "１９９****０００１"),
        ("138 1234 5678、138-1234-5678", "138 **** 5678、138-****-5678"),
        ("0871-63112345", "0871-****2345"),
        ("(0871)6311234", "(0871)***1234"),
        ("087163112345", "0871****2345"),
        ("身份证530102199001011234", "身份证530***********1234"),
        ("身份证53010219900101123X", "身份证530***********123X"),
        ("卡号6222021234567890123。", "卡号622************0123。"),
        ("电话: \"1990000001\"", "电话: \"199***0001\""),
        ("电话：6311 2345", "电话：**** 2345"),
    ] {
        assert_eq!(masked(typed), shown);
        assert_eq!(masked(typed).chars().count(), typed.chars().count());
    }
}

#[test]
fn names_keep_their_first_character() {
    for (typed, shown) in [
        ("投诉人: { 姓名: 王小明, 电话: \"13812345678\" }", "投诉人: { 姓名: 王**, 电话: \"138****5678\" }"),
        ("姓名：\"欧阳 小明\"", "姓名：\"欧* **\""),
        ("姓名: 刘某某", "姓名: 刘某某"),
        ("姓名:", "姓名:"),
        ("补上一行「姓名: …」，与同一条里的其他键左边对齐", "补上一行「姓名: …」，与同一条里的其他键左边对齐"),
    ] {
        assert_eq!(masked(typed), shown);
    }
    assert_eq!(masked_below("      姓名:", "        王小明"), "        王**");
    assert_eq!(masked_below("      来源:", "        王小明"), "        王小明");
}

#[test]
fn plates_passports_and_accounts_are_hidden() {
    for (typed, shown) in [
        ("车牌云A12345的车", "车牌云A***45的车"),
        ("云A·12345、云a D12345", "云A·***45、云a ****45"),
        ("云Ａ１２３４５", "云Ａ***４５"),
        ("改成半角的「A12345」", "改成半角的「A***45」"),
        ("护照E12345678，EA1234567", "护照E******78，E******67"),
        ("QQ号：123456789；微信号wang_2021", "QQ号：12*******；微信号wa*******"),
    ] {
        assert_eq!(masked(typed), shown);
    }
}

#[test]
fn names_in_prose_and_behind_slips_are_hidden() {
    for (typed, shown) in [
        ("投诉人: 诸葛孔明 13812345678", "投诉人: 诸*** ***********"),
        ("姓 名: 王小明", "姓 名: 王**"),
        ("{ 姓名: *诸葛孔明 }", "{ 姓名: *诸*** }"),
        ("姓名: 诸葛 #孔明", "姓名: 诸* ***"),
        ("游客王小明反映，李大明女士、诸葛孔明先生称", "游客王**反映，李**女士、诸葛**先生称"),
    ] {
        assert_eq!(masked(typed), shown);
    }
}

#[test]
fn much_in_a_row_hides_no_more_than_once_and_takes_no_longer() {
    let many = 100_000;
    assert_eq!(masked(&"a".repeat(many)), "a".repeat(many));
    assert_eq!(masked(&"Q".repeat(many)), format!("QQQQ{}", "*".repeat(many - 4)));
    let phones = masked(&"电话：1".repeat(many)).into_owned();
    assert!(phones.starts_with("电话：1电话：1电话：1电话：*电话：*"), "{}", &phones[..60]);
    assert!(masked(&"姓名：".repeat(many)).starts_with("姓名：姓*"));
}

#[test]
fn what_is_nobodys_stays() {
    for typed in [
        "游客高度评价，导游李女士、投诉人王某某，A级景区，云南A级景区12家",
        "游客马上反映情况，投诉人: { 姓名: 刘某某 }，微信公众号，2021-01-08",
        "GB18030、ISO14001、https://a.cn/12345678",
        "可拨打12345、96301或12301平台",
        "电话: \"12345\"",
        "周期: { 起: 2021-01-08, 止: 2021-01-14 }，金额: 42565.00",
        "（盘考办通〔2020〕9号）2021-01-08 2021-01-14",
        "第 12345678901 号",
    ] {
        assert_eq!(masked(typed), typed);
    }
}
