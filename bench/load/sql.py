#!/usr/bin/env python3
"""sql.py FILE SQL : runs one statement on an SQLite database and prints the first column of its first row, if it has one."""
import sqlite3
import sys

database = sqlite3.connect(sys.argv[1], timeout=30)
with database:
    row = database.execute(sys.argv[2]).fetchone()
database.close()
if row:
    print(row[0])
