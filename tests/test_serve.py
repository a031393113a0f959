"""Several processes behind one nginx: the files that are handed out fit together and are what nginx reads."""

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


@pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="systemd is not installed")
@pytest.mark.parametrize("unit", ["serving/dashboard@.service", "running/refresh.service"])
def test_units_are_exposed_to_little(tmp_path, unit):
    here = tmp_path / "checked.service"
    here.write_text((SERVING.parent / unit).read_text(encoding="utf-8").replace("%i", "8511"), encoding="utf-8")
    command = ["systemd-analyze", "security", "--no-pager", "--offline=true", "--threshold=17", str(here)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout
