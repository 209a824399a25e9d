#!/usr/bin/env bash
# How good: the labelled pairs over upstream pages alone, and the cards over our pages and upstream's, by the scorer of ../shared/bench.
set -u
root=$(cd -P "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd) || exit 3
shared=${TABLETOP_SHARED:-$root/../shared}
if [ ! -f "$shared/bench/tools/score.py" ] || [ ! -d "$shared/wfgy" ]; then
  echo "accuracy: left out, $shared has no bench and wfgy (TABLETOP_SHARED names another place)"
  exit 0
fi
if ! command -v python3 >/dev/null 2>&1; then echo "accuracy: left out, the scorer needs python3"; exit 0; fi
out=$(mktemp -d) || exit 3
trap 'rm -rf "$out"' EXIT
score() {   # name, labelled lines, folders of knowledge
  local name=$1 gold=$2; shift 2
  echo "== $name"
  # Pairs call their text a symptom; the labels stay behind.
  python3 -c 'import json, sys
for l in map(json.loads, open(sys.argv[1], encoding="utf-8")): print(json.dumps({"id": l["id"], "text": l.get("text", l.get("symptom", ""))}))' "$gold" >"$out/texts.jsonl" || exit 3
  "$root/tabletop" diagnose --jsonl "$out/texts.jsonl" "$@" >"$out/predictions.jsonl" || exit 3
  python3 "$shared/bench/tools/score.py" "$gold" "$out/predictions.jsonl"
}
score "pairs, upstream pages alone" "$shared/bench/routing/dev.jsonl" --knowledge "$shared/wfgy"
score "cards, our pages and upstream's" "$shared/bench/cards/dev.jsonl" --knowledge "$root/knowledge" --knowledge "$shared/wfgy"
