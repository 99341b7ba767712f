"""Manifests in git: two people who add a week each need not fix anything."""

import shutil
import subprocess

import house
import pytest
from engines import tree

QUIET = (
    "周期: { 起: 2021-01-%02d, 止: 2021-01-%02d }\n期号: %d\n成文: 2021-01-%02d\n执法检查: { 出动人次: 0, 检查家次: 0 }\n"
    "投诉: { 数字旅游平台: [], 12301平台: [], 12345市长投诉热线: [], 智旅通投诉平台: [], “一机游”游客投诉平台: [] }\n"
    "退换货: { 件数: 0, 金额: 0, 满意: 0, 撤销: 0, 推诿诱导: 0 }\n"
)


class Repository:
    """Records and papers of the sample office, kept in git."""

    def __init__(self, folder, attributes):
        self.folder = folder
        shutil.copytree(house.ROOT / "data/panlong", folder / "data/panlong")
        if attributes:
            shutil.copy(house.ROOT / ".gitattributes", folder)
        self.git("init", "--quiet", "--initial-branch=main")

    def git(self, *arguments):
        """A call of git; its exit status."""
        command = ["git", "-c", "user.name=x", "-c", "user.email=x@localhost", *arguments]
        return subprocess.run(command, cwd=self.folder, capture_output=True, check=False).returncode

    def build(self):
        """Makes the papers. Returns how many files were made and how many left alone."""
        done = subprocess.run([house.PROGRAM, "build"], cwd=self.folder, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        lines = done.stdout.splitlines()
        fresh = sum(line.endswith("（未变）") for line in lines)
        return len(lines) - fresh, fresh

    def add(self, first, issue):
        """A week that begins on that day of January, with its papers."""
        week = self.folder / f"data/panlong/2021/2021-01-{first}.yaml"
        week.write_text(QUIET % (first, first + 6, issue, first + 6), encoding="utf-8")
        self.build()
        assert self.git("add", ".") == self.git("commit", "--quiet", "--message", f"week {issue}") == 0

    def merge_two_branches(self):
        """Two people add a week each. Whether git puts that together by itself."""
        self.build()
        self.git("add", ".")
        self.git("commit", "--quiet", "--message", "first week")
        self.git("switch", "--quiet", "--create", "other")
        self.add(15, 3)
        self.git("switch", "--quiet", "main")
        self.add(22, 4)
        return self.git("merge", "--quiet", "--no-edit", "other") == 0


def manifest(folder):
    return (folder / "output/panlong/manifest.txt").read_text(encoding="utf-8")


def test_two_branches_that_add_a_week_each_merge_and_nothing_is_made_again(tmp_path):
    repository = Repository(tmp_path / "work", attributes=True)
    assert repository.merge_two_branches()
    assert repository.build() == (0, 10)
    papers = [line for line in manifest(repository.folder).splitlines() if line.startswith("paper ")]
    assert len(papers) == 10
    assert papers == sorted(papers)
    merged = tree(repository.folder / "output")
    shutil.rmtree(repository.folder / "output")
    assert repository.build() == (10, 0)
    assert tree(repository.folder / "output") == merged


@pytest.mark.parametrize("line_ends", ["\n", "\r\n"])
def test_without_the_attribute_git_asks_and_the_program_reads_what_it_left(tmp_path, line_ends):
    repository = Repository(tmp_path / "work", attributes=False)
    assert not repository.merge_two_branches()
    text = manifest(repository.folder)
    assert "<<<<<<<" in text
    (repository.folder / "output/panlong/manifest.txt").write_text(text, encoding="utf-8", newline=line_ends)
    assert repository.build() == (0, 10)
    assert "<<<<<<<" not in manifest(repository.folder)
