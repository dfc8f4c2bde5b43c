"""
Copies of an emulator: processes that begin with all that it knows, and go their own way from there.

To make an account anew, step by step, takes a hundred times as long.
"""

import os
import signal
import threading
import time
from queue import Queue

# For each copy that is asked for, where its URL is waited for.
wanted = Queue()


def ask():
    """The URL of a new copy. While this waits in a thread of its own, moto answers nobody else."""
    answer = Queue()
    wanted.put(answer)
    return answer.get()


def make(wire, serve):
    """In the main thread, for ever: the one thread that a copy begins with is that which has made it."""
    global wanted
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    while True:
        answer = wanted.get()
        heard, told = os.pipe()
        if os.fork() > 0:
            os.close(told)
            with os.fdopen(heard) as urls:
                answer.put(urls.read())
            continue
        wanted = Queue()
        # The thread that holds it has not come along.
        wire.lock = threading.Lock()
        # Else a connection that the original closes would stay open here.
        os.closerange(3, told)
        os.closerange(told + 1, 256)
        threading.Thread(target=end_with, args=[os.getppid()], daemon=True).start()
        os.write(told, serve().encode())
        os.close(told)


def end_with(original):
    while os.getppid() == original:
        time.sleep(1)
    os._exit(0)
