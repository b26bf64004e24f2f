"""Measures the whole bot at work: `safertogether bench`.

The bot is the real one, with nothing taken out: real polling, real Rasa, real retriever and stores. Only Telegram is
played, by the simulator in another process (`simulator_process.py`), so that time and memory of the bot are its own.

One measurement, file by file: `session.py` runs everything; `text_mix.py` makes up what people write;
`remote_simulator.py` and `simulator_process.py` let them write it (`traffic.py`) to the bot of `bot_under_test.py`;
`clocks.py` lists where time is taken and `stopwatch.py` takes it; `comparisons.py` measures Rasa alone and a naive
pipeline beside it; `report.py` holds the figures, `bars.py` what is asked of them, `printing.py` shows them.
"""
