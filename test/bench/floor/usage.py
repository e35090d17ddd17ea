# Runs a program and says on its last line of standard output what it took: wall time, processor time of it and all its
# children (milliseconds), the most memory one of them had (KiB), and how it ended. What it prints goes nowhere.
import json, resource, subprocess, sys, time

start = time.monotonic()
ended = subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
ms = (time.monotonic() - start) * 1000
used = resource.getrusage(resource.RUSAGE_CHILDREN)
sys.stderr.buffer.write(ended.stderr)
print(json.dumps({
    "ms": ms,
    "cpuMs": (used.ru_utime + used.ru_stime) * 1000,
    "kib": used.ru_maxrss,
    "status": ended.returncode,
}))
