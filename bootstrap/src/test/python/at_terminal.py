"""Runs a command at a terminal of its own and answers what it asks.

usage: at_terminal.py ANSWERS COMMAND...

ANSWERS is a JSON list of [PROMPT, ANSWER]: each answer is typed once its prompt is shown behind the one before. A lone
surrogate from U+DC80 on is typed as the byte that it stands for in Python, which is then no UTF-8. Prints all
that the terminal showed, and exits as the command did; with 124 where it takes too long.
"""

import json
import os
import pty
import select
import signal
import sys
import time

PATIENCE = 120


def main(answers, command):
    pid, terminal = pty.fork()
    if pid == 0:
        # A shell that started all this in the background has it ignore Ctrl-C, which a new program inherits.
        signal.signal(signal.SIGINT, signal.SIG_DFL)
        os.execvp(command[0], command)
    shown = b""
    looked_at = 0
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        if not select.select([terminal], [], [], 1)[0]:
            continue
        try:
            more = os.read(terminal, 65536)
        except OSError:  # how Linux says that the last one who wrote is gone
            more = b""
        if not more:
            break
        shown += more
        if answers:
            place = shown.find(answers[0][0].encode(), looked_at)
            if place >= 0:
                looked_at = place + 1
                os.write(terminal, answers.pop(0)[1].encode(errors="surrogateescape"))
    else:
        os.kill(pid, signal.SIGKILL)
        os.waitpid(pid, 0)
        sys.stdout.buffer.write(shown)
        return 124
    status = os.waitpid(pid, 0)[1]
    sys.stdout.buffer.write(shown)
    return os.WEXITSTATUS(status) if os.WIFEXITED(status) else 128 + os.WTERMSIG(status)


if __name__ == "__main__":
    sys.exit(main(json.loads(sys.argv[1]), sys.argv[2:]))
