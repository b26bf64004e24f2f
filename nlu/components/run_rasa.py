"""Runs Rasa's command line for `nlu/training.py` and `nlu/rasa_process.py`, in Rasa's own environment.

`python -m nlu.components.run_rasa ARGUMENTS...` is `rasa ARGUMENTS...`, but
- with telemetry and the training cache off and libraries quiet;
- with `--secret-on-stdin`, the first line of standard input becomes `--jwt-secret`: Rasa knows no environment variable or
  file for it, and what stands on a command line can be read by every user of the machine (`ps`);
- in that case it also ends when standard input closes, which happens when the process that started it is gone, however
  that one died.
"""

import os
import sys

from nlu.components.parent_watch import end_with_parent

_SETTINGS = {
    "RASA_TELEMETRY_ENABLED": "false",
    "RASA_MAX_CACHE_SIZE": "0",
    "LOG_LEVEL_LIBRARIES": "ERROR",
    "TF_CPP_MIN_LOG_LEVEL": "3",
    "CUDA_VISIBLE_DEVICES": "",
    "SQLALCHEMY_SILENCE_UBER_WARNING": "1",
}
_SECRET_FLAG = "--secret-on-stdin"


def main() -> None:
    """Prepare the process, then hand over to Rasa."""
    os.environ.update(_SETTINGS)
    if _SECRET_FLAG in sys.argv:
        sys.argv.remove(_SECRET_FLAG)
        # One word: argparse takes a secret that begins with "-" for another option.
        sys.argv.append(f"--jwt-secret={sys.stdin.readline().strip()}")
        end_with_parent()
    import warnings

    warnings.filterwarnings("ignore")
    from rasa.__main__ import main as rasa_main

    rasa_main()


if __name__ == "__main__":
    main()
