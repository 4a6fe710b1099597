/** Tells a listener of shares that are done, from 0 to 1 and each more than before; whatever else it is told it keeps back. */
export const rising = (listener: (done: number) => void): ((done: number) => void) => {
  let before = -1
  return (done) => {
    if (!(done > before && done <= 1)) return
    before = done
    listener(done)
  }
}
