"""Known holes and licences of what the site installs: python -m tests.audit

Versions are compared with the advisories of the package index; where it gives none, that is said and nothing fails.
Only `requirements.lock` is looked at: tools for tests are not passed on.
"""

import json
import re
import subprocess
import sys
from pathlib import Path

LOCK = Path(__file__).parent.parent / "requirements.lock"
ALLOWED = "MIT;BSD;Apache;PSF;Python Software Foundation;ISC;MPL;Mozilla;0BSD;CNRI;HPND;OFL;Unlicense;Zlib"


def names() -> list[str]:
    return re.findall(r"^([a-z0-9._-]+)==", LOCK.read_text(), re.MULTILINE)


def holes() -> list[str]:
    """A line for each version with a known hole; says on standard error what could not be compared."""
    command = [sys.executable, "-m", "pip_audit", "--disable-pip", "--require-hashes", "--timeout", "5"]
    done = subprocess.run([*command, "--format", "json", "-r", LOCK], check=False, capture_output=True, text=True)
    packages = json.loads(done.stdout)["dependencies"] if done.stdout else []
    unknown = sum("skip_reason" in package for package in packages)
    if unknown or not packages:
        print(f"no advisories within reach for {unknown or 'all'} packages: not audited", file=sys.stderr)
    return [
        f"{package['name']} {package['version']}: {hole['id']}, mended in {', '.join(hole['fix_versions']) or 'none'}"
        for package in packages
        for hole in package.get("vulns", [])
    ]


def licences() -> int:
    """pip-licenses ends with 1 and names the package whose licence is none of these."""
    command = [sys.executable, "-m", "piplicenses", "--from=mixed", "--partial-match", "--summary"]
    done = subprocess.run(
        [*command, f"--allow-only={ALLOWED}", "--packages", *names()], check=False, capture_output=True, text=True
    )
    if done.returncode:
        print(done.stderr or done.stdout, file=sys.stderr)
    return done.returncode


if __name__ == "__main__":
    found = holes()
    print("\n".join(found))
    sys.exit(bool(found) or licences())
