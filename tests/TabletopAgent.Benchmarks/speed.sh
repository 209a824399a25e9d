#!/usr/bin/env bash
# How fast, as whole processes: against a hello world built here, cards a second, one diagnosis, and loading the upstream pages.
set -u
export LC_ALL=C
here=$(cd -P "$(dirname "${BASH_SOURCE[0]}")" && pwd) || exit 3
root=$(cd -P "$here/../.." && pwd) || exit 3
shared=${TABLETOP_SHARED:-$root/../shared}
work=$(mktemp -d) || exit 3
trap 'rm -rf "$work"' EXIT
export XDG_CACHE_HOME=$work/cache   # nothing that was kept before helps

"$root/tabletop" --version >/dev/null || exit 3
program=$root/artifacts/tabletop/TabletopAgent
echo "load before: $(cut -d' ' -f1-3 /proc/loadavg 2>/dev/null || uptime), $(getconf _NPROCESSORS_ONLN) cores, commit $(git -C "$root" rev-parse --short HEAD)"

# Built like the program: ready to run, framework dependent.
mkdir -p "$work/hello" && cp "$root/global.json" "$work/hello/"
cat >"$work/hello/hello.csproj" <<'P'
<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><OutputType>Exe</OutputType><TargetFramework>net10.0</TargetFramework></PropertyGroup></Project>
P
echo 'System.Console.WriteLine("hello");' >"$work/hello/Program.cs"
(cd "$work/hello" && dotnet publish -c Release --use-current-runtime --self-contained false -p:PublishReadyToRun=true -o out --nologo -v quiet -clp:NoSummary) || exit 3

now() { date +%s%N; }
median() { sort -n | awk '{v[NR] = $1} END {printf "%.1f", NR % 2 ? v[(NR + 1) / 2] : (v[NR / 2] + v[NR / 2 + 1]) / 2}'; }
took() { local start; start=$(now); "$@" >/dev/null 2>&1; echo $((($(now) - start) / 100000)) | awk '{print $1 / 10}'; }

one=(diagnose --symptom "queue depth climbs by 5x, reads are healthy" --format status)
"$program" "${one[@]}" >/dev/null; "$work/hello/out/hello" >/dev/null
for _ in $(seq 20); do took "$work/hello/out/hello" >>"$work/hello.ms"; took "$program" "${one[@]}" >>"$work/program.ms"; done
h=$(median <"$work/hello.ms") p=$(median <"$work/program.ms")
echo "whole process, median of 20 alternating runs: hello world $h ms, diagnose on shipped knowledge $p ms, ratio $(awk "BEGIN {printf \"%.2f\", $p / $h}")"

folders=() named="shipped knowledge"
if [ -d "$shared/wfgy" ]; then folders=("$root/knowledge" "$shared/wfgy"); named="ours and upstream's"; fi
flags=(); for f in "${folders[@]:+${folders[@]}}"; do flags+=(--knowledge "$f"); done

# 2,000 lines of our own inject cards, over and over.
for i in $(seq 2000); do echo "$i"; done | awk -v folder="$root/knowledge/cards" '
  BEGIN { while ((("ls " folder "/*.md") | getline f) > 0) { t = ""; dashes = 0; while ((getline l < f) > 0) { if (l == "---") { dashes++; continue } if (dashes > 1) t = t (t == "" ? "" : " ") l } gsub(/["\\]/, "", t); text[n++] = t } }
  { printf "{\"id\":\"%d\",\"text\":\"%s\"}\n", $1, text[$1 % n] }' >"$work/cards.jsonl"
"$program" diagnose --jsonl "$work/cards.jsonl" "${flags[@]:+${flags[@]}}" >"$work/out.jsonl"
ms=$(for _ in 1 2 3; do took "$program" diagnose --jsonl "$work/cards.jsonl" "${flags[@]:+${flags[@]}}"; done | median)
echo "2,000 lines with --jsonl, $named, load included: $ms ms, $(awk "BEGIN {printf \"%.0f\", $(wc -l <"$work/out.jsonl") * 1000 / $ms}") cards/s"

dotnet build "$here" -c Release --nologo -v quiet -clp:NoSummary >/dev/null || exit 3
"$root/artifacts/bin/TabletopAgent.Benchmarks/release/TabletopAgent.Benchmarks" percentiles "${folders[@]:+${folders[@]}}"

if [ ! -d "$shared/wfgy" ]; then echo "upstream pages: left out, $shared/wfgy is missing"; exit 0; fi
memory() { if [ -x /usr/bin/time ]; then /usr/bin/time -v "$@" 2>&1 >/dev/null | sed -n 's/.*Maximum resident set size (kbytes): \([0-9]*\)/\1/p' | awk '{printf ", %.0f MB resident", $1 / 1024}'; else echo ", memory left out: no /usr/bin/time"; fi; }
load=("$program" knowledge search "stale pages after purge" --knowledge "$shared/wfgy")
forget() { rm -rf "$XDG_CACHE_HOME"; }
ms=$(for _ in $(seq 7); do forget; took "${load[@]}"; done | median); forget
echo "514 upstream pages, cold, whole process, nothing kept on this machine, median of 7: $ms ms$(memory "${load[@]}")"
ms=$(for _ in $(seq 9); do took "${load[@]}"; done | median)
echo "514 upstream pages, cached, whole process: $ms ms$(memory "${load[@]}")"
echo "load after: $(cut -d' ' -f1-3 /proc/loadavg 2>/dev/null || uptime)"
