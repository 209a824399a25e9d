#!/usr/bin/env bash
# How well documents that others wrote are read: the incidents of ../shared/bench against what each of them states. -v lists what was missed.
set -u
root=$(cd -P "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd) || exit 3
shared=${TABLETOP_SHARED:-$root/../shared}
if [ ! -f "$shared/bench/incidents/truth.jsonl" ]; then
  echo "incidents: left out, $shared has no bench/incidents (TABLETOP_SHARED names another place)"
  exit 0
fi
if ! command -v python3 >/dev/null 2>&1; then echo "incidents: left out, the comparison needs python3"; exit 0; fi
python3 "$root/tests/TabletopAgent.Benchmarks/incidents.py" "$root/tabletop" "$(cd -P "$shared" && pwd)" "$@"
