#!/usr/bin/env python3
"""Runs the real Argilla SDKs against a running Roster.

    ROSTER_URL=http://127.0.0.1:6900/argilla ROSTER_OWNER_KEY=... run.py [--build-dir DIR] [RELEASE ...]

Each release of the SDK gets an environment of its own below the build directory, made once and used again until its
requirements change. Needs nothing but the standard library of the Python that runs it.
"""

import argparse
import hashlib
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
MODULE = HERE.parents[3]
SUITES = {
    "2.8.0": ["current", "edges"],
    "2.6.0": ["current"],
    "2.0.1": ["current"],
    "1.29.1": ["legacy"],
}
# What the pinned packages are known to run on, the likeliest first.
PYTHONS = ["python3.11", "python3.10", "python3.12"]
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
    python = find_python(options.python)
    failed = [release for release in options.releases if not run(release, python, options)]
    print(f"argilla sdks: {len(options.releases) - len(failed)} of {len(options.releases)} releases passed")
    if failed:
        print(f"failed with: {', '.join(failed)}")
    return 1 if failed else 0


def parse():
    parser = argparse.ArgumentParser(description="runs the real Argilla SDKs against a running Roster")
    parser.add_argument("releases", nargs="*", default=list(SUITES), metavar="RELEASE", help=", ".join(SUITES))
    parser.add_argument("--build-dir", type=Path, default=MODULE / "target" / "argilla-sdk", help="where environments go")
    parser.add_argument("--python", help="the interpreter to make environments with")
    parser.add_argument("-k", dest="expression", help="only tests that match, as pytest understands it")
    options = parser.parse_args()
    unknown = [release for release in options.releases if release not in SUITES]
    if unknown:
        parser.error(f"no suite for release {', '.join(unknown)}")
    options.build_dir = options.build_dir.resolve()
    return options


def find_python(wanted):
    for candidate in [wanted] if wanted else PYTHONS:
        path = shutil.which(candidate)
        # A shim may be on the path with nothing behind it.
        if path and subprocess.run([path, "-c", "import venv"], capture_output=True).returncode == 0:
            return path
    raise Trouble(f"no usable interpreter among {', '.join([wanted] if wanted else PYTHONS)}")


def run(release, python, options):
    try:
        environment = prepare(release, python, options.build_dir)
    except (Trouble, subprocess.TimeoutExpired) as trouble:
        print(f"argilla {release}: {trouble}", flush=True)
        return False
    return test(release, environment, options)


def prepare(release, python, build_dir):
    """The environment of a release. Only one that was finished, and so has the mark, is used again."""
    environment = build_dir / f"argilla-{release}-{fingerprint(release, python)}"
    ready = environment / "ready"
    if ready.is_file():
        return environment
    started = time.monotonic()
    for old in build_dir.glob(f"argilla-{release}-*"):
        shutil.rmtree(old)
    build_dir.mkdir(parents=True, exist_ok=True)
    call([python, "-m", "venv", environment], os.environ)
    requirements = HERE / "requirements" / f"argilla-{release}.txt"
    quiet = ["--quiet", "--no-input", "--disable-pip-version-check"]
    call([interpreter(environment), "-m", "pip", "install", *quiet, "-r", requirements], os.environ)
    ready.touch()
    print(f"argilla {release}: installed in {time.monotonic() - started:.0f} s", flush=True)
    return environment


def fingerprint(release, python):
    version = subprocess.run([python, "-VV"], capture_output=True, check=True).stdout
    pins = HERE / "requirements" / f"pins-{release[0]}.x.txt"
    requirements = HERE / "requirements" / f"argilla-{release}.txt"
    return hashlib.sha256(version + requirements.read_bytes() + pins.read_bytes()).hexdigest()[:12]


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


def test(release, environment, options):
    print(f"argilla {release}: testing {', '.join(SUITES[release])}", flush=True)
    home = options.build_dir / "home"
    home.mkdir(exist_ok=True)
    command = [interpreter(environment), "-m", "pytest", "-q", "--rootdir", HERE, "-c", HERE / "pytest.ini"]
    command += ["-k", options.expression] if options.expression else []
    command += [HERE / suite for suite in SUITES[release]]
    try:
        done = subprocess.run(
            [str(part) for part in command],
            env=quiet_environment(home, options.build_dir),
            cwd=options.build_dir,
            stdin=subprocess.DEVNULL,
            timeout=TEST_SECONDS,
        )
    except subprocess.TimeoutExpired:
        print(f"argilla {release}: not done after {TEST_SECONDS} s", flush=True)
        return False
    return done.returncode == 0


def quiet_environment(home, build_dir):
    """No settings of the person who runs this, no telemetry, no hub, and nothing written into the sources."""
    kept = {key: value for key, value in os.environ.items() if not key.startswith(("ARGILLA_", "PYTEST_", "PYTHON"))}
    return {
        **kept,
        "HOME": str(home),
        "USERPROFILE": str(home),
        "ARGILLA_ENABLE_TELEMETRY": "0",
        "DO_NOT_TRACK": "1",
        "HF_HOME": str(home / "hub"),
        "HF_HUB_OFFLINE": "1",
        "HF_DATASETS_OFFLINE": "1",
        "HF_HUB_DISABLE_TELEMETRY": "1",
        "NO_PROXY": "127.0.0.1,localhost",
        "no_proxy": "127.0.0.1,localhost",
        "PYTHONPYCACHEPREFIX": str(build_dir / "bytecode"),
        "PYTHONUTF8": "1",
    }


if __name__ == "__main__":
    try:
        sys.exit(main())
    except Trouble as trouble:
        print(f"argilla sdks: {trouble}", file=sys.stderr)
        sys.exit(2)
