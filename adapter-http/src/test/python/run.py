#!/usr/bin/env python3
"""Runs the real SDKs of a dialect against a running Roster, as the sdk.json beside their scripts says.

    ROSTER_URL=http://127.0.0.1:6900/argilla ROSTER_OWNER_KEY=... run.py [--build-dir DIR] argilla [RELEASE ...]

Each release of the SDK gets an environment of its own below the build directory, made once and used again until its
requirements change. Needs nothing but the standard library of the Python that runs it.
"""

import argparse
import hashlib
import json
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
MODULE = HERE.parents[2]
# Far more than either takes; they only keep a build from waiting for ever.
INSTALL_SECONDS = 1800
TEST_SECONDS = 1800


class Trouble(Exception):
    """Something that keeps the tests from running at all."""


def main():
    options = parse()
    for variable in ("ROSTER_URL", "ROSTER_OWNER_KEY"):
        if not os.environ.get(variable):
            raise Trouble(f"{variable} is not set")
    python = find_python([options.python] if options.python else options.sdk["interpreters"])
    failed = [release for release in options.releases if not Run(options, release, python).passes()]
    print(f"{options.name} sdks: {len(options.releases) - len(failed)} of {len(options.releases)} releases passed")
    if failed:
        print(f"failed with: {', '.join(entry['release'] for entry in failed)}")
    return 1 if failed else 0


def parse():
    parser = argparse.ArgumentParser(description="runs the real SDKs of a dialect against a running Roster")
    parser.add_argument("name", metavar="NAME", help="the directory of the dialect's scripts")
    parser.add_argument("releases", nargs="*", metavar="RELEASE", help="all that its sdk.json names, if none is given")
    parser.add_argument("--build-dir", type=Path, help="where environments go")
    parser.add_argument("--python", help="the interpreter to make environments with")
    parser.add_argument("-k", dest="expression", help="only tests that match, as pytest understands it")
    options = parser.parse_args()
    options.scripts = HERE / options.name
    try:
        options.sdk = json.loads((options.scripts / "sdk.json").read_text(encoding="utf-8"))
    except FileNotFoundError:
        parser.error(f"no sdk.json for {options.name}")
    known = {entry["release"]: entry for entry in options.sdk["releases"]}
    unknown = [release for release in options.releases if release not in known]
    if unknown:
        parser.error(f"no suite for release {', '.join(unknown)}")
    options.releases = [known[release] for release in options.releases or known]
    options.build_dir = (options.build_dir or MODULE / "target" / f"{options.name}-sdk").resolve()
    return options


def find_python(candidates):
    for candidate in candidates:
        path = shutil.which(candidate)
        # A shim may be on the path with nothing behind it.
        if path and subprocess.run([path, "-c", "import venv"], capture_output=True).returncode == 0:
            return path
    raise Trouble(f"no usable interpreter among {', '.join(candidates)}")


class Run:
    """The tests of one release in an environment of its own."""

    def __init__(self, options, entry, python):
        self.options = options
        self.build_dir = options.build_dir
        self.requirements = options.scripts / "requirements"
        self.release = entry["release"]
        self.suites = entry["suites"]
        self.pins = entry["pins"]
        self.python = python
        self.package = options.sdk["package"]
        self.name = f"{self.package}-{self.release}"

    def say(self, text):
        print(f"{self.options.name} {self.release}: {text}", flush=True)

    def passes(self):
        try:
            environment = self.prepare()
        except (Trouble, subprocess.TimeoutExpired) as trouble:
            self.say(trouble)
            return False
        return self.test(environment)

    def prepare(self):
        """The environment of the release. Only one that was finished, and so has the mark, is used again."""
        environment = self.build_dir / f"{self.name}-{self.fingerprint()}"
        ready = environment / "ready"
        if ready.is_file():
            return environment
        started = time.monotonic()
        for old in self.build_dir.glob(f"{self.name}-*"):
            shutil.rmtree(old)
        self.build_dir.mkdir(parents=True, exist_ok=True)
        call([self.python, "-m", "venv", environment], os.environ)
        quiet = ["--quiet", "--no-input", "--disable-pip-version-check"]
        wanted = self.requirements / f"{self.name}.txt"
        call([interpreter(environment), "-m", "pip", "install", *quiet, "-r", wanted], os.environ)
        ready.touch()
        self.say(f"installed in {time.monotonic() - started:.0f} s")
        return environment

    def fingerprint(self):
        version = subprocess.run([self.python, "-VV"], capture_output=True, check=True).stdout
        files = [self.requirements / f"{self.name}.txt", self.requirements / self.pins]
        return hashlib.sha256(version + b"".join(file.read_bytes() for file in files)).hexdigest()[:12]

    def test(self, environment):
        self.say(f"testing {', '.join(self.suites)}")
        scripts = self.options.scripts
        command = [interpreter(environment), "-m", "pytest", "-q", "--rootdir", scripts, "-c", scripts / "pytest.ini"]
        command += ["-k", self.options.expression] if self.options.expression else []
        command += [scripts / suite for suite in self.suites]
        try:
            done = subprocess.run(
                [str(part) for part in command],
                env=self.quiet_environment(),
                cwd=self.build_dir,
                stdin=subprocess.DEVNULL,
                timeout=TEST_SECONDS,
            )
        except subprocess.TimeoutExpired:
            self.say(f"not done after {TEST_SECONDS} s")
            return False
        return done.returncode == 0

    def quiet_environment(self):
        """No settings of the person who runs this, no telemetry, no hub, and nothing written into the sources."""
        home = self.build_dir / "home"
        home.mkdir(exist_ok=True)
        settings = self.options.sdk["settings"]
        foreign = (*settings["without"], "PYTEST_", "PYTHON")
        kept = {key: value for key, value in os.environ.items() if not key.startswith(foreign)}
        return {
            **kept,
            "HOME": str(home),
            "USERPROFILE": str(home),
            "DO_NOT_TRACK": "1",
            "HF_HOME": str(home / "hub"),
            "NO_PROXY": "127.0.0.1,localhost",
            "no_proxy": "127.0.0.1,localhost",
            "PYTHONPYCACHEPREFIX": str(self.build_dir / "bytecode"),
            "PYTHONUTF8": "1",
            **settings["with"],
        }


def interpreter(environment):
    return environment / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def call(command, environment):
    done = subprocess.run(
        [str(part) for part in command],
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        timeout=INSTALL_SECONDS,
    )
    if done.returncode != 0:
        raise Trouble(f"`{' '.join(str(part) for part in command[1:4])}` failed:\n{done.stdout[-4000:]}")


if __name__ == "__main__":
    try:
        sys.exit(main())
    except Trouble as trouble:
        print(f"sdks: {trouble}", file=sys.stderr)
        sys.exit(2)
