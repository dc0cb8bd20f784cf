import { once } from "#graph/projection/once.ts";
import type { Park } from "#graph/schema/records/park.ts";
import { cityByCode } from "#graph/schema/region/cities.ts";
import { provinceByCode, provinces } from "#graph/schema/region/provinces.ts";
import { groupBy, type Grouping, type Groups } from "./graph-node.ts";

/** What a node of records is known by. */
export interface NodeTraits {
  readonly park: Park | null;
  readonly cityCode: string | null;
  readonly provinceCode: string | null;
  readonly industryCode: string | null;
  readonly kind: string;
}

/** The groups that the nodes of records belong to, each made when it is first asked for. */
export function groupRecords(traits: readonly NodeTraits[], parks: readonly Park[]): Groups {
  const parkById = new Map(parks.map((park) => [park.id, park]));
  const named = (name: { readonly nameZh: string; readonly nameEn: string | null } | undefined, id: string) =>
    name === undefined ? { nameZh: id, nameEn: null } : { nameZh: name.nameZh, nameEn: name.nameEn };
  const byPark = (id: string) => named(parkById.get(id), id);
  const by = (
    idOf: (traits: NodeTraits) => string | null,
    nameOf: (id: string) => ReturnType<typeof named>,
  ) => once(() => groupBy(traits, idOf, nameOf));
  const groundOf = once(() => groundById(parks));
  const groups = {
    park: by(({ park }) => park?.id ?? null, byPark),
    ground: by(({ park }) => (park === null ? null : (groundOf().get(park.id) ?? park.id)), byPark),
    city: by(
      ({ cityCode }) => cityCode,
      (id) => named(cityByCode.get(id), id),
    ),
    province: by(
      ({ provinceCode }) => provinceCode,
      (id) => named(provinceByCode.get(id), id),
    ),
    sector: by(
      ({ industryCode }) => /^\d\d/.exec(industryCode ?? "")?.[0] ?? null,
      (id) => named(undefined, id),
    ),
    kind: by(
      ({ kind }) => kind,
      (id) => named(undefined, id),
    ),
  };
  const region = once(() => groupByRegion(traits));
  return {
    get region() {
      return region();
    },
    get park() {
      return groups.park();
    },
    get ground() {
      return groups.ground();
    },
    get city() {
      return groups.city();
    },
    get province() {
      return groups.province();
    },
    get sector() {
      return groups.sector();
    },
    get kind() {
      return groups.kind();
    },
  };
}

const regionLabels = [
  ...provinces.map(({ code, nameZh, nameEn }) => ({ id: code, nameZh, nameEn })),
  { id: "outside", nameZh: "区域外", nameEn: "outside the region" },
  { id: "unknown", nameZh: "省份不详", nameEn: "province not known" },
];

function groupByRegion(traits: readonly NodeTraits[]): Grouping {
  const codes = Int32Array.from(traits, ({ provinceCode }) => {
    const known = provinces.findIndex(({ code }) => code === provinceCode);
    return known >= 0 ? known : provinces.length + (provinceCode === null ? 1 : 0);
  });
  return { codes, labels: regionLabels };
}

/** By park: the first id of all parks that lie on one ground with it, directly or through others. */
function groundById(parks: readonly Park[]): Map<string, string> {
  const parents = new Map(parks.map(({ id }) => [id, id]));
  const rootOf = (id: string): string => {
    let root = id;
    for (let next = parents.get(root); next !== undefined && next !== root; next = parents.get(root))
      root = next;
    return root;
  };
  for (const { id, overlaps } of parks)
    for (const other of overlaps) {
      if (!parents.has(other)) continue;
      const [left, right] = [rootOf(id), rootOf(other)];
      if (left !== right) parents.set(left < right ? right : left, left < right ? left : right);
    }
  return new Map(parks.map(({ id }) => [id, rootOf(id)]));
}
