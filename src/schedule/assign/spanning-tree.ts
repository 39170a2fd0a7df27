/**
 * The tree of the transport simplex: places and classes are its nodes, and an arc with its flow leads from each node to its
 * parent (transport.md). A class at one place only is a leaf: it knows its parent, and is in no list of children.
 *
 * Nodes below `places` are places, the others classes. The root is a place. The tree is kept strongly feasible: an arc without
 * flow always leads from a class up to a place, so that no sequence of pivots comes back to where it began.
 */
export class SpanningTree {
  readonly places: number;
  readonly root: number;
  readonly parent: Int32Array;
  /** On the arc to the parent. */
  readonly flow: Float64Array;
  private readonly depth: Int32Array;
  private readonly firstChild: Int32Array;
  private readonly nextSibling: Int32Array;
  private readonly previousSibling: Int32Array;
  private readonly isLinked: Uint8Array;
  private readonly stack: number[] = [];
  private readonly path: number[] = [];

  constructor(places: number, classes: number, root: number) {
    const nodes = places + classes;
    this.places = places;
    this.root = root;
    this.parent = new Int32Array(nodes).fill(-1);
    this.flow = new Float64Array(nodes);
    this.depth = new Int32Array(nodes);
    this.firstChild = new Int32Array(nodes).fill(-1);
    this.nextSibling = new Int32Array(nodes).fill(-1);
    this.previousSibling = new Int32Array(nodes).fill(-1);
    this.isLinked = new Uint8Array(nodes);
  }

  /** Hangs a node below another that is in the tree already. A class is a leaf until something hangs below it. */
  hang(node: number, parent: number, flow: number): void {
    this.parent[node] = parent;
    this.flow[node] = flow;
    this.depth[node] = (this.depth[parent] as number) + 1;
    if (node >= this.places) return;
    this.link(node);
    if (this.isLinked[parent] === 0) this.link(parent);
  }

  isLeaf(node: number): boolean {
    return this.firstChild[node] === -1;
  }

  *childrenOf(node: number): Generator<number> {
    for (let child = this.firstChild[node] as number; child !== -1; child = this.nextSibling[child] as number)
      yield child;
  }

  /**
   * Lets as much as possible of a class go to a place, around the ring that this closes in the tree. Gives the node whose side of
   * the tree now hangs on the new arc, either the class or the place; the caller shifts the prices below it.
   */
  pivot(node: number, place: number): number {
    const { parent, flow, depth, places } = this;
    if (this.isLeaf(node)) depth[node] = (depth[parent[node] as number] as number) + 1;
    // The ring: from the place up and from the class up, to where they meet.
    let [fromPlace, fromClass] = [place, node];
    let [most, leaving, isPlaceSide] = [Infinity, -1, false];
    while (fromPlace !== fromClass) {
      if ((depth[fromPlace] as number) >= (depth[fromClass] as number)) {
        // Last on the way up, so that of arcs that run dry together the one nearest to the meeting point leaves.
        if (fromPlace < places && (flow[fromPlace] as number) <= most) {
          [most, leaving, isPlaceSide] = [flow[fromPlace] as number, fromPlace, true];
        }
        fromPlace = parent[fromPlace] as number;
      } else {
        if (fromClass >= places && (flow[fromClass] as number) < most) {
          [most, leaving, isPlaceSide] = [flow[fromClass] as number, fromClass, false];
        }
        fromClass = parent[fromClass] as number;
      }
    }
    const meeting = fromPlace;
    if (most > 0) {
      for (let at = place; at !== meeting; at = parent[at] as number) {
        flow[at] = (flow[at] as number) + (at < places ? -most : most);
      }
      for (let at = node; at !== meeting; at = parent[at] as number) {
        flow[at] = (flow[at] as number) + (at < places ? most : -most);
      }
    }
    return isPlaceSide ? this.rehang(place, node, leaving, most) : this.rehang(node, place, leaving, most);
  }

  /** Calls for each place at or below a node; gives how many nodes these were. */
  forEachPlaceBelow(top: number, visit: (place: number) => void): number {
    const { stack, firstChild, nextSibling, depth, parent, places } = this;
    let visited = 0;
    stack.push(top);
    for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
      visited += 1;
      depth[node] = (depth[parent[node] as number] as number) + 1;
      if (node < places) visit(node);
      for (let child = firstChild[node] as number; child !== -1; child = nextSibling[child] as number)
        stack.push(child);
    }
    return visited;
  }

  /** Cuts the arc above `leaving`, and hangs what was below it on `onto`, by its node `top`. */
  private rehang(top: number, onto: number, leaving: number, newFlow: number): number {
    const { parent, flow, places, path, isLinked } = this;
    path.length = 0;
    for (let node = top; ; node = parent[node] as number) {
      path.push(node);
      if (node === leaving) break;
    }
    const above = parent[leaving] as number;
    for (const node of path) if (isLinked[node] === 1) this.unlink(node);
    let [newParent, carried] = [onto, newFlow];
    for (const node of path) {
      parent[node] = newParent;
      newParent = node;
      const before = flow[node] as number;
      flow[node] = carried;
      carried = before;
    }
    if (isLinked[above] === 1 && above >= places && this.isLeaf(above)) this.unlink(above);
    // From the cut up, so that a class is known to have something below it, or nothing.
    for (let at = path.length - 1; at >= 0; at -= 1) {
      const node = path[at] as number;
      if (node < places || !this.isLeaf(node)) this.link(node);
    }
    if (onto >= places && isLinked[onto] === 0 && !this.isLeaf(onto)) this.link(onto);
    return top;
  }

  private link(node: number): void {
    const { firstChild, nextSibling, previousSibling } = this;
    const parent = this.parent[node] as number;
    const first = firstChild[parent] as number;
    nextSibling[node] = first;
    previousSibling[node] = -1;
    if (first !== -1) previousSibling[first] = node;
    firstChild[parent] = node;
    this.isLinked[node] = 1;
  }

  private unlink(node: number): void {
    const { firstChild, nextSibling, previousSibling } = this;
    this.isLinked[node] = 0;
    const [next, previous] = [nextSibling[node] as number, previousSibling[node] as number];
    if (next !== -1) previousSibling[next] = previous;
    if (previous !== -1) nextSibling[previous] = next;
    else firstChild[this.parent[node] as number] = next;
  }
}
