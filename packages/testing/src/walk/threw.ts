/** What somebody's own function threw while a walk was made, and which function it was. */
export class Threw extends Error {
  constructor(which: string, defect: unknown) {
    super(`${which} threw ${String(defect)}`, { cause: defect })
  }
}

/** What a function of somebody's own answers; says which it was where it throws. */
export const asking = <A>(which: string, ask: () => A): A => {
  try {
    return ask()
  } catch (defect) {
    throw new Threw(which, defect)
  }
}
