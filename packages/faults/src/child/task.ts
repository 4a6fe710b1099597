/** What a writer's process is started for. */
export interface Task {
  readonly address: string
  readonly writer: number
  readonly from: number
  readonly rounds: number
  /** Milliseconds that an answer of its server may take. */
  readonly deadline?: number
  /** What the jumps of its clock are drawn from; the clock stays what it is unless told. */
  readonly clock?: number
}
