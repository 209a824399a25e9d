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
median() { sort -n | awk '{v[NR] = $1} END {print v[int((NR + 1) / 2)]}'; }
"$bench" log bare "$logs" 2 >/dev/null
TIMEFORMAT='%R %U %S'
for _ in 1 2 3 4 5; do
  for what in bare read fold; do
    { time "$bench" log $what "$logs" 2 >"$work/$what.txt"; } 2>>"$work/$what.times" || exit 3
  done
done
wall() { cut -d' ' -f1 "$work/$1.times" | median; }
used() { awk '{print $2 + $3}' "$work/$1.times" | median; }
for what in bare read fold; do
  awk -v what=$what -v w="$(wall $what)" -v u="$(used $what)" -v bw="$(wall bare)" -v bu="$(used bare)" -v rest="$(sed 's/.*, //' "$work/$what.txt")" 'BEGIN {
    printf "10,000 logs of 100 events, 2 threads, whole process, %s: %.2f s (%.2f times the bare pass), %.2f s of processor time (%.2f times), %s\n", what, w, w / bw, u, u / bu, rest }'
done
rm -f "$work"/*.times "$work"/*.txt
"$bench" log million "$work/1x1000000/000000.jsonl"
"$bench" log append "$work/append"
echo "load after: $(cut -d' ' -f1-3 /proc/loadavg 2>/dev/null || uptime)"
