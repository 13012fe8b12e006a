/** Reads packed views, [V, columns]. */
export class ViewTable<C extends string = string> {
  readonly count: number;
  private readonly values: Float32Array;
  private readonly columns: readonly C[];

  constructor(values: Float32Array, columns: readonly C[]) {
    this.values = values;
    this.columns = columns;
    this.count = values.length / columns.length;
  }

  get(view: number, column: C): number {
    return this.values[view * this.columns.length + this.columns.indexOf(column)]!;
  }

  /** One number per view. */
  map(value: (view: number) => number): Float32Array {
    const values = new Float32Array(this.count);
    for (let view = 0; view < this.count; view++) values[view] = value(view);
    return values;
  }

  column(column: C): Float32Array {
    return this.map((view) => this.get(view, column));
  }
}
