interface Node<T> {
  at: number;
  order: number;
  item: T;
}

function isBefore<T>(a: Node<T>, b: Node<T>): boolean {
  return a.at < b.at || (a.at === b.at && a.order < b.order);
}

/** What is due next: a binary heap by time. Items of the same time come out in the order they went in. */
export class Agenda<T> {
  private nodes: Node<T>[] = [];
  private count = 0;

  get size(): number {
    return this.nodes.length;
  }

  /** Time of the next item, Infinity when there is none. */
  nextAt(): number {
    return this.nodes[0]?.at ?? Number.POSITIVE_INFINITY;
  }

  add(at: number, item: T): void {
    const node = { at, order: this.count++, item };
    let place = this.nodes.length;
    while (place > 0) {
      const up = (place - 1) >> 1;
      const parent = this.nodes[up];
      if (!parent || !isBefore(node, parent)) break;
      this.nodes[place] = parent;
      place = up;
    }
    this.nodes[place] = node;
  }

  take(): T | undefined {
    const top = this.nodes[0];
    const last = this.nodes.pop();
    if (top && last && this.nodes.length > 0) this.sink(last);
    return top?.item;
  }

  private sink(node: Node<T>): void {
    let place = 0;
    for (;;) {
      let down = 2 * place + 1;
      let child = this.nodes[down];
      if (!child) break;
      const right = this.nodes[down + 1];
      if (right && isBefore(right, child)) {
        child = right;
        down += 1;
      }
      if (isBefore(node, child)) break;
      this.nodes[place] = child;
      place = down;
    }
    this.nodes[place] = node;
  }
}
