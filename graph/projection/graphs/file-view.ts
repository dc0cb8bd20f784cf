import { once } from "#graph/projection/once.ts";
import { groupBy, type GraphNode, type Grouping, type Groups } from "./graph-node.ts";
import { makeView, type Boundary, type GraphView } from "./graph-view.ts";

/** A value that an attribute of a file can have. */
export type Attribute = string | number | boolean | null;

/** A network as any file states it: parallel edges, self loops, edges without a weight are allowed. */
export interface PlainNetwork {
  readonly directed: boolean;
  readonly nodes: readonly {
    readonly id: string;
    readonly attributes: Readonly<Record<string, Attribute>>;
  }[];
  /** Ends as positions in `nodes`. */
  readonly edges: readonly PlainEdge[];
  /** Attribute that the weights were read from; null where the network has none. */
  readonly weight: string | null;
}

export interface PlainEdge {
  readonly source: number;
  readonly target: number;
  /** Null where it is not known. */
  readonly weight: number | null;
  readonly layer: string | null;
  readonly resource: string | null;
}

/** What measures read of a network that comes from a file: every node is known, named by its id, and carries paths. */
export function viewFile(network: PlainNetwork): GraphView {
  const { directed, edges } = network;
  const quantities = Float64Array.from(edges, ({ weight }) => weight ?? Number.NaN);
  const quantified = quantities.reduce((count, weight) => count + Number(!Number.isNaN(weight)), 0);
  const oneUnit = new Set(edges.map(({ layer }) => layer)).size <= 1;
  return makeView({
    directed,
    oneUnit,
    nodes: network.nodes.map(nodeOf),
    groups: groupsOf(network),
    edges: {
      count: edges.length,
      idOf: (edge) => String(edge),
      quantities,
      layerOf: (edge) => edges[edge]?.layer ?? null,
      resourceOf: (edge) => edges[edge]?.resource ?? null,
    },
    basis: { quantified, steamByMassOnly: 0, filteredOut: 0 },
    boundary: boundaryOf(network),
    listed: null,
    // An unknown weight is no choice; without any weight every link is as good as the other.
    weightsOf: ({ flows, csr, quantifiedCounts }) =>
      flows === null || quantifiedCounts.every((count) => count === 0)
        ? new Float64Array(csr.targets.length).fill(1)
        : flows,
    sources: Uint32Array.from(edges, ({ source }) => source),
    targets: Uint32Array.from(edges, ({ target }) => target),
    pooledSources: null,
    pooledTargets: null,
  });
}

type PlainNode = PlainNetwork["nodes"][number];

function nodeOf({ id, attributes }: PlainNode): GraphNode {
  return {
    id,
    nameZh: id,
    nameEn: id,
    placeId: null,
    lon: numberOr(attributes["lon"], null),
    lat: numberOr(attributes["lat"], null),
    pooled: false,
    inArea: true,
    carriesPaths: true,
    scored: true,
  };
}

function numberOr<T>(value: Attribute | undefined, otherwise: T): number | T {
  return typeof value === "number" && Number.isFinite(value) ? value : otherwise;
}

/** Groups by the attributes of the same names; a file knows no parks on one ground and no region. */
function groupsOf({ nodes }: PlainNetwork): Groups {
  const by = (attribute: string) =>
    once((): Grouping => {
      const labelOf = ({ attributes }: PlainNode) => {
        const value = attributes[attribute] ?? null;
        return value === null || value === "" ? null : String(value);
      };
      return groupBy(nodes, labelOf, (id) => ({ nameZh: id, nameEn: id }));
    });
  const made = {
    park: by("park"),
    city: by("city"),
    province: by("province"),
    sector: by("sector"),
    kind: by("kind"),
  };
  return {
    get park() {
      return made.park();
    },
    get ground() {
      return made.park();
    },
    get city() {
      return made.city();
    },
    get province() {
      return made.province();
    },
    get region() {
      return made.province();
    },
    get sector() {
      return made.sector();
    },
    get kind() {
      return made.kind();
    },
  };
}

const flowNames = ["input", "export", "respiration"] as const;

function boundaryOf({ nodes }: PlainNetwork): Boundary | null {
  const stated = nodes.some(({ attributes }) =>
    flowNames.some((name) => typeof attributes[name] === "number"),
  );
  if (!stated) return null;
  const column = (name: (typeof flowNames)[number]) =>
    Float64Array.from(nodes, ({ attributes }) => numberOr(attributes[name], Number.NaN));
  return { input: column("input"), export: column("export"), respiration: column("respiration") };
}
