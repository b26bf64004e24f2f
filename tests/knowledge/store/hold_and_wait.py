"""Takes what only one process may hold, says so, and holds it until it is killed: `hold_and_wait.py URL`."""

import sys
import time

from knowledge.store.database import Database
from knowledge.store.holding import Holding

holding = Holding(Database(sys.argv[1]), "outbox")
while not holding.take():
    time.sleep(0.02)
print("held", flush=True)
while holding.take():
    time.sleep(0.05)
print("lost", flush=True)
