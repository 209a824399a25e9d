"""What somebody would write instead of `tabletop grade`: reads the same logs on all cores, and prints the same medians and times.
No layers, no reasons, no checks of the chain, no journal. Python 3, standard library only."""
import json
import os
import statistics
import sys
from datetime import datetime
from multiprocessing import Pool


def minutes(later, earlier):
    return (datetime.fromisoformat(later) - datetime.fromisoformat(earlier)).total_seconds() / 60


def median(values):
    return round(statistics.median(values), 4) if values else None


def grade(path):
    head, bad, stable, ds, coverage, age, unaccounted, updates, impact = None, {}, {}, {}, {}, None, None, 0, None
    with open(path, "rb") as lines:
        for line in lines:
            e = json.loads(line)
            kind = e["type"]
            if kind == "sli":
                service = e["service"]
                if not e["ok"]:
                    bad.setdefault(service, e["at"])
                    stable.pop(service, None)
                elif service in bad:
                    stable.setdefault(service, e["at"])
            elif kind == "probe":
                phase = e["phase"]
                ds.setdefault(phase, []).append(e.get("ΔS_q_r"))
                coverage.setdefault(phase, []).append(e.get("coverage"))
            elif kind == "exercise":
                head = e
            elif kind == "comms":
                updates += 1
            elif kind == "inject":
                impact = impact or e["at"]
            elif kind == "writes":
                unaccounted = e["acked"] - e["present"] - e["replayed"] - e["deduped"] - e["documented_lost"]
                age = minutes(impact or e["at"], e["newest_recovered_at"])
    rto = {s: minutes(stable[s], at) for s, at in bad.items() if s in stable}
    medians = {phase: (median([v for v in values if v is not None]), median([v for v in coverage[phase] if v is not None])) for phase, values in ds.items()}
    return path, head["id"], head["team"], head["at"][:7], rto, medians, age, unaccounted, updates


def files(folder):
    return sorted(os.path.join(at, name) for at, _, names in os.walk(folder) for name in names)


if __name__ == "__main__":
    with Pool() as pool:
        grades = pool.map(grade, files(sys.argv[1]), chunksize=64)
    for path, name, team, _, rto, medians, age, unaccounted, updates in grades:
        print(path, name, team, rto, medians.get("post"), age, unaccounted, updates)
    print("logs", len(grades))
    for title, key in (("team", 2), ("month", 3)):
        for group in sorted({g[key] for g in grades}):
            print(title, group, median([m for g in grades if g[key] == group for m in g[4].values()]))
    print("data age", median([g[6] for g in grades if g[6] is not None]), "updates", median([g[8] for g in grades]))
