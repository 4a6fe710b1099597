import { setTimeout } from 'node:timers/promises'

/** Milliseconds after which what is waited for does not come any more. */
const patience = 120_000

/** Waits until something is so, which a moment of work brings about. */
export const waitUntil = async (isSo: () => Promise<boolean> | boolean): Promise<void> => {
  const end = performance.now() + patience
  while (!(await isSo())) {
    if (performance.now() > end) throw new Error('what was waited for did not come')
    await setTimeout(5)
  }
}
