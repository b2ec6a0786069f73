#!/usr/bin/env python3
"""One window of load on one server: sign, play, count what the sink received, drain, and add one JSON line to the results."""
import argparse
import json
import os
import subprocess
import sys
import time
import urllib.request

import sign

MESSAGES = ("chat.postMessage", "chat.postEphemeral", "chat.update", "response_url")
FIRST_GUESS = {"command": 12000, "event": 40000}  # requests a second, before anything is measured
LEAST = 4000
TICKS = os.sysconf("SC_CLK_TCK")
HERE = os.path.dirname(os.path.abspath(__file__))


def options():
    o = argparse.ArgumentParser()
    for name in ("name", "round", "kind", "signed", "out", "next"):
        o.add_argument("--" + name, required=True)
    for name in ("port", "sink", "pid", "seconds", "connections"):
        o.add_argument("--" + name, type=int, required=True)
    o.add_argument("--ours", required=True, help="process ids: what they and their children use is the bench's own")
    o.add_argument("--once", action="store_true", help="no request may be played twice")
    o.add_argument("--drain", type=int, default=0, help="seconds to wait at most until the sink receives nothing more")
    o.add_argument("--rows", help="a command that prints how many kudos rows there are")
    return o.parse_args()


def call(url, method="GET"):
    with urllib.request.urlopen(urllib.request.Request(url, method=method), timeout=30) as answer:
        return answer.read()


def counts(sink):
    return json.loads(call(f"http://127.0.0.1:{sink}/counts") or "{}")


def messages(received):
    return sum(received.get(method, 0) for method in MESSAGES)


def drained(sink, longest):
    """What the sink has received once nothing came for 2 seconds, and whether that was reached in time."""
    received, quiet_since, end = counts(sink), time.monotonic(), time.monotonic() + longest
    while time.monotonic() < end:
        time.sleep(0.25)
        now = counts(sink)
        if messages(now) != messages(received):
            received, quiet_since = now, time.monotonic()
        elif time.monotonic() - quiet_since >= 2:
            return now, True
    return received, longest == 0


def resident(pid):
    with open(f"/proc/{pid}/status") as status:
        return next(int(line.split()[1]) / 1024 for line in status if line.startswith("VmRSS"))


def processor(pid):
    with open(f"/proc/{pid}/stat") as stat:
        fields = stat.read().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / TICKS


def machine():
    """Processor seconds in use by anybody, and seconds in all."""
    with open("/proc/stat") as stat:
        user, nice, system, idle, waiting, *rest = (int(field) for field in stat.readline().split()[1:9])
    used = user + nice + system + sum(rest)
    return used / TICKS, (used + idle + waiting) / TICKS


def ours(roots):
    """Processor seconds of these processes and all below them, the ended ones too."""
    children, used = {}, {}
    for pid in filter(str.isdigit, os.listdir("/proc")):
        try:
            with open(f"/proc/{pid}/stat") as stat:
                fields = stat.read().rpartition(")")[2].split()
        except (FileNotFoundError, ProcessLookupError):
            continue
        children.setdefault(fields[1], []).append(pid)
        used[pid] = sum(map(int, fields[11:15])) / TICKS
    found, waiting = set(), list(roots)
    while waiting:
        pid = waiting.pop()
        found.add(pid)
        waiting += children.get(pid, [])
    return sum(used.get(pid, 0) for pid in found)


def rows(command):
    return int(subprocess.run(command, shell=True, check=True, capture_output=True, text=True).stdout.strip())


def earlier(file, name):
    if not os.path.exists(file):
        return []
    with open(file) as lines:
        return [line for line in map(json.loads, lines) if line["name"] == name and "per_s" in line]


def how_many(o, before):
    # The first window is far slower than the second: what it needed says little.
    rate = max((line["per_s"] for line in before), default=FIRST_GUESS[o.kind] / 1.6)
    rate = max(rate, LEAST)
    return int(rate * 1.6 * o.seconds) + 1000 if o.once else 100000


def first_number(file, count):
    first = int(open(file).read()) if os.path.exists(file) else 0
    with open(file, "w") as out:
        out.write(str(first + count))
    return first


def play(o):
    command = ["wrk", "-t1", f"-c{o.connections}", f"-d{o.seconds}s", "--timeout", "10s",
               "-s", os.path.join(HERE, "slack.lua"), f"http://127.0.0.1:{o.port}/slack/events"]
    out = subprocess.run(command, check=True, capture_output=True, text=True, env={**os.environ, "SIGNED": o.signed}).stdout
    return json.loads(next(line for line in out.splitlines() if line.startswith("{")))


def troubles(o, line):
    """Everything that makes the window's figure worthless, in words."""
    if line["refused"]:
        yield f"{line['refused']} answers were not 2xx"
    if line["broken"]:
        yield f"{line['broken']} requests broke off or timed out"
    if o.once and line["wraps"]:
        yield "the signed requests ran out and were played twice"
    if not line["drained"]:
        yield f"messages were still arriving {o.drain} s after the load"
    if "rows" in line:
        wanted = line["turns"] if o.kind == "command" else 0
        if not wanted <= line["rows"] <= wanted + (o.connections if wanted else 0):
            yield f"{line['turns']} turns were answered, but {line['rows']} kudos were stored"


def measure(o):
    before = earlier(o.out, o.name)
    count = how_many(o, before)
    holds_until = sign.write(o.kind, count, first_number(o.next, count), o.sink, os.environ["SLACK_SIGNING_SECRET"].encode(), o.signed)
    if time.time() + o.seconds > holds_until:
        sys.exit("The window is longer than a signature holds (5 minutes).")

    rows_before = rows(o.rows) if o.rows else 0
    call(f"http://127.0.0.1:{o.sink}/reset", "POST")
    roots = o.ours.split(",")
    cpu, mine, (used, whole) = processor(o.pid), ours(roots), machine()
    line = {"name": o.name, "round": o.round, **play(o)}
    used_now, whole_now = machine()
    line["others"] = max(0, (used_now - used - ours(roots) + mine) / (whole_now - whole) * 100)
    line["cpu_us"] = (processor(o.pid) - cpu) / max(line["turns"], 1) * 1e6
    line["received"] = messages(counts(o.sink))
    line["counts"], line["drained"] = drained(o.sink, o.drain)
    line["received_all"] = messages(line["counts"])
    line["per_s"] = line["turns"] / line["seconds"]
    line["rss"] = resident(o.pid)
    line["turns_so_far"] = sum(each["turns"] for each in before) + line["turns"]
    if o.rows:
        line["rows"] = rows(o.rows) - rows_before
    line["troubles"] = list(troubles(o, line))
    os.remove(o.signed)
    return line


def main():
    o = options()
    line = measure(o)
    with open(o.out, "a") as out:
        out.write(json.dumps(line) + "\n")
    print(f"{o.round:>5}  {o.name:<22} {line['per_s']:>8.0f}/s  p50 {line['p50']:.1f}  p99 {line['p99']:.1f} ms  "
          f"received {line['received']} + {line['received_all'] - line['received']}  RSS {line['rss']:.0f} MB  others {line['others']:.0f} % of the CPUs", file=sys.stderr)
    for trouble in line["troubles"]:
        print(f"!!!!!  {o.name}: {trouble}", file=sys.stderr)


if __name__ == "__main__":
    main()
