/** What `quota` needs of HiGHS: `await highs()` of the package `highs` gives it. */
export interface Solver {
  readonly createModel: (model: ProgrammeData) => SolverModel
}

/** An integer programme, as arrays: what is least is sought. */
export interface ProgrammeData {
  readonly numCols: number
  readonly numRows: number
  readonly colCost: Float64Array
  readonly colLower: Float64Array
  readonly colUpper: Float64Array
  readonly rowLower: Float64Array
  readonly rowUpper: Float64Array
  readonly matrix: {
    readonly format: 'csc'
    readonly numCols: number
    readonly numRows: number
    readonly starts: Int32Array
    readonly indices: Int32Array
    readonly values: Float64Array
  }
  readonly integrality: Int32Array
}

export interface SolverModel {
  readonly options: {
    readonly set: (values: Readonly<Record<string, boolean | number | string>>) => unknown
  }
  readonly info: { readonly get: (name: string) => number | bigint }
  readonly run: () => { readonly modelStatus: number }
  readonly getSolution: () => { readonly colValue: Float64Array }
  readonly dispose: () => void
}
