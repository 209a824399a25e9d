"""Compares what the program imports with truth.jsonl: times, contradictions, invented times, failing layers, by source and over all."""
import collections, datetime, json, os, shutil, subprocess, sys, tempfile

program, shared = sys.argv[1], sys.argv[2]
incidents = os.path.join(shared, "bench", "incidents")
# What only the index page of a source says: the Ministry of Justice is on London time, the data hub in Berkeley.
ZONES = {"moj-cloud-platform": "Europe/London", "berkeley-datahub": "America/Los_Angeles"}
MILESTONES = {"started": "impact", "detected": "detected", "declared": "declared", "mitigated": "mitigated", "resolved": "resolved"}
# Durations, order, dates, zones and milestones; the other kinds are welcome and not counted.
COUNTED = set("ttd ttr ttres duration basis copy_paste order negative reopened started detected declared mitigated resolved "
              "date weekday year_typo month_typo ampm tz missing_time".split())
verbose = "-v" in sys.argv


def minutes(a, b):
    parse = lambda t: datetime.datetime.fromisoformat(t.replace("T", " ").rstrip("Z")[:16])
    return abs((parse(a) - parse(b)).total_seconds()) / 60


def imported(source, folder):
    zone = ["--zone", ZONES[source]] if source in ZONES else []
    out = subprocess.run([program, "import", folder, "--format", "json", *zone], capture_output=True, text=True)
    found = collections.defaultdict(list)
    for report in json.loads(out.stdout or "[]"):
        found[report["source"]["file"]].append(report)
    return found


def layer(report):
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", delete=False, encoding="utf-8") as log:
        log.writelines(json.dumps(e, ensure_ascii=False) + "\n" for e in report["events"])
    out = subprocess.run([program, "diagnose", log.name, "--format", "status"], capture_output=True, text=True)
    os.remove(log.name)
    return json.loads(out.stdout or "{}").get("layer")


truth = [json.loads(line) for line in open(os.path.join(incidents, "truth.jsonl"), encoding="utf-8")]
counts = collections.defaultdict(collections.Counter)
reports = {}
for source in sorted({t["file"].split("/")[1] for t in truth}):
    reports.update(imported(source, os.path.join(incidents, "raw", source)))

for t in truth:
    c = counts[t["file"].split("/")[1]]
    here = reports.get(os.path.join(incidents, t["file"]), [])
    c["documents"] += 1
    wrong = []
    # A document of several incidents states no times of its own.
    for name, ours in {}.items() if t["multi"] else MILESTONES.items():
        want, got = t["local"][name], here and here[0]["stated"]["local"][ours]
        if not want:
            c["silent"] += 1
            if got:
                c["invented"] += 1
                wrong.append(f"{name} invented: {got}")
            continue
        c["times"] += 1
        right = bool(got) and minutes(want, got) <= 1
        utc = right and (t["tz_ambiguous"] or minutes(t[f"{name}_utc"], here[0]["stated"][ours]) <= 1)
        c["local"] += right
        c["utc"] += bool(utc)
        if not utc:
            wrong.append(f"{name}: {want}, read as {got}")
    kinds = collections.Counter(f["kind"] for r in (here if t["multi"] else here[:1]) for f in r["findings"])
    listed = {x["code"] for x in t["contradictions"]}
    for x in t["contradictions"]:
        if x["code"] in COUNTED:
            c["listed"] += 1
            c["found"] += kinds[x["code"]] > 0
            if not kinds[x["code"]]:
                wrong.append(f"missed {x['code']}: {x['text']}")
    for kind, n in kinds.items():
        if kind in COUNTED and kind not in listed:
            c["false"] += n
            wrong.append(f"false {kind}")
    if t["failing_layer"] and here:
        got = layer(here[0])
        c["layers"] += 1
        c["layer"] += got == t["failing_layer"]
        if got != t["failing_layer"]:
            wrong.append(f"layer: {t['failing_layer']}, named {got}")
    if verbose and wrong:
        print(t["file"], *wrong, sep="\n    ")

share = lambda a, b: f"{a}/{b}" + (f" {100 * a / b:.0f}%" if b else "")
print(f"{'source':20} {'documents':>9}  {'times (local)':>14}  {'times (UTC)':>14}  {'contradictions':>14}  {'false':>5}  {'invented':>8}  {'layer':>9}")
for source, c in [*counts.items(), ("all", sum(counts.values(), collections.Counter()))]:
    print(f"{source:20} {c['documents']:9}  {share(c['local'], c['times']):>14}  {share(c['utc'], c['times']):>14}  "
          f"{share(c['found'], c['listed']):>14}  {c['false']:5}  {c['invented']:8}  {share(c['layer'], c['layers']):>9}")
