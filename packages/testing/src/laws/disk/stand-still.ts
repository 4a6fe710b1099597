import { below } from '../../seeded.ts'
import type { DiskBench } from './disk-law.ts'
import type { Child, Ended } from './processes.ts'

const some = (milliseconds: number): Promise<void> =>
  new Promise((done) => {
    setTimeout(done, milliseconds)
  })

/** Has one process after another stand still for a moment, wherever it is, until all have ended. */
export const standStill = async (
  { chance }: Pick<DiskBench, 'chance'>,
  children: ReadonlyArray<Child>,
): Promise<ReadonlyArray<Ended>> => {
  const state = { isOver: false }
  const over = Promise.all(children.map(({ ended }) => ended)).finally(() => {
    state.isOver = true
  })
  while (!state.isOver) {
    await children[below(chance, children.length)]?.freeze(1 + below(chance, 20))
    await some(below(chance, 5))
  }
  return over
}
