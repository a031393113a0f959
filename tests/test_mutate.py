"""Is every fault of mutations.toml still one that can be made, and does a handful of them, picked at random, hurt?"""

import random

import pytest

from tests.mutate import FAULTS, ROOT, survivors

HANDFUL = 2


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_can_be_made(name):
    fault = FAULTS[name]
    assert set(fault) == {"breaks", "file", "find", "replace", "tests"}
    text = (ROOT / fault["file"]).read_text(encoding="utf-8")
    assert text.count(fault["find"]) == 1, f"{fault['file']} does not hold this just once: {fault['find']}"
    assert fault["replace"] not in (fault["find"], None)
    for test in fault["tests"]:
        file, _, function = test.partition("::")
        assert f"def {function.partition('[')[0]}(" in (ROOT / file).read_text(encoding="utf-8"), test


def test_a_handful_of_faults_is_noticed():
    seed = random.randrange(10**6)
    names = random.Random(seed).sample(list(FAULTS), HANDFUL)
    assert survivors(names) == [], f"of {names}, picked with seed {seed}; python -m tests.mutate NAME shows it again"
