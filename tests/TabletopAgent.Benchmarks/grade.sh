#!/usr/bin/env bash
# How fast many logs are graded, as whole processes in one run: beside a bare pass of the JSON reader over the same files with as many
# threads, and beside a Python script on all cores (grade.py). Then ΔS of recorded pairs from their text, and memory. `grade.sh long`
# also kills and resumes a real run 50 times. Takes about 700 MB in a temporary folder, 2 GB with memory of one long log.
set -u
export LC_ALL=C
here=$(cd -P "$(dirname "${BASH_SOURCE[0]}")" && pwd) || exit 3
root=$(cd -P "$here/../.." && pwd) || exit 3
work=$(mktemp -d) || exit 3
trap 'rm -rf "$work"' EXIT

"$root/tabletop" --version >/dev/null || exit 3
dotnet build "$here" -c Release --nologo -v quiet -clp:NoSummary >/dev/null || exit 3
program=$root/artifacts/tabletop/TabletopAgent
bench=$root/artifacts/bin/TabletopAgent.Benchmarks/release/TabletopAgent.Benchmarks
make=$root/artifacts/bin/MakeLogs/release/MakeLogs
cores=$(getconf _NPROCESSORS_ONLN)
load() { cut -d' ' -f1-3 /proc/loadavg 2>/dev/null || uptime; }
echo "load before: $(load), $cores cores, commit $(git -C "$root" rev-parse --short HEAD)"

TIMEFORMAT='%R %U %S'
median() { sort -n | awk '{v[NR] = $1} END {print v[int((NR + 1) / 2)]}'; }
wall() { cut -d' ' -f1 "$work/$1.times" | median; }
used() { awk '{print $2 + $3}' "$work/$1.times" | median; }
run() { local what=$1; shift; { time "$@" >"$work/$what.txt" 2>"$work/$what.err"; } 2>>"$work/$what.times"; }
resident() { if [ -x /usr/bin/time ]; then /usr/bin/time -f %M "$@" 2>&1 >/dev/null | tail -1 | awk '{printf "%.0f MB resident at most", $1 / 1024}'; else "$@" >/dev/null; echo "memory left out: no /usr/bin/time"; fi; }

"$make" "$work/logs" 10000 100 1
megabytes=$(du -s --apparent-size -B 1 "$work/logs" | awk '{print $1 / 1e6}')
"$bench" log bare "$work/logs" "$cores" >/dev/null
for _ in 1 2 3 4 5; do
  run bare "$bench" log bare "$work/logs" "$cores"
  run grade "$program" grade "$work/logs"
  run python python3 "$here/grade.py" "$work/logs"
done
for what in bare grade python; do
  awk -v what=$what -v w="$(wall $what)" -v u="$(used $what)" -v g="$(wall grade)" -v bu="$(used bare)" -v mb="$megabytes" 'BEGIN {
    printf "10,000 logs of 100 events, %.0f MB, whole process, median of 5, %s: %.2f s, %.2f s of processor time, %.0f MB/s\n", mb, what, w, u, mb / w }'
done
awk -v b="$(wall bare)" -v g="$(wall grade)" -v p="$(wall python)" -v bu="$(used bare)" -v gu="$(used grade)" -v pu="$(used python)" 'BEGIN {
  printf "grade: %.0f %% of the bytes a second of the bare pass (%.0f %% by processor time), %.1f times as fast as Python (%.1f by processor time)\n", 100 * b / g, 100 * bu / gu, p / g, pu / gu }'
echo "10,000 logs, all forms written: $(resident "$program" grade "$work/logs" --out "$work/out")"
rm -rf "$work/out"

if [ "${1:-}" = long ]; then
  "$program" grade "$work/logs/000" --out "$work/whole" >/dev/null 2>&1
  graded() { cat "$work/killed/journal.jsonl" 2>/dev/null | wc -l; }
  RANDOM=6
  for _ in $(seq 50); do
    "$program" grade "$work/logs/000" --out "$work/killed" --resume >/dev/null 2>&1 & run=$!
    # After up to 35 more files, and a few milliseconds that fall anywhere in one.
    until=$(($(graded) + RANDOM % 36))
    while [ "$(graded)" -lt "$until" ] && kill -0 $run 2>/dev/null; do sleep 0.01; done
    sleep "0.00$((RANDOM % 10))"
    kill -9 $run 2>/dev/null && killed=$((${killed:-0} + 1))
    wait $run 2>/dev/null
  done
  done_before=$(graded)
  "$program" grade "$work/logs/000" --out "$work/killed" --resume >/dev/null 2>&1
  diff -r "$work/whole" "$work/killed" >/dev/null && same="the same bytes" || same="OTHER BYTES"
  echo "1,000 logs, ${killed:-0} kills with -9 at random instants, $done_before graded before the last run: $same as an uninterrupted run"
  rm -rf "$work/whole" "$work/killed"
fi
rm -rf "$work/logs"

# 100,000 recorded pairs: 5,000 logs with 20 probes of one run each.
"$make" "$work/texts" 5000 100 1 texts
run texts "$program" grade "$work/texts"
"$make" "$work/plain" 5000 100 1
run plain "$program" grade "$work/plain"
awk -v t="$(wall texts)" -v tu="$(used texts)" -v p="$(wall plain)" -v pu="$(used plain)" 'BEGIN {
  printf "100,000 recorded pairs, ΔS from their text, in 5,000 logs: %.2f s, %.2f s of processor time; the same logs with ΔS given: %.2f s, %.2f s\n", t, tu, p, pu }'
rm -rf "$work/texts" "$work/plain"

"$make" "$work/one" 1 3400000 1
echo "one log of $(du -B 1 --apparent-size "$work/one/000000.jsonl" | awk '{printf "%.2f GB", $1 / 1e9}'): $(resident "$program" grade "$work/one")"
echo "load after: $(load)"
