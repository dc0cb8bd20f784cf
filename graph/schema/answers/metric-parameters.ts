import { z } from "zod";
import { worded } from "#graph/schema/text.ts";

/** What a measure can be asked with. */
export const MetricParameter = z
  .strictObject({
    type: z.enum(["integer", "number", "choice"]),
    default: z.union([z.number(), z.string()]),
    min: z.number().nullable().describe("Lowest and highest value allowed; null for a choice"),
    max: z.number().nullable(),
    options: z.array(z.string()).nullable().describe("Words of a choice; null for a number"),
    zh: z.string(),
    en: z.string(),
  })
  .meta({ id: "MetricParameter" });
export type MetricParameter = z.infer<typeof MetricParameter>;

/** Values by name of parameter. */
export type ParameterValues = Readonly<Record<string, number | string>>;

type Words = Pick<MetricParameter, "zh" | "en">;

const numeric =
  (type: "integer" | "number") =>
  (standard: number, [min, max]: readonly [number, number], words: Words) =>
    ({ type, default: standard, min, max, options: null, ...words }) satisfies MetricParameter;
const integer = numeric("integer");
const number = numeric("number");
const choice = (options: readonly [string, ...string[]], words: Words) =>
  ({
    type: "choice",
    default: options[0],
    min: null,
    max: null,
    options: [...options],
    ...words,
  }) satisfies MetricParameter;

/**
 * Every parameter of every measure: query parameters of the API, options of the command line, fields of the form and
 * keys of the cache are drawn from it. A name means the same everywhere; a measure may have another default.
 */
export const metricParameters = {
  seed: integer(1, [0, 4_294_967_295], {
    zh: "随机步骤的种子：同一种子得到同一结果",
    en: "Seed of the random steps: equal seeds, equal results",
  }),
  damping: number(0.85, [0, 0.999_999], {
    zh: "沿链接继续走的概率 α",
    en: "Probability α to follow a link rather than to start anew",
  }),
  attenuation: number(0.1, [0, 1], {
    zh: "衰减系数 α：链每长一步权重乘以它",
    en: "Attenuation α: what each further link of a chain counts",
  }),
  sourceDegree: choice(["out", "in"], {
    zh: "链接起点取出度还是入度",
    en: "Degree at the start of a link",
  }),
  targetDegree: choice(["in", "out"], {
    zh: "链接终点取入度还是出度",
    en: "Degree at the end of a link",
  }),
  attribute: choice(["park", "city", "province", "sector"], {
    zh: "按什么属性：园区、城市、省份或行业大类",
    en: "Attribute that nodes are compared by: park, city, province or division of the industry",
  }),
  starts: integer(0, [0, 10_000_000], {
    zh: "最短路径的起点数：0 为自动（不超过 50000 个起点时全部取用、结果精确，超过时随机抽 1000 个），其他为抽样数",
    en: "Start nodes of shortest paths: 0 = all of them, hence exact, up to 50,000, and 1,000 drawn at random above; else so many drawn",
  }),
  boundary: choice(["auto", "recorded", "imputed"], {
    zh: "边界流：recorded 只用记录值，imputed 以补入的边界流使每个节点平衡，auto 有记录时用记录值、没有时补入",
    en: "Boundary flows: recorded = as stated; imputed = every node closed by what is missing; auto = as stated where any is, else imputed",
  }),
  weighting: choice(["realised", "output", "input"], {
    zh: "按什么加权：realised 为实际边界流入，output、input 为每个节点一单位流入、流出",
    en: "What flows are weighed by: realised = the boundary input there is; output or input = one unit at every node",
  }),
  side: choice(["output", "input"], {
    zh: "从哪一侧看：output 为各节点的去向，input 为来源",
    en: "Seen from which side: output = where flows of a node go; input = where they come from",
  }),
  selfLoops: choice(["auto", "kept", "dropped"], {
    zh: "节点内部的链接：kept 计入，dropped 不计，auto 在记录了边界流的流网络中计入、在其他网络中不计",
    en: "Links inside a node: kept, dropped, or auto = kept in a flow system (a file that states boundary flows), dropped elsewhere",
  }),
  algorithm: choice(["leiden", "louvain"], {
    zh: "社群算法：leiden 保证每个社群内部连通，louvain 不保证",
    en: "Algorithm of communities: leiden, whose communities are connected, or louvain",
  }),
  directions: choice(["undirected", "directed"], {
    zh: "模块度是否区分供给方向",
    en: "Whether modularity tells supplier from receiver",
  }),
  resolution: number(1, [0.001, 1000], {
    zh: "分辨率 γ：越大，社群越小越多",
    en: "Resolution γ: the larger, the smaller and more the communities",
  }),
  runs: integer(20, [1, 1000], {
    zh: "运行次数，取其中最好的一次",
    en: "Seeded runs, of which the best counts",
  }),
  ideal: choice(["joined", "ignored"], {
    zh: "理想结构中核心与边缘之间：joined 全部相连，ignored 不作比较",
    en: "Between core and periphery the ideal web is joined throughout, or ignored: not compared",
  }),
  repeats: integer(20, [1, 1000], {
    zh: "随机重复次数，取平均",
    en: "Random repeats, of which the mean is taken",
  }),
  tolerance: number(0.5, [0, 1], {
    zh: "可以缺少的接收量占比 θ：缺得更多即失效",
    en: "Share θ of its intake that one can do without: who loses more fails",
  }),
  substitution: choice(["substitutable", "essential"], {
    zh: "substitutable 为各种资源可相互替代，essential 为每种资源都不可缺少",
    en: "Resources are substitutable for each other, or each one is essential",
  }),
  group: choice(["park", "city", "province"], {
    zh: "按什么分组：园区（同一地块上的园区算一个）、城市或省份",
    en: "What nodes are grouped by: park (parks on one ground are one), city or province",
  }),
} as const satisfies Readonly<Record<string, MetricParameter>>;

export type ParameterName = keyof typeof metricParameters;

const expectedOf = ({ type, min, max, options }: MetricParameter) =>
  options === null
    ? `expected ${type === "integer" ? "a whole number" : "a number"} from ${min ?? "-∞"} to ${max ?? "∞"}`
    : `expected one of ${options.join(", ")}`;

/** What is wrong with a value; null where nothing is. */
export function parameterFault(parameter: MetricParameter, value: number | string): string | null {
  const { type, min, max, options } = parameter;
  const fits =
    typeof value === "string"
      ? options?.includes(value) === true
      : options === null &&
        value >= (min ?? -Infinity) &&
        value <= (max ?? Infinity) &&
        (type === "number" || Number.isInteger(value));
  return fits ? null : expectedOf(parameter);
}

/** The text of a parameter → its value. */
export function parameterText(parameter: MetricParameter): z.ZodType<number | string, string> {
  const { type, options } = parameter;
  if (options !== null) return z.enum(options);
  const expected = expectedOf(parameter);
  return z
    .string()
    .regex(type === "integer" ? /^-?\d{1,15}$/ : /^-?\d{1,15}(?:\.\d{1,15})?$/, expected)
    .transform(Number)
    .refine((value) => parameterFault(parameter, value) === null, expected);
}

/** All parameters as members of a query; each may be left out. */
export const parameterQuery: Readonly<
  Record<ParameterName, z.ZodOptional<z.ZodType<number | string, string>>>
> = Object.fromEntries(
  Object.entries(metricParameters).map(([name, parameter]) => [
    name,
    worded(parameterText(parameter).optional(), parameter),
  ]),
) as never;

/** What of a query are values of parameters. */
export function parametersOf(query: Readonly<Record<string, unknown>>): ParameterValues {
  return Object.fromEntries(
    Object.keys(metricParameters).flatMap((name) => {
      const value = query[name];
      return typeof value === "number" || typeof value === "string" ? [[name, value]] : [];
    }),
  );
}
