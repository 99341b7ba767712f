"""`zhoubao lsp` as an editor sees it: pytest-lsp's client over stdin and stdout, places in UTF-16 units."""

import asyncio
import datetime
import json
import pathlib
import random
import shutil
import subprocess
import time

import house
import pytest
import pytest_asyncio
import typist
from lsprotocol import types as lsp

FIXTURE = house.ROOT / "tests/checks"
OFFICE = "青禾 office"


@pytest.fixture
def folder(tmp_path):
    """The office of the checks, in which nothing is wrong, under a path with Chinese and a space."""
    folder = tmp_path / "数据" / OFFICE
    folder.mkdir(parents=True)
    shutil.copy(FIXTURE / "office.yaml", folder)
    (folder / "2023").mkdir()
    for week in FIXTURE.glob("2023-*.yaml"):
        shutil.copy(week, folder / "2023")
    return folder


@pytest.fixture
def week(folder):
    return folder / "2023/2023-03-06.yaml"


@pytest_asyncio.fixture
async def client(folder):
    client = await typist.config().start()
    typist.keep_versions(client)
    await typist.start(client, folder)
    yield client
    await client.shutdown_session()
    await client.stop()


pytestmark = pytest.mark.asyncio


async def test_a_clean_week_has_no_finding_and_a_slip_is_told_while_it_is_typed(client, week):
    file = typist.File(client, week)
    assert await file.findings() == []
    file.replace("办结时长: 25分钟", "办结时长: 25fen")
    (finding,) = await file.findings()
    assert (finding.severity, finding.source) == (lsp.DiagnosticSeverity.Error, "zhoubao")
    assert file.at(finding.range) == "25fen"
    file.replace("25fen", "25分钟")
    assert await file.findings() == []


async def test_places_behind_a_surrogate_pair_and_in_crlf_are_those_of_the_editor(client, week):
    text = week.read_text(encoding="utf-8").replace("\n", "\r\n")
    file = typist.File(client, week, text)
    file.replace("被投诉: 雪山神话乐园, 转办", "被投诉: 𠮷𠮷雪山, 状太: 办结, 转办")
    findings = [finding for finding in await file.findings() if finding.code == "key-unknown"]
    (finding,) = findings
    assert file.at(finding.range) == "状太"
    assert finding.range == file.range("状太")
    assert finding.range.start.character == len("    - { 日期: 2023-03-10, 被投诉: 𠮷𠮷雪山, ") + 2


async def test_text_that_is_not_saved_counts_and_the_disk_counts_again_once_it_is_closed(client, folder, week):
    file = typist.File(client, week)
    later = typist.File(client, folder / "2023/2023-03-13.yaml")
    assert await later.findings() == []
    file.replace("止: 2023-03-12", "止: 2023-03-13")
    for _ in range(400):
        if any(it.code == "week-overlap" for it in client.diagnostics[later.uri]):
            break
        await asyncio.sleep(0.005)
    (overlap,) = [it for it in client.diagnostics[later.uri] if it.code == "week-overlap"]
    (related, *_) = overlap.related_information
    assert related.location.uri == file.uri
    assert file.at(related.location.range) == "2023-03-13"
    client.text_document_did_close(lsp.DidCloseTextDocumentParams(text_document=file.id))
    later.replace("\n", "\n\n")
    assert await later.codes() == []
    assert list(client.diagnostics[file.uri]) == []


async def test_a_change_of_the_office_is_seen_in_its_open_weeks(client, folder, week):
    file, office = typist.File(client, week), typist.File(client, folder / "office.yaml")
    assert await file.findings() == await office.findings() == []
    office.replace("名称: 12301平台,", "名称: 12302平台,")
    assert await office.findings() == []
    file.replace("\n", "\n\n")
    found = {(it.code, file.at(it.range)) for it in await file.findings()}
    assert ("reference-unknown", "12301平台") in found


async def test_formats_and_encodings_of_papers_are_offered(client, folder):
    office = typist.File(client, folder / "office.yaml")
    end = len(office.text)
    office.edit(end, 0, "\n文书:\n  - { 代号: weekly, 模板: weekly, 格式: [docx, x], 编码: G }\n")
    assert "xlsx" in await office.complete("格式: [docx, x")
    assert "GB18030" in await office.complete("编码: G")


async def test_yaml_of_no_office_is_left_alone(client, tmp_path):
    stranger = tmp_path / "compose.yaml"
    stranger.write_text("services: [", encoding="utf-8")
    file = typist.File(client, stranger)
    assert await file.complete("services") == {}
    assert await file.hover("services") is None
    assert file.uri not in client.diagnostics


async def test_half_typed_yaml_has_its_syntax_error_and_help_goes_on(client, week):
    file = typist.File(client, week)
    file.replace("  “云游”投诉平台:", "    - { 被投诉: 雪\n  “云游”投诉平台:")
    (finding,) = await file.findings()
    assert finding.code == "yaml-syntax"
    assert set(await file.complete("{ 被投诉: 雪")) >= {"雪山神话乐园"}
    assert "办结用了多久" in await file.hover("办结时长")


async def test_keys_that_are_not_there_yet(client, week):
    file = typist.File(client, week)
    file.replace("    来源: 南渡市", "    \n    来源: 南渡市")
    blank = "收到: 2023-03-07\n    "
    keys = await file.complete(blank)
    assert "来文单位" in keys and "编号" not in keys and "来源" not in keys
    assert keys["来文单位"].detail == "哪个单位发来的；不写就是上级"
    assert keys["来文单位"].text_edit.new_text == "来文单位: $0"
    assert keys["来文单位"].text_edit.range.start == file.position(file.text.index(blank) + len(blank))
    file.replace("状态: 处理中 }", "状态: 处理中,  }")
    assert list(await file.complete("状态: 处理中, ")) == ["编号", "办结时长", "有效"]


async def test_platforms_firms_units_and_words(client, week):
    file = typist.File(client, week)
    file.replace("  12301平台: []\n", "  1\n")
    platforms = await file.complete("投诉:\n  1")
    assert list(platforms) == ["12301平台"]
    assert platforms["12301平台"].text_edit.new_text == "12301平台: ${0:[]}"
    assert file.at(platforms["12301平台"].text_edit.range) == "1"
    firms = await file.complete("2023-03-10, 被投诉: 雪山")
    assert "青禾古镇景区管理有限公司" in firms
    assert file.at(firms["青禾古镇景区管理有限公司"].text_edit.range) == "雪山神话乐园"
    assert list(await file.complete("区市场监管局, 状态: ")) == ["处理中", "办结"]
    assert "区指挥中心" in await file.complete("雪山神话乐园, 转办: ")
    file.replace("[区文化和旅游局, 区市场监管局, 青禾公安分局, 区交通运输局]", "[区文化和旅游局, ]")
    members = list(await file.complete("[区文化和旅游局, "))
    assert members == ["区市场监管局", "青禾公安分局", "区交通运输局", "河东街道办事处"]


async def test_days_rules_and_fields(client, week):
    file = typist.File(client, week)
    days = await file.complete("收到: ")
    assert days["2023-03-06"].detail == "星期一" and "2023-03-20" not in days
    file.write(file.text + "认可:\n  - 规则: \n")
    assert "complaint-time-missing" in await file.complete("  - 规则: ")
    assert "key-missing" not in await file.complete("  - 规则: ")
    file.replace("责令{被投诉}改正", "责令{改正")
    fields = await file.complete("责令{")
    assert list(fields)[:3] == ["来源", "被投诉", "投诉人"]
    assert fields["被投诉"].text_edit.new_text == "被投诉}"


async def test_hover_tells_meanings_names_values_and_days(client, week):
    file = typist.File(client, week)
    assert "哪个单位发来的" not in await file.hover("来源")
    assert await file.hover("反映") == "**反映**：反映了什么问题"
    assert "简称 青禾古镇" in await file.hover("青禾古镇景区管理有限公司")
    assert await file.hover("投诉人}") == "{投诉人} 印作：周某某（19900000004）"
    assert "星期二，在本周之内" in await file.hover("2023-03-07")
    assert "星期一，不在本周之内" in await file.hover("2023-03-13")


async def test_hover_tells_what_becomes_of_a_figure(client):
    real = house.ROOT / "data/panlong/2021/2021-01-08.yaml"
    file = typist.File(client, real)
    mean = await file.hover("办结时长: 44分钟")
    assert "平均办结时长：13.16 = 79 分钟 ÷ 6 件 = 13.166666…，截断到 2 位小数" in mean
    assert "投诉件数（智旅通投诉平台）：2" in await file.hover("智旅通投诉平台", within="投诉:\n")
    assert "未报送单位" in await file.hover("单位", within="旅游市场秩序整治周报\n")


async def test_from_a_notice_to_its_complaint(client, week):
    file = typist.File(client, week)
    (complaint,) = await file.definition("关联投诉")
    assert complaint.uri == file.uri
    assert file.at(complaint.range).startswith("{ 日期: 2023-03-06, 被投诉: 青禾古镇景区管理有限公司")


async def test_from_names_and_fields_to_where_they_are_written(client, folder, week):
    file, office = typist.File(client, week), typist.File(client, folder / "office.yaml")
    (unit,) = await file.definition("区市场监管局")
    assert (unit.uri, office.at(unit.range)) == (office.uri, "区市场监管局")
    (platform,) = await file.definition("12301平台")
    assert platform.range == office.range("12301平台")
    (field,) = await file.definition("来源}")
    assert field.range == file.range("来源")
    client.text_document_did_close(lsp.DidCloseTextDocumentParams(text_document=office.id))
    (unit,) = await file.definition("区市场监管局")
    assert unit.uri == (folder / "office.yaml").as_uri()


async def test_what_is_carried_over_is_last_weeks_complaint(client, folder, week):
    file = typist.File(client, folder / "2023/2023-03-13.yaml")
    (complaint,) = await file.definition("平台", within="续办:")
    assert complaint.uri == week.as_uri()
    earlier = typist.File(client, week)
    assert "雪山神话乐园" in earlier.at(complaint.range)


async def test_a_finding_is_let_stand_with_a_reason(client, week):
    file = typist.File(client, week)
    file.replace(", 办结时长: 25分钟", "")
    (finding,) = await file.findings()
    assert finding.code == "complaint-time-missing"
    place = file.range("状态: 办结 }", within="“云游”投诉平台:")
    context = lsp.CodeActionContext(diagnostics=[])
    params = lsp.CodeActionParams(text_document=file.id, range=place, context=context)
    actions = await client.text_document_code_action_async(params)
    (letting,) = [action for action in actions if action.title.startswith("认可")]
    file.apply(letting.edit)
    assert file.text.endswith("认可:\n  - 规则: complaint-time-missing\n    内容: '状态: 办结'\n    理由: 请写明理由\n")
    (finding,) = await file.findings()
    assert finding.severity == lsp.DiagnosticSeverity.Hint
    assert "请写明理由" in finding.message


async def test_a_likely_fix_is_offered_and_none_that_is_not_asked_for(client, week):
    file = typist.File(client, week)
    # A date is not guessed at, a registered name is.
    file.replace("被投诉: 雪山神话乐园", "被投诉: 雪山神活乐园")
    (finding,) = await file.findings()
    assert file.at(finding.range) == "雪山神活乐园"
    actions = await file.actions("雪山神活乐园", only=[lsp.CodeActionKind.QuickFix])
    (fix,) = [action for action in actions if not action.title.startswith("认可")]
    assert (fix.title, fix.is_preferred) == ("改为「雪山神话乐园」", None)
    assert await file.actions("雪山神活乐园", only=[lsp.CodeActionKind.SourceFixAll]) == []
    assert await file.actions("期号") == []
    file.apply(fix.edit)
    assert await file.findings() == []


async def test_a_fix_is_offered_and_all_certain_ones_at_once(client, week):
    file = typist.File(client, week)
    file.replace("要求退款。", "要求退款,并道歉。")
    file.replace("情况属实，", "情况属实,")
    found = [it for it in await file.findings() if it.data]
    assert len(found) == 2
    actions = await file.actions("退款,并")
    fixes = [it for it in actions if it.kind == lsp.CodeActionKind.QuickFix and it.is_preferred]
    assert [fix.title for fix in fixes] == ["改为「，」"]
    (every,) = await file.actions("期号", only=[lsp.CodeActionKind.SourceFixAll])
    assert every.title == "全部改正（有把握的）"
    file.apply(every.edit)
    assert await file.findings() == []
    assert "要求退款，并道歉。" in file.text and "情况属实，检票口" in file.text


async def test_outline(client, week):
    file = typist.File(client, week)
    params = lsp.DocumentSymbolParams(text_document=file.id)
    symbols = {it.name: it for it in await client.text_document_document_symbol_async(params)}
    assert list(symbols) == ["周期", "期号", "成文", "执法检查", "通报单", "现场受理", "投诉", "退换货", "报送", "章节", "下一步"]
    assert [it.name for it in symbols["通报单"].children] == ["11 青禾古镇景区管理有限公司"]
    assert [it.name for it in symbols["投诉"].children] == ["12301平台", "12345政务服务便民热线", "“云游”投诉平台"]
    assert symbols["通报单"].detail == "1 条"


async def test_a_broken_template_is_told_in_the_template(client, folder, week):
    (folder / "templates").mkdir()
    template = folder / "templates/weekly.md"
    shutil.copy(house.ROOT / "templates/weekly.md", template)
    file = typist.File(client, template)
    assert await file.findings() == []
    file.edit(len(file.text), 0, "\n{{ wekk.x }}\n")
    found = await file.findings()
    assert [(it.code, file.at(it.range)) for it in found] == [("template", "wekk"), ("template-name", "wekk")]


async def test_the_text_stays_the_same_whatever_is_typed(client, week):
    """Random changes, sent one by one, against the whole text sent at once: the same findings."""
    hand = random.Random(5)
    file = typist.File(client, week, week.read_text(encoding="utf-8").replace("\n", "\r\n", 40))
    pieces = ["𠮷", "甲", "\r\n", "\n", " ", "- ", ": ", "{", "}", "[", "]", "'", '"', "|", "#", "&", "*", "投诉", "2023-03-07"]
    for _ in range(40):
        for _ in range(5):
            start = hand.randrange(len(file.text))
            length = hand.choice([0, 0, 1, 2])
            if "\r\n" in file.text[max(0, start - 1) : start + 1] or "\r\n" in file.text[start + length - 1 : start + length + 1]:
                continue  # between CR and LF an editor has no place
            file.edit(start, length, hand.choice(pieces))
        typed = [(it.code, it.range, it.message) for it in await file.findings()]
        file.write(file.text)
        whole = [(it.code, it.range, it.message) for it in await file.findings()]
        assert typed == whole


async def test_a_keystroke_is_answered_at_once_in_ten_years_of_weeks(client, folder):
    text = (folder / "2023/2023-03-06.yaml").read_text(encoding="utf-8")
    first = datetime.date(2013, 1, 7)
    for at in range(520):
        start = first + datetime.timedelta(weeks=at)
        end = start + datetime.timedelta(days=6)
        if start >= datetime.date(2023, 3, 6):
            start, end = start + datetime.timedelta(weeks=2), end + datetime.timedelta(weeks=2)
        week = folder / f"{start.year}/{start}.yaml"
        week.parent.mkdir(exist_ok=True)
        if not week.exists():
            week.write_text(text.replace("2023-03-06", str(start)).replace("2023-03-12", str(end)), encoding="utf-8")
    file = typist.File(client, folder / "2023/2023-03-06.yaml")
    await file.findings()
    taken = []
    for at in range(30):
        began = time.perf_counter()
        file.replace("继续抓好", "继续抓好了" if at % 2 == 0 else "继续抓好")
        version = file.version
        while client.diagnostics_versions[file.uri] != version:
            await asyncio.sleep(0.001)
        taken.append(time.perf_counter() - began)
    median = sorted(taken)[len(taken) // 2]
    print(f"a keystroke: median {median * 1000:.1f} ms, at most {max(taken) * 1000:.1f} ms")
    assert median < 0.05


def talk(*messages, raw=b""):
    """Speaks to the program as no client library would."""

    def frame(message):
        body = json.dumps(message).encode()
        return b"Content-Length: %d\r\n\r\n" % len(body) + body

    sent = b"".join(map(frame, messages)) + raw
    done = subprocess.run([house.PROGRAM, "lsp"], input=sent, capture_output=True, timeout=20, check=False)
    answers, rest = [], done.stdout
    while rest:
        head, _, rest = rest.partition(b"\r\n\r\n")
        length = int(head.split(b":")[1])
        answers.append(json.loads(rest[:length]))
        rest = rest[length:]
    return done, answers


INITIALIZE = {"jsonrpc": "2.0", "id": 1, "method": "initialize", "params": {"capabilities": {}}}
SHUTDOWN = {"jsonrpc": "2.0", "id": 9, "method": "shutdown"}
EXIT = {"jsonrpc": "2.0", "method": "exit"}


def request(method, params, id=5):
    return {"jsonrpc": "2.0", "id": id, "method": method, "params": params}


async def test_how_a_talk_ends():
    assert talk(INITIALIZE, SHUTDOWN, EXIT)[0].returncode == 0
    assert talk(INITIALIZE, EXIT)[0].returncode == 1
    assert talk(INITIALIZE)[0].returncode == 1
    assert talk(EXIT)[0].returncode == 1
    done, answers = talk(INITIALIZE, SHUTDOWN, request("textDocument/hover", {}), EXIT)
    assert [answer.get("error", {}).get("code") for answer in answers] == [None, None, -32600]


async def test_nonsense_is_answered_and_survived():
    nonsense = [
        request("textDocument/hover", {}),
        request("textDocument/hover", None),
        request("textDocument/unheardOf", {"甲": "𠮷"}),
        request("textDocument/completion", [1, 2]),
        {"jsonrpc": "2.0", "method": "textDocument/didOpen", "params": {"textDocument": 3}},
        {"jsonrpc": "2.0", "method": "textDocument/didChange", "params": {}},
        {"jsonrpc": "2.0", "id": {}, "method": "x"},
        [],
        "甲",
        {"jsonrpc": "2.0", "id": 7},
    ]
    done, answers = talk(INITIALIZE, *nonsense, SHUTDOWN, EXIT)
    assert done.returncode == 0
    codes = [answer["error"]["code"] for answer in answers if "error" in answer]
    assert codes == [-32602, -32602, -32601, -32602, -32601, -32600, -32600, -32600]
    assert "𠮷" not in done.stderr.decode()
    assert talk(request("textDocument/hover", {}))[1][0]["error"]["code"] == -32002


@pytest.mark.parametrize(
    "noise",
    [b"garbage\n", b"\x00\xff" * 5000, b"Content-Length: 99999999999999\r\n\r\n{}", b"Content-Length: 20\r\n\r\n{}"],
)
async def test_noise_ends_the_talk_without_a_panic(noise):
    done, _ = talk(INITIALIZE, raw=noise)
    assert done.returncode == 1
    assert b"panick" not in done.stderr


async def test_json_that_is_none_does_not_end_the_talk():
    body = b"{]"
    exits = b"".join(
        b"Content-Length: %d\r\n\r\n" % len(message) + message
        for message in (body, json.dumps(SHUTDOWN).encode(), json.dumps(EXIT).encode())
    )
    done, answers = talk(INITIALIZE, raw=exits)
    assert done.returncode == 0
    assert answers[1]["error"]["code"] == -32700


async def test_an_editor_that_counts_bytes(tmp_path, week):
    params = {"capabilities": {"general": {"positionEncodings": ["utf-8", "utf-16"]}}}
    uri = pathlib.Path(week).as_uri()
    text = week.read_text(encoding="utf-8").replace("来源: 南渡市", "来原: 南渡市")
    opening = {"textDocument": {"uri": uri, "languageId": "yaml", "version": 1, "text": text}}
    _, answers = talk(
        request("initialize", params, 1),
        {"jsonrpc": "2.0", "method": "textDocument/didOpen", "params": opening},
        request("textDocument/documentSymbol", {"textDocument": {"uri": uri}}),
        SHUTDOWN,
        EXIT,
    )
    assert answers[0]["result"]["capabilities"]["positionEncoding"] == "utf-8"
    (symbols,) = [answer["result"] for answer in answers if answer.get("id") == 5]
    period = symbols[0]["range"]["end"]
    assert period == {"line": 0, "character": len("周期: { 起: 2023-03-06, 止: 2023-03-12".encode())}
