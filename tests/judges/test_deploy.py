"""What is in deploy/ is valid, and its scripts, run as the engines run them, make what one run makes."""

import concurrent.futures
import copy
import pathlib
import subprocess
import sys

import engines
import house
import kubernetes_validate
import pytest

sys.path[:0] = [str(pathlib.Path(__file__).resolve().parent.parent)]

from weeks import generate  # noqa: E402

SEED = 20210108
COUNT = 3
OFFICES = [0, 1, 3, 4]
"""Of three parts the third has two of them, the others one each."""
KUBERNETES = ["1.33", "1.37"]
"""The first release in which all that is used is stable, and the last one known."""
MANIFESTS = sorted((engines.DEPLOY / "kubernetes").glob("*.yaml"))
BIN = pathlib.Path(sys.executable).parent


@pytest.fixture(scope="module")
def data(tmp_path_factory):
    """Offices with some weeks each."""
    folder = tmp_path_factory.mktemp("data")
    for number in OFFICES:
        generate.series(SEED, number, 3 + number).write(folder)
    return folder


@pytest.fixture(scope="module")
def single(data, tmp_path_factory):
    """What one run makes of them."""
    out = tmp_path_factory.mktemp("single")
    assert build(data, out) == 0
    return engines.tree(out)


@pytest.fixture(params=engines.ENGINES, ids=lambda engine: engine.name)
def engine(request, data, tmp_path):
    return request.param(tmp_path, data, COUNT)


def build(data, out):
    return subprocess.run([house.PROGRAM, "build", data, "--out", out], capture_output=True, check=False).returncode


def succeed(done):
    assert done.returncode == 0, done.stderr


def test_parts_make_what_one_run_makes(engine, single):
    with concurrent.futures.ThreadPoolExecutor() as pool:
        for done in pool.map(engine.part, range(1, COUNT + 1)):
            succeed(done)
    succeed(engine.finish())
    assert engines.tree(engine.output) == single


def test_a_part_may_be_made_twice(engine, single):
    for nth in [2, 1, 2, 3]:
        succeed(engine.part(nth))
    succeed(engine.finish())
    assert engines.tree(engine.output) == single


def test_a_part_may_be_made_by_two_pods_at_once(data, single, tmp_path):
    """Kubernetes warns that it can happen."""
    engine = engines.Kubernetes(tmp_path, data, COUNT)
    with concurrent.futures.ThreadPoolExecutor() as pool:
        for done in pool.map(engine.part, [1, 1, 2, 2, 3]):
            succeed(done)
    succeed(engine.finish())
    assert engines.tree(engine.output) == single


def test_what_a_part_that_failed_has_left_undone_is_made_at_the_end(engine, single):
    succeed(engine.part(1))
    succeed(engine.part(3))
    done = engine.finish()
    succeed(done)
    made = {line.split("/")[1] for line in done.stdout.splitlines() if not line.endswith("（未变）")}
    assert made == {"office-004"}
    assert engines.tree(engine.output) == single


def test_a_part_without_an_office_is_no_error(data, single, tmp_path):
    engine = engines.GitHub(tmp_path, data, 16)
    for nth in range(1, 17):
        succeed(engine.part(nth))
    succeed(engine.finish())
    assert engines.tree(engine.output) == single


@pytest.mark.parametrize("kind", engines.ENGINES, ids=lambda engine: engine.name)
def test_weeks_with_errors_keep_no_others_back(kind, tmp_path):
    data = tmp_path / "data"
    for number in OFFICES:
        generate.series(SEED, number, 3).write(data)
    damaged = sorted(data.glob("office-001/20*/*.yaml"))[1]
    damaged.write_text(damaged.read_text(encoding="utf-8").replace("周期:", "周期：", 1), encoding="utf-8")
    assert build(data, tmp_path / "single") == 1
    (tmp_path / "room").mkdir()
    engine = kind(tmp_path / "room", data, COUNT)
    statuses = [engine.part(nth).returncode for nth in range(1, COUNT + 1)]
    assert sorted(statuses) == [0, 0, 1]
    succeed(engine.finish())
    assert engines.tree(engine.output) == engines.tree(tmp_path / "single")


def test_a_damaged_paper_is_told_at_the_end(engine):
    for nth in range(1, COUNT + 1):
        succeed(engine.part(nth))
    paper = next(engine.room.rglob("weekly.pdf"))
    paper.write_bytes(paper.read_bytes()[:-1])
    done = engine.finish()
    assert done.returncode == 1
    assert "错误[archive-damaged]" in done.stderr


@pytest.mark.parametrize("version", KUBERNETES)
@pytest.mark.parametrize("path", MANIFESTS, ids=lambda path: path.stem)
def test_kubernetes_manifests_are_valid(path, version):
    for document in engines.read(path):
        kubernetes_validate.validate(document, version, strict=True)


def test_a_misspelt_key_would_be_noticed():
    [job] = engines.read(engines.JOB)
    wrong = copy.deepcopy(job)
    wrong["spec"]["backoffLimitPerIndexes"] = wrong["spec"].pop("backoffLimitPerIndex")
    with pytest.raises(kubernetes_validate.ValidationError):
        kubernetes_validate.validate(wrong, KUBERNETES[-1], strict=True)


def test_the_job_says_what_its_schema_cannot_ask_for():
    [job] = engines.read(engines.JOB)
    spec, pod = job["spec"], job["spec"]["template"]["spec"]
    env = {entry["name"]: entry["value"] for entry in engines.container(engines.JOB)["env"]}
    assert (spec["completionMode"], pod["restartPolicy"]) == ("Indexed", "Never")
    assert env["SHARDS"] == str(spec["completions"])
    assert spec["parallelism"] <= spec["completions"]
    by_status = {
        status: rule["action"]
        for rule in spec["podFailurePolicy"]["rules"] if "onExitCodes" in rule
        for status in rule["onExitCodes"]["values"]
    }  # fmt: skip
    assert by_status == {1: "FailIndex", 2: "FailJob"}
    assert {rule["onExitCodes"]["containerName"] for rule in spec["podFailurePolicy"]["rules"] if "onExitCodes" in rule} == {"zhoubao"}


def test_a_wrong_call_ends_with_the_status_that_fails_the_job(data, tmp_path):
    done = engines.Kubernetes(tmp_path, data, 0).part(1)
    assert done.returncode == 2


@pytest.mark.parametrize("path", [engines.JOB, engines.FINISH], ids=lambda path: path.stem)
def test_pods_may_write_only_where_they_should(path):
    [job] = engines.read(path)
    pod, only = job["spec"]["template"]["spec"], engines.container(path)
    assert pod["securityContext"]["runAsNonRoot"]
    assert only["securityContext"]["readOnlyRootFilesystem"]
    assert not only["securityContext"]["allowPrivilegeEscalation"]
    volumes = {volume["name"]: volume for volume in pod["volumes"]}
    mounts = {mount["mountPath"]: mount for mount in only["volumeMounts"]}
    assert {mount["name"] for mount in mounts.values()} == volumes.keys()
    claims = {document["metadata"]["name"] for document in engines.read(engines.DEPLOY / "kubernetes/claims.yaml")}
    for volume in volumes.values():
        assert "emptyDir" in volume or volume["persistentVolumeClaim"]["claimName"] in claims
    writable = {place for place, mount in mounts.items() if not mount.get("readOnly")}
    cache = {entry["value"] for entry in only.get("env", []) if entry["name"] == "XDG_CACHE_HOME"}
    assert writable == {"/work/output"} | cache


@pytest.mark.parametrize(
    ("schema", "path", "key"),
    [("vendor.github-workflows", engines.WORKFLOW, "container:"), ("vendor.gitlab-ci", engines.PIPELINE, "exit_codes:")],
    ids=["github", "gitlab"],
)
def test_pipelines_are_valid_and_a_misspelt_key_would_be_noticed(schema, path, key, tmp_path):
    check = [BIN / "check-jsonschema", "--builtin-schema", schema]
    done = subprocess.run([*check, path], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout
    text = path.read_text(encoding="utf-8")
    assert key in text
    wrong = tmp_path / "wrong.yml"
    wrong.write_text(text.replace(key, f"my-{key}"), encoding="utf-8")
    assert subprocess.run([*check, wrong], capture_output=True, check=False).returncode == 1


def test_the_workflow_passes_its_linter(tmp_path):
    assert engines.lint_workflow(engines.WORKFLOW) == []
    wrong = tmp_path / "wrong.yml"
    wrong.write_text(engines.WORKFLOW.read_text(encoding="utf-8").replace("matrix.shard }}/", "matrix.part }}/"))
    assert len(engines.lint_workflow(wrong)) == 1


def test_all_parts_of_the_workflow_are_asked_for():
    [workflow] = engines.read(engines.WORKFLOW)
    shards = workflow["jobs"]["papers"]["strategy"]["matrix"]["shard"]
    assert shards == list(range(1, len(shards) + 1))


def test_the_image_passes_its_linter():
    file = engines.DEPLOY / "Containerfile"
    done = subprocess.run([BIN / "hadolint", file], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout
