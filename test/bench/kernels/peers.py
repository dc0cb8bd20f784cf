"""Times of python-igraph, NetworkX and NumPy on the jobs of the bench. Reads one request a line, writes one answer a line."""
import json
import sys
import time

import igraph
import networkx as nx
import numpy as np

graphs = {}


def load(path):
    if path not in graphs:
        with open(path) as lines:
            rows = [line.split() for line in lines]
        nodes = int(rows[0][0])
        links = [(int(a), int(b)) for a, b, _ in rows[1:]]
        graph = igraph.Graph(n=nodes, edges=links, directed=True)
        graph.es["cost"] = [1 / float(w) for _, _, w in rows[1:]]
        tie = graph.as_undirected()
        other = nx.DiGraph()
        other.add_nodes_from(range(nodes))
        other.add_edges_from(links)
        graphs[path] = (graph, tie, other, other.to_undirected())
    return graphs[path]


def system(size):
    rng = np.random.default_rng(1)
    flows = rng.random((size, size)) * (rng.random((size, size)) < 0.5)
    inputs = rng.random(size) * 10
    return flows, inputs


def ena(size):
    flows, inputs = system(size)
    through = flows.sum(0) + inputs
    eye = np.eye(size)
    integral = np.linalg.inv(eye - flows / through[:, None])
    from_input = np.linalg.inv(eye - flows / through)
    direct = (flows - flows.T) / through
    utility = np.linalg.inv(eye - direct)
    radius = np.abs(np.linalg.eigvals(direct)).max()
    return integral, from_input, utility, radius


def all_pairs(graph, tie):
    graph.closeness(mode="in")
    graph.harmonic_centrality(mode="in")
    tie.eccentricity()
    tie.average_path_length()


jobs = {
    "betweenness": (lambda g, t: g.betweenness(), None),
    "weighted betweenness": (lambda g, t: g.betweenness(weights="cost"), None),
    "all pairs": (all_pairs, None),
    "pagerank": (lambda g, t: g.pagerank(), lambda d, u: nx.pagerank(d, tol=1e-12, max_iter=1000)),
    "hits": (lambda g, t: (g.hub_score(), g.authority_score()), lambda d, u: nx.hits(d)),
    "cores": (lambda g, t: t.coreness(), lambda d, u: nx.core_number(u)),
    "components": (lambda g, t: g.connected_components(mode="weak"), lambda d, u: list(nx.weakly_connected_components(d))),
    "clustering": (lambda g, t: t.transitivity_local_undirected(mode="zero"), lambda d, u: nx.clustering(u)),
    "articulation points": (lambda g, t: t.articulation_points(), lambda d, u: list(nx.articulation_points(u))),
    "leiden": (
        lambda g, t: t.community_leiden(objective_function="modularity", n_iterations=2).modularity, None),
}


def timed(work, clock):
    start = clock()
    value = work()
    return clock() - start, value


def median(work, rounds, clock):
    results = [timed(work, clock) for _ in range(rounds)]
    seconds = sorted(seconds for seconds, _ in results)[rounds // 2]
    return {"ms": seconds * 1000, "value": results[-1][1] if isinstance(results[-1][1], float) else None}


print(json.dumps({"igraph": igraph.__version__, "networkx": nx.__version__, "numpy": np.__version__}), flush=True)
for line in sys.stdin:
    request = json.loads(line)
    rounds = request["rounds"]
    clock = time.process_time if request["cpu"] else time.perf_counter
    if request["job"] == "ena":
        answer = {"numpy": median(lambda: ena(request["size"]) and None, rounds, clock)}
    else:
        directed, tie, other, undirected = load(request["path"])
        first, second = jobs[request["job"]]
        answer = {"igraph": median(lambda: first(directed, tie), rounds, clock)}
        if second is not None and request["networkx"]:
            answer["networkx"] = median(lambda: second(other, undirected), 1, clock)
    print(json.dumps(answer), flush=True)
