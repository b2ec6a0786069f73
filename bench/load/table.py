#!/usr/bin/env python3
"""table.py RESULTS : one Markdown table of medians and ratios. Exits with 1 when a window had troubles."""
import json
import statistics
import sys

ROWS = {
    "bare-command": "bare ASP.NET Core, signed command: verify and parse",
    "bolt": "Bolt for JavaScript, command: ack and one post, stores nothing",
    "bot-sqlite": "ServiceCultureBot, kudos turn, SQLite",
    "bot-postgres": "ServiceCultureBot, kudos turn, PostgreSQL",
    "loop-sqlite": "the same rows, bare loop, SQLite, one writer, group commit",
    "loop-postgres": "the same rows, bare loop, PostgreSQL, one batch a turn",
    "loop-postgres-grouped": "the same rows, bare loop, PostgreSQL, two writers, group commit",
    "bare-event": "bare ASP.NET Core, signed event: verify and parse",
    "bot-event": "ServiceCultureBot, signed event that is not for us",
}
LIMIT = {"bot-sqlite": "loop-sqlite", "bot-postgres": "loop-postgres"}
BARE = {"bare-event": "bare-event", "bot-event": "bare-event"}
ENOUGH_TURNS = 100000


def number(value, digits=0):
    return "" if value is None else f"{value:,.{digits}f}"


def ratio(one, other):
    return one / other if one and other else None


class Results:
    def __init__(self, lines):
        self.lines = lines

    def of(self, name, *rounds):
        return [l for l in self.lines if l["name"] == name and (l["round"] in rounds if rounds else l["round"].isdigit())]

    def median(self, name, key):
        values = [l[key] for l in self.of(name) if l.get(key) is not None]
        return statistics.median(values) if values else None

    def memory(self, name):
        """Resident MB at the end of the window in which the turns passed 100,000, else of the last one."""
        lines = sorted((l for l in self.lines if l["name"] == name and "rss" in l), key=lambda l: l["turns_so_far"])
        line = next((l for l in lines if l["turns_so_far"] >= ENOUGH_TURNS), lines[-1] if lines else None)
        return "" if line is None else f"{line['rss']:.0f} ({line['turns_so_far'] // 1000}k)"

    def start(self, name):
        lines = self.of(name, "start")
        return f"{lines[-1]['live_ms']:.0f} / {lines[-1]['answered_ms']:.0f}" if lines else ""

    def sent(self, name):
        lines = [l for l in self.of(name) if l.get("received_all")]
        return (statistics.median(l["received"] / l["seconds"] for l in lines),
                statistics.median(l["received_all"] / l["turns"] for l in lines)) if lines else (None, None)

    def row(self, name):
        rate = self.median(name, "per_s")
        within, each = self.sent(name)
        limit = self.median(LIMIT[name], "per_s") if name in LIMIT else None
        bare = None if name.startswith("loop") else self.median(BARE.get(name, "bare-command"), "per_s")
        bolt = self.median("bolt", "per_s") if name not in BARE else None
        return [ROWS[name], number(rate), number(ratio(rate, bolt), 2), number(ratio(rate, bare), 2), number(ratio(rate, limit), 2),
                number(self.median(name, "p50"), 1), number(self.median(name, "p99"), 1), number(within), number(each, 2),
                number(self.median(name, "cpu_us")), "" if name == "bot-event" else self.memory(name), self.start(name),
                number(self.median(name, "others"))]


HEAD = ["server", "turns/s", "x Bolt", "x bare", "x its limit", "p50 ms", "p99 ms", "received/s meanwhile", "received a turn, drained",
        "CPU us/turn", "RSS MB (after turns)", "start ms: live / first command", "others' % of the CPUs"]


def main():
    with open(sys.argv[1]) as file:
        results = Results([json.loads(line) for line in file])
    print("| " + " | ".join(HEAD) + " |")
    print("|" + "---|" * len(HEAD))
    for name in ROWS:
        if results.of(name):
            print("| " + " | ".join(results.row(name)) + " |")

    troubles = [f"{l['name']}, round {l['round']}: {t}" for l in results.lines for t in l.get("troubles", [])]
    for trouble in troubles:
        print(f"\n**Not valid:** {trouble}")
    sys.exit(1 if troubles else 0)


if __name__ == "__main__":
    main()
