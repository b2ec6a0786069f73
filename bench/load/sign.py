#!/usr/bin/env python3
"""Whole HTTP requests, signed as Slack signs them, for slack.lua. A signature holds 5 minutes.

sign.py command|event COUNT FIRST SINK_PORT FILE    (the secret is in SLACK_SIGNING_SECRET)

Request n comes from one of 2,000 people to another, in one of 50 channels, with ids and words that no other n has.
"""
import hmac
import os
import sys
import time

PEOPLE, PLACES, BLOCK = 2000, 50, 4096

COMMAND = (
    b"token=bench&team_id=T0BENCH01&team_domain=bench&channel_id=C%(place)07d&channel_name=service"
    b"&user_id=U%(giver)07d&user_name=person%(giver)04d&command=%%2Fkudos"
    b"&text=%%3C%%40U%(receiver)07d%%7Cperson%(receiver)04d%%3E+%%23patience+stayed+with+a+furious+caller"
    b"+until+the+refund+was+solved%%2C+case+%(n)010d&api_app_id=A0BENCH01&is_enterprise_install=false"
    b"&response_url=http%%3A%%2F%%2F127.0.0.1%%3A@SINK@%%2Fcommands%%2F%(n)010d&trigger_id=%(n)010d.@RUN@.bench")

EVENT = (
    b'{"token":"bench","team_id":"T0BENCH01","context_team_id":"T0BENCH01","context_enterprise_id":null,'
    b'"api_app_id":"A0BENCH01","event":{"user":"U%(giver)07d","type":"message","ts":"@RUN@.%(ts)06d",'
    b'"client_msg_id":"5d1e0c6a-52b5-4e0f-b0a9-%(n)012d","text":"has anybody a moment for case %(n)010d?",'
    b'"team":"T0BENCH01","blocks":[{"type":"rich_text","block_id":"b1","elements":[{"type":"rich_text_section",'
    b'"elements":[{"type":"text","text":"has anybody a moment for case %(n)010d?"}]}]}],"channel":"C%(place)07d",'
    b'"event_ts":"@RUN@.%(ts)06d","channel_type":"channel"},"type":"event_callback","event_id":"Ev@RUN@%(n)010d",'
    b'"event_time":@RUN@,"authorizations":[{"enterprise_id":null,"team_id":"T0BENCH01","user_id":"U0BOT0001",'
    b'"is_bot":true,"is_enterprise_install":false}],"is_ext_shared_channel":false,"event_context":"4-bench"}')

KINDS = {"command": (COMMAND, b"application/x-www-form-urlencoded"), "event": (EVENT, b"application/json")}


def request(kind, n, sink, secret, now):
    """One request's bytes."""
    return next(requests(kind, 1, n, sink, secret, now))


def requests(kind, count, first, sink, secret, now):
    template, content_type = KINDS[kind]
    stamp = b"%d" % now
    template = template.replace(b"@SINK@", b"%d" % sink).replace(b"@RUN@", stamp)
    prefix = b"v0:" + stamp + b":"
    length = len(body_of(template, first))
    head = (b"POST /slack/events HTTP/1.1\r\nHost: 127.0.0.1\r\nUser-Agent: Slackbot 1.0 (+https://api.slack.com/robots)\r\n"
            b"Content-Type: " + content_type + b"\r\nContent-Length: %d\r\nX-Slack-Request-Timestamp: " % length + stamp
            + b"\r\nX-Slack-Signature: v0=")
    for n in range(first, first + count):
        body = body_of(template, n)
        yield head + hmac.digest(secret, prefix + body, "sha256").hex().encode() + b"\r\n\r\n" + body


def body_of(template, n):
    giver = n % PEOPLE
    receiver = (n * 7 + 43 + n // PEOPLE) % PEOPLE
    return template % {b"n": n, b"ts": n % 1000000, b"giver": giver, b"place": n % PLACES,
                       b"receiver": receiver if receiver != giver else (receiver + 1) % PEOPLE}


def write(kind, count, first, sink, secret, file):
    """Returns the moment up to which the signatures hold."""
    now = int(time.time())
    with open(file, "wb") as out:
        for at in range(0, count, BLOCK):
            block = list(requests(kind, min(BLOCK, count - at), first + at, sink, secret, now))
            if at == 0:
                out.write(b"%d\n" % len(block[0]))
            out.write(b"".join(block))
    return now + 300


if __name__ == "__main__":
    write(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4]), os.environ["SLACK_SIGNING_SECRET"].encode(), sys.argv[5])
