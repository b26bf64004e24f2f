"""The machine a measurement was made on, and how much memory this process took."""

import os
import platform
import re
import resource
import sys
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Final

_PACKAGES: Final = (
    "python-telegram-bot",
    "sentence-transformers",
    "torch",
    "faiss-cpu",
    "numpy",
    "sqlalchemy",
    "httpx",
    "aiohttp",
)
_PROC: Final = Path("/proc")


@dataclass(frozen=True)
class Machine:
    """What one must know to read the figures.

    `cores` are those this process may use; `load` is the load average of the last minute before the measurement:
    well above 0, others were using the machine.
    """

    processor: str
    cores: int
    memory_mb: int
    system: str
    python: str
    load: float
    packages: dict[str, str]


def this_machine() -> Machine:
    """Look at the machine now."""
    return Machine(
        processor=_found(r"model name\s*:\s*(.+)", _PROC / "cpuinfo") or platform.machine(),
        cores=len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1,
        memory_mb=os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") // 1_000_000,
        system=f"{platform.system()} {platform.release()}",
        python=platform.python_version(),
        load=round(os.getloadavg()[0], 2),
        packages={name: version(name) for name in _PACKAGES},
    )


def peak_memory_mb() -> float:
    """The most memory this process has had resident so far, in MB (1,000,000 bytes).

    `VmHWM` comes first: `ru_maxrss` may be that of the process that started this one.
    """
    kib = _found(r"VmHWM:\s*(\d+) kB", _PROC / "self" / "status")
    if kib is not None:
        return int(kib) * 1024 / 1_000_000
    highest = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return highest / 1_000_000 if sys.platform == "darwin" else highest * 1024 / 1_000_000


def resident_memory_mb() -> float:
    """The memory this process has resident now, in MB (1,000,000 bytes); 0 where the system does not tell."""
    kib = _found(r"VmRSS:\s*(\d+) kB", _PROC / "self" / "status")
    return int(kib or 0) * 1024 / 1_000_000


def _found(pattern: str, path: Path) -> str | None:
    try:
        match = re.search(pattern, path.read_text(encoding="utf-8"))
    except OSError:
        return None
    return match[1].strip() if match else None
