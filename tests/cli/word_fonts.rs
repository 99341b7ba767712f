//! An office says which families its Word files name, and is told what a colleague will see.

use std::fs;

use crate::program::{Room, Said, quiet_office};

const WEEKLY: &str = "output/panlong/2021-01-08/weekly.docx";

/// The sample office, of which nothing is to be told, with families of its own.
fn with_fonts(fonts: &str) -> Room {
    Room::sample().file("data/panlong/office.yaml", format!("{}{fonts}", quiet_office()))
}

/// A part of a Word file.
fn part(room: &Room, name: &str) -> String {
    let mut archive = zip::ZipArchive::new(fs::File::open(room.path(WEEKLY)).unwrap()).unwrap();
    std::io::read_to_string(archive.by_name(name).unwrap()).unwrap()
}

/// The families that a Word file's styles name.
fn families(room: &Room) -> Vec<String> {
    let styles = part(room, "word/styles.xml");
    let mut families: Vec<_> =
        styles.split("w:eastAsia=\"").skip(1).map(|behind| behind.split('"').next().unwrap().to_owned()).collect();
    families.sort();
    families.dedup();
    families.retain(|family| family != "zh-CN");
    families
}

fn build(room: &Room) -> Said {
    room.run(&["build", "--kind", "weekly"])
}

#[test]
fn word_files_name_the_families_that_the_office_wants_and_the_pdf_is_as_before() {
    let usual = with_fonts("");
    assert_eq!(build(&usual).status, 0);
    assert_eq!(families(&usual), ["仿宋_GB2312", "宋体", "方正小标宋简体", "楷体_GB2312", "黑体"]);

    // Both families are known to be as wide as the usual ones: not a byte of the PDF is another.
    let wanted = with_fonts("字体: { 仿宋: 仿宋, 楷体: 楷体 }\n");
    let said = build(&wanted);
    assert_eq!((said.status, said.stderr.contains("font-widths")), (0, false), "{}", said.stderr);
    assert_eq!(families(&wanted), ["仿宋", "宋体", "方正小标宋简体", "楷体", "黑体"]);
    // A PC without 仿宋 looks for 仿宋_GB2312 first.
    let table = part(&wanted, "word/fontTable.xml");
    let entry =
        r#"<w:font w:name="仿宋"><w:altName w:val="仿宋_GB2312,FangSong,FangSong_GB2312,STFangsong,FandolFang"/>"#;
    assert!(table.contains(entry), "{table}");
    let pdf = |room: &Room| fs::read(room.path(&WEEKLY.replace("docx", "pdf"))).unwrap();
    assert!(pdf(&usual) == pdf(&wanted));
}

#[test]
fn a_family_of_unknown_widths_is_told_with_what_lines_are_broken_by() {
    let fonts = "字体:\n  小标宋: 方正小标宋_GBK\n";
    let said = build(&with_fonts(fonts));
    assert_eq!(said.status, 0);
    assert_eq!(
        said.stderr,
        "\
建议[font-widths]: Word 文件的小标宋写的是「方正小标宋_GBK」，不知道这种字体的字有多宽：断行时当作数字、字母半个字宽，汉字一个字宽
  --> data/panlong/office.yaml:98:8
   |
98 |   小标宋: 方正小标宋_GBK
   |           ^^^^^^^^^^^^^^ 这种字体
   |
   = 帮助: 在装有「方正小标宋_GBK」的电脑上打开做好的 Word 文件，核对断行；核对过了，在「检查」的「轻重」里写 font-widths: 不查
1 个指挥中心，1 周，2 个文件，建议 1 处，已认可 3 处"
    );
    // Whoever has looked does not want to hear of it again.
    let office = quiet_office().replace("轻重: { ", "轻重: { font-widths: 不查, ");
    let said = build(&Room::sample().file("data/panlong/office.yaml", format!("{office}{fonts}")));
    assert_eq!((said.status, said.stderr.contains("font-widths")), (0, false), "{}", said.stderr);
}

#[test]
fn what_is_no_familys_name_is_told() {
    let said = with_fonts("字体:\n  仿宋: FZFSK.TTF\n  正文: 仿宋\n").run(&["check"]);
    assert_eq!(said.status, 1);
    assert!(said.stderr.contains("「FZFSK.TTF」不是字体的名称"), "{}", said.stderr);
    assert!(
        said.stderr.contains("照 Word 的字体框里显示的写，只写一种，不写文件名，例如 方正仿宋_GBK"),
        "{}",
        said.stderr
    );
    assert!(said.stderr.contains("「正文」"), "{}", said.stderr);
}

#[test]
fn a_rare_character_is_named_by_the_offices_own_family_where_that_has_it() {
    // GB 2312 lacks 喆, GBK has it.
    let template = "---\n标题: 周报\n---\n张喆在场。\n";
    for (fonts, wanted) in
        [("", "仿宋"), ("字体: { 仿宋: 方正仿宋_GBK }\n", "方正仿宋_GBK"), ("字体: { 仿宋: 方正仿宋简体 }\n", "仿宋")]
    {
        let room = with_fonts(fonts).file("data/panlong/templates/weekly.md", template);
        let said = build(&room);
        assert_eq!(said.status, 0, "{}", said.stderr);
        let document = part(&room, "word/document.xml");
        let (before, _) = document.split_once(">喆<").unwrap();
        let (_, run) = before.rsplit_once("<w:r>").unwrap();
        assert!(run.contains(&format!(r#"w:eastAsia="{wanted}""#)), "{fonts}: {run}");
        assert!(!part(&room, "word/fontTable.xml").contains("WenKai"), "{fonts}");
    }
}

#[test]
fn fonts_says_what_a_colleague_will_see() {
    let room = with_fonts("字体: { 小标宋: 方正小标宋_GBK, 宋体: FandolSong }\n");
    let said = room.run(&["fonts"]);
    assert_eq!((said.status, said.stderr.as_str()), (0, ""));
    let told: Vec<&str> = said.stdout.split("\n\n").collect();
    assert!(told[0].starts_with("仿宋\t") && told[0].contains("\n补字\t"), "{}", told[0]);
    assert_eq!(
        told[1],
        "\
panlong 的 Word 文件里只写字体的名称，同事看到的是他那台电脑上的字体：
仿宋\t仿宋_GB2312\t这台电脑上没有；断行用它的字宽：数字、字母半个字；没有它的电脑依次换成 仿宋、FangSong、FangSong_GB2312、STFangsong、FandolFang，再没有就用系统默认的字体
楷体\t楷体_GB2312\t这台电脑上没有；断行用它的字宽：数字、字母半个字；没有它的电脑依次换成 楷体、KaiTi、KaiTi_GB2312、STKaiti、FandolKai，再没有就用系统默认的字体
黑体\t黑体\t这台电脑上没有；断行用它的字宽：数字、字母半个字；没有它的电脑依次换成 SimHei、STHeiti、FandolHei，再没有就用系统默认的字体
小标宋\t方正小标宋_GBK\t这台电脑上没有；不知道它的字宽，断行时当作数字、字母半个字；没有它的电脑依次换成 方正小标宋简体、FZXiaoBiaoSong-B05S、小标宋、STZhongsong、FandolSong，再没有就用系统默认的字体
宋体\tFandolSong\t这台电脑上有；断行用它自己的字宽；没有它的电脑依次换成 宋体、SimSun、STSong，再没有就用系统默认的字体"
    );
    assert!(told[2].starts_with("安装免费字体："), "{}", told[2]);
    // Before there is any office, it tells what Word files usually name.
    let said = Room::empty().run(&["fonts"]);
    assert_eq!(said.status, 0);
    assert!(
        said.stdout.contains("\n\nWord 文件里只写字体的名称，同事看到的是他那台电脑上的字体：\n仿宋\t仿宋_GB2312\t")
    );
}
