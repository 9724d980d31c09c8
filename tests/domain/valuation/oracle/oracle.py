"""Values the example workshops a second time, with numpy and scipy and plain random samples.

An independent reading of MODEL.md section 3: it shares no code and no method with the engine.
Run by hand from the root of the repository: python3 tests/domain/valuation/oracle/oracle.py
"""

import json
import pathlib

import numpy as np
from scipy.stats import beta, norm

HERE = pathlib.Path(__file__).parent
ROOT = HERE.parents[3]
SAMPLES = 1_000_000
FILES = {
    "demo-molenwijk.nl": ROOT / "tests/fixtures/workshops/demo-molenwijk.nl.json",
    "sound-example.nl": ROOT / "tests/fixtures/workshops/sound-example.nl.json",
    "mixed": HERE / "mixed.workshop.json",
}


def ends(quantity, lowest, highest):
    confidence = quantity.get("confidence", 1)
    low, likely, high = quantity["low"], quantity["likely"], quantity["high"]
    return (
        max(lowest, likely - (likely - low) / confidence),
        min(highest, likely + (high - likely) / confidence),
    )


def draw(random, quantity, lowest=-np.inf, highest=np.inf):
    if quantity is None or isinstance(quantity, (int, float)):
        return quantity
    if "likely" not in quantity:
        low, high = np.log(quantity["low"]), np.log(quantity["high"])
        return np.exp(random.normal((low + high) / 2, (high - low) / 2 / norm.ppf(0.95), SAMPLES))
    start, end = ends(quantity, lowest, highest)
    if start == end:
        return quantity["likely"]
    a = 1 + 4 * (quantity["likely"] - start) / (end - start)
    return start + (end - start) * random.beta(a, 6 - a, SAMPLES)


def overlap(year, start, duration):
    end = np.inf if duration is None else start + duration
    return max(0, min(12 * year + 12, end) - max(12 * year, start)) / 12


def formula(text, values):
    names = {"max": np.maximum, "sqrt": np.sqrt, "round": lambda x: np.floor(x + 0.5)}
    return eval(text.replace("^", "**"), {"__builtins__": {}}, {**names, **values})


def value_effect(random, effect, settings, discount):
    years = settings["horizonYears"]
    start, duration = effect.get("startMonth", 0), effect.get("durationMonths")
    if effect.get("unitValue") is None:
        return None
    if effect.get("formula", "") != "":
        values = {i["name"]: draw(random, i["quantity"]) for i in effect["inputs"]}
        amount = formula(effect["formula"], values)
    else:
        amount = draw(random, effect.get("amount"), 0)
    if amount is None:
        return None
    total = amount * draw(random, effect["unitValue"], 0)
    total = total * draw(random, effect.get("probability", 1), 0, 1)
    for field in ("deadweight", "attributionToOthers", "displacement"):
        share = draw(random, effect.get(field), 0, 1)
        total = total * (1 - (0 if share is None else share))
    left = 1 - np.asarray(draw(random, effect.get("dropOff", 0), 0, 1))
    worth = sum(
        left ** (k - start // 12) * overlap(k, start, duration) * discount[k]
        for k in range(start // 12, years)
    )
    sign = -1 if effect["direction"] == "harm" else 1
    return sign * total * worth + np.zeros(SAMPLES)


def figures(column):
    column = np.asarray(column) + np.zeros(SAMPLES)
    quantiles = np.quantile(column, [0.05, 0.25, 0.5, 0.75, 0.95]).tolist()
    return {"mean": float(column.mean()), "sd": float(column.std()), "quantiles": quantiles}


def value_file(path):
    random = np.random.default_rng(20270101)
    file = json.loads(path.read_text())
    settings = file["workshop"]
    rate = settings.get("discountRate", 0.0225)
    delay = {"start": 0, "mid": 0.5, "end": 1}[settings.get("discountTiming", "start")]
    discount = [(1 + rate) ** -(k + delay) for k in range(settings["horizonYears"])]
    haircuts = settings.get("haircuts", [0.4, 0.4, 0.25, 0.15, 0.1, 0.05])
    effects = {e["id"]: value_effect(random, e, settings, discount) for e in file["effects"]}
    shares = {
        (e["id"], r["partyId"]): draw(random, r["share"], 0, 1)
        for e in file["effects"]
        for r in e.get("recipients", [])
    }
    costs = {}
    for measure in file["measures"]:
        start, duration = measure.get("startMonth", 0), measure.get("durationMonths")
        for given in measure.get("contributions", []):
            amount = draw(random, given.get("amount"), 0)
            if amount is None:
                continue
            if given.get("timing", "once") == "once":
                worth = discount[start // 12] if start // 12 < len(discount) else 0
            else:
                worth = sum(f * overlap(k, start, duration) for k, f in enumerate(discount))
            costs[measure["id"], given["id"], given["partyId"]] = amount * worth
    result, nets = {}, {"do-nothing": np.zeros(SAMPLES)}
    for scenario in file["scenarios"]:
        scale = {
            c["measureId"]: c.get("scale", 1)
            for c in scenario["choices"]
            if c.get("decision") not in ("no", "later")
        }
        benefit, harm, cost, corrected = (np.zeros(SAMPLES) for _ in range(4))
        parties = {p["id"]: np.zeros(SAMPLES) for p in file["parties"]}
        for effect in file["effects"]:
            value = effects[effect["id"]]
            if value is None or not all(m in scale for m in effect["measureIds"]):
                continue
            value = value * min(scale[m] for m in effect["measureIds"])
            if effect["direction"] == "harm":
                harm = harm + value
            else:
                benefit = benefit + value
                level = effect.get("evidence", {}).get("level") or 0
                corrected = corrected + value * (1 - haircuts[level])
            for recipient in effect.get("recipients", []):
                share = shares[effect["id"], recipient["partyId"]]
                if share is not None:
                    parties[recipient["partyId"]] = parties[recipient["partyId"]] + share * value
        for (measure_id, _, party_id), euros in costs.items():
            if measure_id in scale:
                cost = cost + euros * scale[measure_id]
                parties[party_id] = parties[party_id] - euros * scale[measure_id]
        nets[scenario["id"]] = benefit + harm - cost
        result[scenario["id"]] = {
            "benefit": figures(benefit),
            "harm": figures(harm),
            "cost": figures(cost),
            "net": figures(benefit + harm - cost),
            "correctedNet": figures(corrected + harm - cost),
            "chanceNetPositive": float((benefit + harm - cost > 0).mean()),
            "parties": {party_id: figures(net) for party_id, net in parties.items()},
        }
    table = np.stack(list(nets.values()))
    best = table.max(axis=0)
    wins = (table == best) / (table == best).sum(axis=0)
    for place, scenario_id in enumerate(nets):
        result.setdefault(scenario_id, {})["chanceBest"] = float(wins[place].mean())
        result[scenario_id]["expectedRegret"] = float((best - table[place]).mean())
    return result


def pert_quantiles():
    """Exact quantiles of the standard PERT, from its lower end 0 to its upper end 1."""
    shares = [1e-5, 0.001, 0.01, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99, 0.999, 1 - 1e-5]
    places = [0, 0.001, 0.02, 0.1, 0.25, 0.4, 0.5, 0.62, 0.8, 0.95, 0.999, 1]
    return [
        {"place": m, "share": p, "value": float(beta.ppf(p, 1 + 4 * m, 5 - 4 * m))}
        for m in places
        for p in shares
    ]


workshops = {name: value_file(path) for name, path in FILES.items()}
(HERE / "workshops.json").write_text(json.dumps(workshops, indent=1) + "\n")
(HERE / "pert-quantiles.json").write_text(json.dumps(pert_quantiles(), indent=1) + "\n")
