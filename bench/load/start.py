#!/usr/bin/env python3
"""How long a published build takes from its start to its first answers.

start.py NAME TIMES PORT SINK OUT COMMAND...   starts the command TIMES times; each time asks /healthz/live every 10 ms, then
sends one signed /kudos, until both have been answered 200; stops it again. Adds one JSON line (milliseconds, medians) to OUT.
"""
import http.client
import json
import os
import statistics
import subprocess
import sys
import time

import sign

LONGEST = 60


def answered(port, method, path, headers=None, body=None):
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
    try:
        connection.request(method, path, body, headers or {})
        return connection.getresponse().status == 200
    except OSError:
        return False
    finally:
        connection.close()


def signed_command(port, n, sink):
    """The signed request of the load, sent once."""
    secret = os.environ["SLACK_SIGNING_SECRET"].encode()
    head, body = sign.request("command", n, sink, secret, int(time.time())).split(b"\r\n\r\n", 1)
    headers = dict(line.split(": ", 1) for line in head.decode().split("\r\n")[1:])
    return answered(port, "POST", "/slack/events", headers, body)


def until(began, done):
    while not done():
        if time.monotonic() - began > LONGEST:
            raise TimeoutError(f"no answer within {LONGEST} s")
        time.sleep(0.01)
    return (time.monotonic() - began) * 1000


def once(command, port, sink, n):
    began = time.monotonic()
    server = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    try:
        live = until(began, lambda: answered(port, "GET", "/healthz/live"))
        return live, until(began, lambda: signed_command(port, n, sink))
    finally:
        server.terminate()
        server.wait(30)


def main():
    name, times, port, sink, out, *command = sys.argv[1:]
    first = int(time.time()) % 1000000 * 1000  # far from the numbers of the windows
    took = [once(command, int(port), int(sink), first + i) for i in range(int(times))]
    line = {"name": name, "round": "start", "turns": int(times),
            "live_ms": statistics.median(live for live, _ in took), "answered_ms": statistics.median(command for _, command in took)}
    with open(out, "a") as file:
        file.write(json.dumps(line) + "\n")
    print(f"start  {name:<22} live after {line['live_ms']:.0f} ms, first signed command after {line['answered_ms']:.0f} ms", file=sys.stderr)


if __name__ == "__main__":
    main()
