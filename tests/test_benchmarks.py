"""The benchmarks still run; how fast is for those who read them."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


def test_the_benchmark_of_product_detail_runs_and_its_ways_agree(tmp_path):
    command = [sys.executable, "-m", "benchmarks.cimt", "--rows", "20000", "--sample", "3000", "--folder", tmp_path]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-500:]
    asked = [line.split()[0] for line in done.stdout.splitlines() if "unsorted" in line and "×" in line]
    assert asked[-4:] == ["monthly_series", "top_products", "sector_by_month", "partners_by_year"]
    assert not list(tmp_path.iterdir())
