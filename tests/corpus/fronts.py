"""Front matter of every form, and titles of one to four lines."""

import names
from office import NAME, SUPERIOR

DATE = "2021年1月15日"
SHORT_COPIES = ["区政府办公室"]
LONG_COPIES = [
    "区委办公室", "区人大常委会办公室", "区政府办公室", "区政协办公室", "区纪委区监委", "区法院", "区检察院", "区委宣传部（区政府新闻办）",
    "区委网信办", "区文化和旅游局", "区市场监督管理局", "青湖公安分局", "区交通运输局", "区商务和投资促进局", "翠屏街道办事处", "石门镇人民政府",
    "云州市旅游监察支队（“12301”平台办公室）", "各涉旅行业协会", "区级各人民团体", "驻区各单位",
]  # fmt: skip


def title(writer, lines, kind="通知"):
    """A title that takes about so many lines of 20 characters."""
    place, firm, cause = (writer.one(source) for source in (names.PLACES, names.FIRMS, names.CAUSES))
    match lines:
        case 1:
            return f"关于开展{place}专项整治的{kind}"
        case 2:
            return f"青湖区指挥中心关于《涉旅信息通报单》（{writer.number()}号）反映{place}问题办理情况的{kind}"
        case 3:
            return f"{NAME}关于转发《云州市文化和旅游局关于进一步规范“一部手机游”平台退换货工作的通知》的{kind}"
        case _:
            return (
                f"{NAME}、青湖区文化和旅游局、青湖区市场监督管理局关于{firm}涉嫌{cause}等"
                f"{writer.number(2, 20)}件投诉办理情况及贯彻落实《云南省旅游条例（2021年修订）》有关工作的{kind}"
            )


def imprint(copies=SHORT_COPIES):
    return {"抄送": copies, "印发机关": f"{NAME}办公室", "印发日期": DATE}


def signed(organs=NAME, sealing=None):
    return {"署名": organs, "日期": DATE, "盖章": sealing}


NOTE = {"附注": "（联系人：张某某，联系电话：19900000012）"}


def official(writer, lines=2, kind="通知", mark=f"{NAME}文件"):
    """下行文 without signature, note and 版记."""
    return {
        "版式": "公文",
        "标志": mark,
        "文号": f"青旅调〔2021〕{writer.number()}号",
        "标题": title(writer, lines, kind),
        "主送": "各成员单位，各街道办事处、镇人民政府：",
    }


def upward(writer, signers, lines=2, kind="报告"):
    return official(writer, lines, kind) | {"版式": "上行文", "签发人": signers, "主送": f"{SUPERIOR}："}


def letter(writer, lines=2, mark=NAME):
    return official(writer, lines, "函") | {
        "版式": "信函",
        "标志": mark,
        "文号": f"青旅调函〔2021〕{writer.number()}号",
        "主送": "西双版纳州旅游市场监管综合调度指挥中心：",
    }


def order(number):
    return {
        "版式": "命令",
        "标志": "青湖区人民政府令",
        "文号": number,
        "盖章": "签名章",
        "职务": "区长",
        "签名": "李某某",
        "日期": DATE,
    }


def minutes(title=None):
    return {"版式": "纪要", "标志": "青湖区旅游市场联席会议纪要", "期号": "（第3期）", "标题": title}


def bulletin(title=None):
    return {
        "版式": "简报",
        "标志": "青湖区旅游市场秩序整治工作周报",
        "期号": "（第2期）",
        "编印": NAME,
        "编印日期": DATE,
        "标题": title,
    }
