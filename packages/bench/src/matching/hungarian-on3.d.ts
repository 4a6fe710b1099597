declare module 'hungarian-on3' {
  export default function hungarian(
    costs: Array<Array<number>>,
  ): ReadonlyArray<[row: number, column: number]>
}
