"""Several processes behind one nginx: the files that are handed out fit together and are what nginx reads."""

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

SERVING = Path(__file__).resolve().parents[1] / "docs" / "serving"


def test_nginx_sends_readers_to_the_ports_that_systemd_starts():
    ports = set(re.findall(r"server 127\.0\.0\.1:(\d+);", (SERVING / "site.nginx").read_text(encoding="utf-8")))
    unit = (SERVING / "dashboard@.service").read_text(encoding="utf-8").splitlines()[0]
    assert ports == set(re.findall(r"dashboard@(\d+)", unit))
    assert len(ports) > 1


def checked(tmp_path, *files):
    """What nginx says of files, its cache and certificate put where a test may write."""
    sites = "".join((SERVING / file).read_text(encoding="utf-8") for file in files)
    sites = sites.replace("/var/cache/nginx", str(tmp_path)).replace("/etc/ssl/dashboard", str(tmp_path))
    kinds = "".join(
        f"{kind}_temp_path {tmp_path}/{kind};" for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    (tmp_path / "nginx.conf").write_text(f"pid {tmp_path}/pid; events {{}} http {{ {kinds} {sites} }}", "utf-8")
    command = ["nginx", "-t", "-e", "stderr", "-p", str(tmp_path), "-c", str(tmp_path / "nginx.conf")]
    return subprocess.run(command, capture_output=True, text=True, check=False)


@pytest.mark.skipif(not shutil.which("nginx"), reason="nginx is not installed")
def test_nginx_reads_its_file(tmp_path):
    done = checked(tmp_path, "site.nginx")
    assert done.returncode == 0, done.stderr


@pytest.mark.skipif(not (shutil.which("nginx") and shutil.which("openssl")), reason="nginx or openssl is not installed")
def test_nginx_reads_the_file_of_a_site_in_public(tmp_path):
    files = ["-keyout", str(tmp_path / "privkey.pem"), "-out", str(tmp_path / "fullchain.pem")]
    command = ["openssl", "req", "-x509", "-nodes", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256"]
    subprocess.run([*command, "-subj", "/CN=dashboard.example.org", *files], check=True, capture_output=True)
    done = checked(tmp_path, "site.nginx", "tls.nginx")
    assert done.returncode == 0, done.stderr


# What stands for the site says on which processors it may run; what stands for nginx ends when all have.
SITE = "#!/bin/sh\ngrep Cpus_allowed_list /proc/self/status >> processors\n"
NGINX = "#!/bin/sh\nuntil [ $(wc -l < processors) -eq 2 ]; do sleep 0.05; done\n"


@pytest.mark.skipif(not shutil.which("taskset") or os.cpu_count() < 2, reason="one processor, or nothing to choose one")
def test_each_process_has_processors_of_its_own(tmp_path):
    for name, script in {".venv/bin/streamlit": SITE, "bin/nginx": NGINX, "processors": ""}.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(script, encoding="utf-8")
        (tmp_path / name).chmod(0o755)
    found = {**os.environ, "PATH": f"{tmp_path / 'bin'}:{os.environ['PATH']}"}
    subprocess.run([SERVING / "serve.sh", "2", "8501"], cwd=tmp_path, env=found, check=False, timeout=60)
    first, second = (line.split()[1] for line in (tmp_path / "processors").read_text("utf-8").splitlines())
    assert first != second


@pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="systemd is not installed")
@pytest.mark.parametrize("unit", ["serving/dashboard@.service", "running/refresh.service"])
def test_units_are_exposed_to_little(tmp_path, unit):
    here = tmp_path / "checked.service"
    here.write_text((SERVING.parent / unit).read_text(encoding="utf-8").replace("%i", "8511"), encoding="utf-8")
    command = ["systemd-analyze", "security", "--no-pager", "--offline=true", "--threshold=17", str(here)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout
