/** The arcs of a network, by index: from where to where, how much can flow, what each unit gains, and what flows. */
export interface Arcs {
  readonly source: Int32Array
  readonly target: Int32Array
  readonly capacity: Float64Array
  /** Rewritten between levels. */
  readonly gain: Float64Array
  readonly flow: Float64Array
}
