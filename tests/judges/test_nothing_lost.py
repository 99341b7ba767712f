"""Whatever becomes of a run, its disk, its clock or its memory: whole papers, true manifests; the next run fixes all."""

import fcntl
import os
import pathlib
import re
import resource
import shutil
import signal
import subprocess
import sys
import time

import pytest

sys.path[:0] = [str(pathlib.Path(__file__).resolve().parent.parent)]

from kills import kills, truth  # noqa: E402
from kills.workplace import PROGRAM, Workplace  # noqa: E402

WAITS = "另一个 zhoubao 正在往"
MACHINE = 3
ALL_FRESH = re.compile(r"(\d+) 个文件（其中 \1 个未变）")


@pytest.fixture(scope="module")
def archive(tmp_path_factory):
    """An archive with its papers, and what lies in its output folder."""
    workplace = Workplace(tmp_path_factory.mktemp("档 案"), seed=5, weeks=(16, 2))
    workplace.good("build")
    return workplace, truth.tree(workplace.out)


@pytest.fixture
def workplace(archive, tmp_path):
    """The archive with no papers yet."""
    source, _ = archive
    shutil.copytree(source.data, tmp_path / source.data.name)
    return Workplace(tmp_path, seed=5, weeks=())


@pytest.fixture
def made(workplace, archive):
    """The archive with its papers, and a program that remembers them."""
    shutil.copytree(archive[0].out, workplace.out)
    assert ALL_FRESH.search(workplace.run("build")[1])
    return workplace


def fresh(workplace):
    """What an undisturbed run makes of the data in an empty folder."""
    out = workplace.room / "fresh"
    shutil.rmtree(out, ignore_errors=True)
    workplace.good("build", out=out)
    return truth.tree(out)


def fixed(workplace, *more):
    """Whether the next run makes all right."""
    workplace.good("build", *more)
    assert not truth.difference(truth.tree(workplace.out), fresh(workplace))


def test_killed(tmp_path):
    # From nothing, after what former shards have left, and shards after changes; `make kills` plays thirty.
    total = kills.rounds(tmp_path, 3, [0, 5, 9], 10)
    assert total["killed"] + total["interrupted"] == 30
    assert total["at work"] >= 15
    assert total["writing"] >= 10


def stopped_at_work(workplace, *arguments):
    """A run that was stopped while it held the output folders' first office."""
    run = workplace.start(*arguments)
    folder = workplace.out / workplace.offices[0].name
    until = time.monotonic() + 30
    while time.monotonic() < until:
        run.send_signal(signal.SIGSTOP)
        if folder.exists() and is_locked(folder):
            return run
        run.send_signal(signal.SIGCONT)
        time.sleep(0.002)
    raise AssertionError("never at work")


def is_locked(folder):
    handle = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return True
    finally:
        os.close(handle)
    return False


def said_to_wait(run):
    """Reads what a run says until it says that it waits."""
    for line in run.stderr:
        if WAITS in line:
            return True
    return False


@pytest.mark.parametrize("arguments", [("build",), ("build", "--force"), ("build", "--shard", "1/1")], ids=" ".join)
def test_second_of_two_runs_waits_and_says_so(workplace, archive, arguments):
    first = stopped_at_work(workplace, *arguments)
    second, third = workplace.start(*arguments), workplace.start(*arguments)
    assert said_to_wait(second)
    assert said_to_wait(third)
    # Who does not want to wait may go.
    third.send_signal(signal.SIGINT)
    assert third.wait(timeout=10) == 130
    assert second.poll() is None
    first.send_signal(signal.SIGCONT)
    assert first.wait(timeout=60) == second.wait(timeout=60) == 0
    assert not truth.difference(truth.tree(workplace.out), archive[1])


def test_two_shards_at_once_do_not_wait(workplace, archive):
    runs = [workplace.start("build", "--shard", f"{index}/2") for index in (1, 2)]
    for run in runs:
        said = run.communicate(timeout=60)[1]
        assert run.returncode == 0, said
        assert WAITS not in said
    assert not truth.difference(truth.tree(workplace.out), archive[1])


def test_a_run_takes_over_what_former_shards_have_left(made):
    made.cut_manifests()
    assert not truth.faults(made.out)
    made.change_weeks(made.weeks(made.offices[0]))
    fixed(made)
    assert not any(made.out.glob("*/manifest.*-of-*.txt"))


def test_a_run_that_is_killed_while_it_takes_over(made):
    made.cut_manifests()
    made.change_weeks(made.weeks(made.offices[0]))
    run = stopped_at_work(made, "build", "--force")
    run.kill()
    run.wait()
    assert not truth.faults(made.out)
    fixed(made)


@pytest.mark.parametrize(("limit", "signalled"), [(0, False), (4_000, False), (100_000, False), (100_000, True)])
def test_files_may_not_grow(made, limit, signalled):
    made.change_weeks(made.weeks(made.offices[0])[::2])
    made.change_office(made.offices[1])

    def limited():
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
        if not signalled:
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)

    status, said = made.run("build", preexec_fn=limited, restore_signals=False)
    assert not truth.faults(made.out)
    if not signalled:
        assert status == MACHINE, said
        assert "磁盘满了或超出了限额：腾出空间，再做一次" in said
        assert not list(made.out.rglob(".zhoubao-*"))
    fixed(made)


@pytest.mark.parametrize("kilobytes", [0, 60])
def test_the_disk_is_full(made, kilobytes):
    made.change_weeks(made.weeks(made.offices[0]))
    papers = made.out
    made.out = made.room / "small"
    made.out.mkdir()
    size = sum(len(content or b"") + 8192 for content in truth.tree(papers).values()) // 1024 + kilobytes
    mounted = ["mount", "-t", "tmpfs", "-o", f"size={size}k", "tmpfs", made.out]
    if subprocess.run(mounted, capture_output=True, check=False).returncode:
        pytest.skip("needs a user who may mount")
    try:
        shutil.copytree(papers, made.out, dirs_exist_ok=True)
        filler = made.out / made.offices[0].name / "说明.txt"
        free = shutil.disk_usage(made.out).free
        filler.write_bytes(bytes(max(0, free - kilobytes * 1024)))
        status, said = made.run("build", "--force")
        assert status == MACHINE, said
        assert "磁盘满了或超出了限额：腾出空间，再做一次" in said
        filler.unlink()
        assert not truth.faults(made.out)
        assert not list(made.out.rglob(".zhoubao-*"))
        subprocess.run(["mount", "-o", "remount,size=100m", made.out], check=True)
        fixed(made)
    finally:
        subprocess.run(["umount", made.out], check=True)


@pytest.fixture
def unprivileged(made, monkeypatch):
    """The archive and a program that may write only where permissions let it, also where root runs the tests."""
    if os.geteuid() == 0:
        prefix = ["setpriv", "--bounding-set=-dac_override,-dac_read_search"]
        try:
            subprocess.run([*prefix, "true"], check=True, capture_output=True)
        except (OSError, subprocess.CalledProcessError):
            pytest.skip("needs setpriv")
        wrapper = made.room / "zhoubao"
        wrapper.write_text(f'#!/bin/sh\nexec {" ".join(prefix)} "{PROGRAM}" "$@"\n')
        wrapper.chmod(0o755)
        monkeypatch.setattr("kills.workplace.PROGRAM", wrapper)
    yield made
    for path in [made.out, *made.out.rglob("*")]:
        path.chmod(0o755 if path.is_dir() else 0o644)


@pytest.mark.parametrize("level", ["out", "office", "week"])
@pytest.mark.parametrize("mode", [0o555, 0o333], ids=oct)
def test_a_folder_that_cannot_be_used(unprivileged, level, mode):
    workplace = unprivileged
    workplace.change_weeks(workplace.weeks(workplace.offices[0]))
    office = workplace.out / workplace.offices[0].name
    week = sorted(path for path in office.iterdir() if path.is_dir())[2]
    before = truth.tree(office)
    folder = {"out": workplace.out, "office": office, "week": week}[level]
    folder.chmod(mode)
    if level == "out":
        # In a folder that may only not be changed there is still room in the folders that it has, but not for a new one.
        shutil.copytree(workplace.offices[0], workplace.data / "office-new")
    status, said = workplace.run("build")
    assert status == (0 if mode == 0o333 and level != "office" else MACHINE), said
    folder.chmod(0o755)
    assert not truth.faults(workplace.out)
    if level == "office":
        assert truth.tree(office) == before
    fixed(workplace)


def test_a_manifest_that_cannot_be_read(unprivileged):
    workplace = unprivileged
    workplace.change_weeks(workplace.weeks(workplace.offices[0]))
    before = truth.tree(workplace.out / workplace.offices[0].name)
    manifest = workplace.out / workplace.offices[0].name / "manifest.txt"
    manifest.chmod(0)
    status, said = workplace.run("build")
    assert status != 0
    assert "读不出" in said
    manifest.chmod(0o644)
    assert truth.tree(workplace.out / workplace.offices[0].name) == before
    fixed(workplace)


@pytest.mark.parametrize("when", [-86_400, 4_102_444_800], ids=["1969", "2100"])
def test_the_clock_says_nothing(made, when):
    everything = [path for top in (made.data, made.out) for path in top.rglob("*")]
    for path in everything:
        os.utime(path, (when, when))
    said = made.run("build")[1]
    assert ALL_FRESH.search(said), said
    assert {path.stat().st_mtime for path in everything if path.is_file()} == {when}
    # A record and a paper that have changed, at a time that tells nothing and with the size that they had.
    week = made.weeks(made.offices[0])[0]
    text = week.read_text(encoding="utf-8")
    made.change_weeks([week])
    changed = week.read_text(encoding="utf-8")
    assert len(changed) == len(text)
    paper = sorted(made.out.rglob("weekly.pdf"))[-1]
    data = bytearray(paper.read_bytes())
    data[len(data) // 2] ^= 1
    paper.write_bytes(data)
    os.utime(week, (when, when))
    os.utime(paper, (when, when))
    fixed(made)


def memory(workplace):
    return sorted((workplace.room / "cache" / "zhoubao").glob("*.txt"))


def other_bytes(path):
    path.write_bytes(bytes(range(256)) * 50)


def cut(path):
    path.write_bytes(path.read_bytes()[:-37])


def other_program(path):
    header, _, rest = path.read_text().partition("\n")
    path.write_text(f"{header[:-1]}x\n{rest}")


def other_hashes(path):
    path.write_text(re.sub(r"\b[0-9a-f]{64}\b", lambda found: found[0][::-1], path.read_text()))


def hostile_numbers(path):
    path.write_text(re.sub(r"(?m)^file \d+ \d+", f"file {2**70} -1", path.read_text()))


def hostile_places(path):
    path.write_text(re.sub(r"(?m)^(week \w+) \S+ (\w+):", r"\1 ../../../x ../../evil:", path.read_text()))


def pipe(path):
    path.unlink()
    os.mkfifo(path)


def folder(path):
    path.unlink()
    path.mkdir()


def endless(path):
    path.unlink()
    path.symlink_to("/dev/zero")


SPOILT = [other_bytes, cut, other_program, other_hashes, hostile_numbers, hostile_places, pipe, folder, endless]


@pytest.mark.parametrize("spoil", SPOILT, ids=lambda spoil: spoil.__name__)
def test_what_is_remembered_saves_time_and_nothing_else(made, spoil):
    assert memory(made)
    for path in memory(made):
        spoil(path)
    papers = sorted(made.out.rglob("weekly.pdf"))
    papers[0].unlink()
    papers[1].write_bytes(papers[1].read_bytes() + b"\n")
    made.change_weeks(made.weeks(made.offices[0])[:3])
    fixed(made)
    assert sorted(path.name for path in made.room.iterdir()) == ["cache", "fresh", made.out.name, made.data.name]


def test_nothing_can_be_remembered(made):
    cache = made.room / "cache"
    shutil.rmtree(cache)
    cache.write_text("no folder")
    made.change_weeks(made.weeks(made.offices[0])[:3])
    fixed(made)


def elsewhere(workplace):
    """A folder beside the archive, which nobody may touch, and how to see that nobody did."""
    folder = workplace.room / "elsewhere"
    folder.mkdir()
    (folder / "keep.txt").write_text("mine")
    return folder


def test_records_that_are_links(made):
    other = elsewhere(made)
    weeks = made.weeks(made.offices[0])
    for week in weeks[:2]:
        shutil.move(week, other / week.name)
        week.symlink_to(other / week.name)
    (made.data / "linked").symlink_to(made.offices[1], target_is_directory=True)
    before = truth.tree(other)
    status, said = made.run("build")
    assert status == 0, said
    assert "linked" in said
    assert "linked" not in os.listdir(made.out)
    assert truth.tree(other) == before
    assert not truth.faults(made.out)


@pytest.mark.parametrize("code", ["../../evil", "..", "a/../../../evil", "/tmp/evil", "C:\\evil", ""])
def test_kinds_that_lead_elsewhere(workplace, code):
    office = workplace.offices[1] / "office.yaml"
    text = office.read_text(encoding="utf-8")
    assert "代号: notice" in text
    for key in ("代号", "模板"):
        office.write_text(text.replace(f"{key}: notice", f"{key}: '{code}'"), encoding="utf-8")
        around = truth.tree(workplace.room).keys()
        status, said = workplace.run("build")
        assert status == 1, said
        new = truth.tree(workplace.room).keys() - around
        assert all(place.split("/")[0] in {workplace.out.name, "cache"} for place in new), new
        assert not (workplace.out / workplace.offices[1].name).exists()


@pytest.mark.parametrize("level", ["out", "office", "week", "paper", "manifest", "dangling manifest"])
def test_links_in_the_output_folder(made, level):
    other = elsewhere(made)
    office = made.out / made.offices[0].name
    week = sorted(path for path in office.iterdir() if path.is_dir())[2]
    paper, manifest = week / "weekly.pdf", office / "manifest.txt"
    place = {"out": made.out, "office": office, "week": week, "paper": paper}.get(level, manifest)
    moved = other / place.name
    shutil.move(place, moved)
    place.symlink_to(other / "nothing.txt" if level == "dangling manifest" else moved)
    made.change_weeks(made.weeks(made.offices[0]))
    before = truth.tree(other)
    status, said = made.run("build")
    if level == "out":
        # That is where the user wants his papers.
        assert status == 0, said
        return
    assert truth.tree(other) == before
    if level in {"office", "week", "dangling manifest"}:
        assert status == (1 if level == "dangling manifest" else MACHINE), said
        assert ("读不出" if level == "dangling manifest" else "移走它，或用 --out 换一个文件夹") in said
        place.unlink()
        shutil.move(moved, place)
    assert not truth.faults(made.out)
    fixed(made)
    assert not place.is_symlink()
