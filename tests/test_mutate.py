"""Is every fault of mutations.toml still one that can be made, and does a handful of them, picked at random, hurt?"""

import random

from tests.mutate import FAULTS, ROOT, survivors

HANDFUL = 2


def test_faults_can_be_made():
    for name, fault in FAULTS.items():
        assert set(fault) == {"breaks", "file", "find", "replace", "tests"}, name
        text = (ROOT / fault["file"]).read_text(encoding="utf-8")
        assert text.count(fault["find"]) == 1, f"{name}: {fault['file']} does not hold this just once: {fault['find']}"
        assert fault["replace"] not in (fault["find"], None), name
        for test in fault["tests"]:
            file, _, function = test.partition("::")
            assert f"def {function.partition('[')[0]}(" in (ROOT / file).read_text(encoding="utf-8"), f"{name}: {test}"


def test_a_handful_of_faults_is_noticed():
    seed = random.randrange(10**6)
    names = random.Random(seed).sample(list(FAULTS), HANDFUL)
    assert survivors(names) == [], f"of {names}, picked with seed {seed}; python -m tests.mutate NAME shows it again"
