import { Values } from '@reverse-mentoring/core'
import type { Roster } from '@reverse-mentoring/roster'

/** The time zone of most people; the cohort's months are counted in it. */
export const zoneOf = ({ people }: Pick<Roster, 'people'>): Values.Zone => {
  const counts = new Map<string, number>()
  for (const { attributes } of people) {
    const zone = attributes['zone']
    if (typeof zone === 'string') counts.set(zone, (counts.get(zone) ?? 0) + 1)
  }
  const [most] = [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))
  const zone = most?.[0] ?? 'UTC'
  if (Values.Zone.is(zone)) return zone
  throw new TypeError('a roster held a zone that is none')
}
