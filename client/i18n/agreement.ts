/** English wording of what a measure agrees with, and its Chinese; names of functions, libraries and versions stay. */
const wordings: readonly (readonly [english: string, chinese: string])[] = [
  [
    "sums and components before and after networkx 3.6.1 remove_node",
    "networkx 3.6.1 remove_node 前后的合计与连通分量",
  ],
  [
    "the definition, enumerated over triples of a networkx 3.6.1 DiGraph",
    "按定义枚举 networkx 3.6.1 DiGraph 的三元组",
  ],
  ["the formula over a networkx 3.6.1 Graph of each layer", "按公式对每层的 networkx 3.6.1 Graph 重算"],
  ["the mean over every order of small graphs, in networkx 3.6.1", "networkx 3.6.1 中小图全部次序的平均"],
  ["the rounds, step by step on a networkx 3.6.1 DiGraph", "在 networkx 3.6.1 DiGraph 上逐轮重算"],
  ["the procedure, step by step in networkx 3.6.1", "用 networkx 3.6.1 逐步重做"],
  ["the formula, written anew by hand", "按公式手工重算"],
  ["the formula, written anew in numpy", "按公式用 numpy 重算"],
  ["sets of pairs in Python 3.11", "Python 3.11 的节点对集合"],
  [" over exchanges with both parks known", "（两端园区均已知的交换）"],
  [" over every core of small graphs", "（枚举小图的全部核心）"],
  [" within 15 %: the references are random", "，相差 15 % 以内：参照网络是随机的"],
  [", null where the dominant root is 0 or repeated", "；主特征值为 0 或重根时为空"],
  ["pandas crosstab of the exchanges", "pandas.crosstab（对交换）"],
  [", G = path graph", "，G 为路径图"],
  [" on the matrix F", "（矩阵 F）"],
  [" on the path graph", "（路径图）"],
  [" on each component", "（逐个连通分量）"],
  [" of the largest component", "（最大连通分量）"],
  [" on the undirected graph", "（无向图）"],
  [" of the undirected graph", "（无向图）"],
];

/** What a measure agrees with, in Chinese. */
export function agreementInChinese(english: string): string {
  return wordings.reduce((text, [from, to]) => text.replace(from, to), english);
}
