#!/usr/bin/env python3
"""readme.py README RESULTS COMMAND : puts a run's table between the README's two marks, with the command that made it."""
import sys

BEGIN, END = "<!-- bench: written by bench/run --readme -->", "<!-- /bench -->"


def main():
    readme, results, command = sys.argv[1:]
    with open(readme, encoding="utf-8") as file:
        before, _, rest = file.read().partition(BEGIN)
    _, _, after = rest.partition(END)
    if not after:
        sys.exit(f"{readme} lacks the marks {BEGIN} and {END}")
    with open(results, encoding="utf-8") as file:
        table = file.read().strip()
    with open(readme, "w", encoding="utf-8") as file:
        file.write(f"{before}{BEGIN}\n`{command.strip()}`: {table}\n{END}{after}")


if __name__ == "__main__":
    main()
