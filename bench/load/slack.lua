-- Plays whole requests written by sign.py, one after another. All have the same length, given in the file's first line.
local threads = {}

function setup(thread)
  table.insert(threads, thread)
end

function init()
  file = assert(io.open(os.getenv("SIGNED"), "rb"))
  length = tonumber(file:read("*l"))
  first = file:seek()
  wraps = 0
end

function request()
  local next = file:read(length)
  if next then return next end
  wraps = wraps + 1
  file:seek("set", first)
  return file:read(length)
end

function done(summary, latency)
  local again = 0
  for _, thread in ipairs(threads) do again = again + thread:get("wraps") end
  local e = summary.errors
  print(string.format(
    '{"turns":%d,"seconds":%.3f,"p50":%.3f,"p99":%.3f,"max":%.3f,"refused":%d,"broken":%d,"wraps":%d}',
    summary.requests, summary.duration / 1e6, latency:percentile(50) / 1e3, latency:percentile(99) / 1e3, latency.max / 1e3,
    e.status, e.connect + e.read + e.write + e.timeout, again))
end
