#!/usr/bin/env bash
# How fast the log is: read and folded beside a bare pass of the JSON reader, as whole processes; a million events; events acknowledged
# a second beside the disk alone. Takes a folder on the disk to measure (about 700 MB), else a temporary one.
set -u
export LC_ALL=C
here=$(cd -P "$(dirname "${BASH_SOURCE[0]}")" && pwd) || exit 3
root=$(cd -P "$here/../.." && pwd) || exit 3
work=${1:-$(mktemp -d)} || exit 3
[ $# -gt 0 ] || trap 'rm -rf "$work"' EXIT

dotnet build "$here" -c Release --nologo -v quiet -clp:NoSummary >/dev/null || exit 3
bench=$root/artifacts/bin/TabletopAgent.Benchmarks/release/TabletopAgent.Benchmarks
echo "load before: $(cut -d' ' -f1-3 /proc/loadavg 2>/dev/null || uptime), $(getconf _NPROCESSORS_ONLN) cores, commit $(git -C "$root" rev-parse --short HEAD)"

"$bench" log make "$work" 10000 100 >/dev/null && "$bench" log make "$work" 1 1000000 >/dev/null || exit 3
logs=$work/10000x100
now() { date +%s%N; }
median() { sort -n | awk '{v[NR] = $1} END {print v[int((NR + 1) / 2)]}'; }
"$bench" log bare "$logs" 2 >/dev/null
for _ in 1 2 3 4 5; do
  for what in bare read fold; do
    start=$(now); "$bench" log $what "$logs" 2 >>"$work/$what.txt" || exit 3
    echo $((($(now)) - start)) >>"$work/$what.ns"
  done
done
bare=$(median <"$work/bare.ns")
for what in bare read fold; do
  ns=$(median <"$work/$what.ns")
  echo "10,000 logs of 100 events, 2 threads, whole process, $what: $(awk "BEGIN {printf \"%.2f s, %.2f times the bare pass, %.0f %% of its bytes a second\", $ns / 1e9, $ns / $bare, 100 * $bare / $ns}"); $(tail -1 "$work/$what.txt" | sed 's/.*, //')"
done
rm -f "$work"/*.ns "$work"/*.txt
"$bench" log million "$work/1x1000000/00000.jsonl"
"$bench" log append "$work/append"
echo "load after: $(cut -d' ' -f1-3 /proc/loadavg 2>/dev/null || uptime)"
