import type { Arcs } from './arcs.ts'

/** A spanning tree of a network with node 0 as its root, changed in place. */
export interface Tree {
  readonly parent: Int32Array
  /** The arc between a node and its parent. */
  readonly pred: Int32Array
  readonly depth: Int32Array
  readonly child: Int32Array
  readonly next: Int32Array
  readonly previous: Int32Array
  /** Prices of nodes: along every arc of the tree its gain is what the price rises. */
  readonly price: Float64Array
}

const attach = ({ parent, child, next, previous }: Tree, node: number, to: number): void => {
  const first = child[to] ?? -1
  parent[node] = to
  next[node] = first
  previous[node] = -1
  if (first >= 0) previous[first] = node
  child[to] = node
}

const detach = ({ parent, child, next, previous }: Tree, node: number): void => {
  const [before, after] = [previous[node] ?? -1, next[node] ?? -1]
  if (before >= 0) next[before] = after
  else child[parent[node] ?? 0] = after
  if (after >= 0) previous[after] = before
}

/** Sets depth and price of a node's whole subtree from its parent. O(subtree). */
export const settle = (tree: Tree, { source, gain }: Arcs, top: number): void => {
  const { parent, pred, depth, child, next, price } = tree
  let node = top
  for (;;) {
    if (node !== 0) {
      const [above, arc] = [parent[node] ?? 0, pred[node] ?? 0]
      const by = gain[arc] ?? 0
      depth[node] = (depth[above] ?? 0) + 1
      price[node] = (price[above] ?? 0) + (source[arc] === node ? -by : by)
    }
    const below = child[node] ?? -1
    if (below >= 0) {
      node = below
      continue
    }
    while (node !== top && (next[node] ?? -1) < 0) node = parent[node] ?? 0
    if (node === top) return
    node = next[node] ?? 0
  }
}

/** Hangs the part of the tree below `cut` under another node, by an arc that leads from `node`, within it, to there. */
export const rehang = (
  tree: Tree,
  arcs: Arcs,
  moved: {
    readonly cut: number
    readonly node: number
    readonly under: number
    readonly by: number
  },
): void => {
  const { parent, pred } = tree
  let { node, under, by } = moved
  for (;;) {
    const [above, arc] = [parent[node] ?? 0, pred[node] ?? 0]
    detach(tree, node)
    attach(tree, node, under)
    pred[node] = by
    if (node === moved.cut) break
    under = node
    node = above
    by = arc
  }
  settle(tree, arcs, moved.node)
}

/** A tree from each node's parent and the arc to it; the root has none. O(nodes). */
export const plant = (arcs: Arcs, parents: Int32Array, preds: Int32Array): Tree => {
  const nodes = parents.length
  const tree: Tree = {
    parent: new Int32Array(nodes).fill(-1),
    pred: preds.slice(),
    depth: new Int32Array(nodes),
    child: new Int32Array(nodes).fill(-1),
    next: new Int32Array(nodes).fill(-1),
    previous: new Int32Array(nodes).fill(-1),
    price: new Float64Array(nodes),
  }
  for (let node = nodes - 1; node > 0; node -= 1) attach(tree, node, parents[node] ?? 0)
  settle(tree, arcs, 0)
  return tree
}
