import { Values } from '@reverse-mentoring/core'

const isZone = (text: string): text is Values.Zone => {
  try {
    return Values.Zone.is(text) && new Intl.DateTimeFormat('en', { timeZone: text }).format() !== ''
  } catch {
    return false
  }
}

/** Reads zones that this machine's time-zone data knows; each name is looked up once, since that is slow. */
export const zoneReader = (): ((text: string) => Values.Zone | undefined) => {
  const known = new Map<string, Values.Zone | undefined>()
  return (text) => {
    if (!known.has(text)) known.set(text, isZone(text) ? text : undefined)
    return known.get(text)
  }
}
