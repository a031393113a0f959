"""`python -m queries`: the command line lies with the files it writes, in `extracts/command_line.py`."""

import runpy

if __name__ == "__main__":
    runpy.run_module("extracts.command_line", run_name="__main__")
