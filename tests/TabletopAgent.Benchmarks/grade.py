"""What somebody would write instead of `tabletop grade`: reads the same logs on all cores, and prints the same medians and times.
A service is broken while a sample breaks a gate (ok, warm p95, cache, errors, beside its baseline) or a round of probes fails, and stable once
all hold for ten minutes with no silence of more than five. No layers, no reasons, no findings, no notes, no journal. Python 3, standard
library only."""
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


def gates(e, base):
    before = base.get(e["service"], {})
    p95, hit = e.get("p95_warm_ms"), e.get("cache_hit_pct")
    return (e["ok"] is False
            or p95 is not None and "p95_warm_ms" in before and p95 / before["p95_warm_ms"] > 1.25
            or hit is not None and "cache_hit_pct" in before and abs(hit - before["cache_hit_pct"]) > 5
            or (e.get("error_pct") or 0) > 1)


def hold(samples, rounds):
    """Breach and stable of one service from its (time, broken) in order, times as they stand in the log. A failing round lasts until one holds."""
    breach, since, last, failing = None, None, None, False
    for at, of_probes, broken in sorted([(at, False, broken) for at, broken in samples] + [(at, True, broken) for at, broken in rounds]):
        if of_probes:
            failing = broken
            if not broken:
                continue
        if broken or failing:
            breach, since = breach or at, None
        elif breach:
            since = at if since is None or minutes(at, last) > 5 else since
            if minutes(at, since) >= 10:
                return breach, since
        last = at
    return breach, None


def fails(probes):
    d, c = (median([p[k] for p in probes if k in p]) for k in ("ΔS_q_r", "coverage"))
    return (d is not None and d > 0.45 or c is not None and c < 0.7
            or any(p.get("λ_state") == "×" for p in probes) or sum(p.get("λ_state") == "→" for p in probes) < 0.8 * len(probes))


def grade(path):
    head, base, samples, rounds, ds, coverage, recovered, unaccounted, updates, impact = None, {}, {}, {}, {}, {}, None, None, [], None
    with open(path, "rb") as lines:
        for line in lines:
            e = json.loads(line)
            kind = e["type"]
            if kind == "sli":
                samples.setdefault(e["service"], []).append((e["at"], gates(e, base)))
            elif kind == "probe":
                phase = e["phase"]
                ds.setdefault(phase, []).append(e.get("ΔS_q_r"))
                coverage.setdefault(phase, []).append(e.get("coverage"))
                if phase != "baseline":
                    rounds.setdefault(e["service"], {}).setdefault(e["at"], []).append(e)
            elif kind == "exercise":
                head = e
                base = {b["service"]: b for b in e.get("baseline", [])}
            elif kind == "comms":
                updates.append(e["at"])
            elif kind == "inject":
                impact = impact or e["at"]
            elif kind == "writes":
                unaccounted = e["acked"] - e["present"] - e["replayed"] - e["deduped"] - e["documented_lost"]
                recovered = e["newest_recovered_at"]
    rag = {s["name"] for s in head["services"] if s["rag"]}
    rto, breaches = {}, []
    for service, moments in samples.items():
        asked = rounds.get(service, {}) if service in rag else {}
        breach, stable = hold(moments, [(at, fails(probes)) for at, probes in asked.items()])
        if breach:
            breaches.append(breach)
        if stable:
            rto[service] = minutes(stable, breach)
    age = minutes(min(breaches, default=impact), recovered) if recovered else None
    medians = {phase: (median([v for v in values if v is not None]), median([v for v in coverage[phase] if v is not None])) for phase, values in ds.items()}
    return path, head["id"], head["team"], head["at"][:7], rto, medians, age, unaccounted, len(updates)


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
