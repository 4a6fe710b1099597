import type { Mismatch, Trouble } from './trouble.ts'

/** Tells of each kind of mismatch once. */
export const tellingMismatches = (
  onTrouble: (trouble: Trouble) => void,
): ((because: Mismatch) => void) => {
  const told = new Set<Mismatch['_tag']>()
  return (because) => {
    if (told.has(because._tag)) return
    told.add(because._tag)
    onTrouble({ while: 'comparing the ports', because })
  }
}
