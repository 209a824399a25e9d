"""How well 220 cards by a hand that never saw our lines are judged: cards.jsonl against the predictions of `diagnose --jsonl`.

    python3 cards.py PROGRAM
"""
import json
import pathlib
import subprocess
import sys

cards = [json.loads(line) for line in (pathlib.Path(__file__).parent / "cards.jsonl").read_text(encoding="utf-8").splitlines()]
texts = "".join(json.dumps({"id": card["id"], "text": card["text"]}) + "\n" for card in cards)
answer = subprocess.run([sys.argv[1], "diagnose", "--jsonl", "-"], input=texts, capture_output=True, text=True, check=True).stdout
said = {line["id"]: line for line in map(json.loads, answer.splitlines())}


def right(card):
    layers, verdict = said[card["id"]]["layers"], said[card["id"]]["verdict"]
    if verdict != card["verdict"]:
        return False
    fit = [{fault["layer"], *fault["alt_layers"]} for fault in card["faults"]]
    if card["kind"] == "single":
        return layers[0] in fit[0]
    if card["kind"] == "double":
        return len(layers) > 1 and any(layers[a] in fit[0] and layers[b] in fit[1] for a, b in ((0, 1), (1, 0)))
    return True


def show(name, some, holds):
    count = sum(map(holds, some))
    print(f"{name}: {count} of {len(some)}, {100 * count / len(some):.0f} %")


faults = [card for card in cards if card["verdict"] == "fault"]
show("one fault, its layer first", [card for card in cards if card["kind"] == "single"], right)
show("two faults, both layers among the first two", [card for card in cards if card["kind"] == "double"], right)
show("healthy", [card for card in cards if card["verdict"] == "healthy"], right)
show("too little data", [card for card in cards if card["verdict"] == "need_data"], right)
show("faults taken for neither", faults, lambda card: said[card["id"]]["verdict"] != "fault")
