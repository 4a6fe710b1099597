import type { Matching } from '@reverse-mentoring/core'

/** What a pair of the company is worth by plain code of its own, person by index; -1 for a pair that may not be. */
export type PlainScore = (mentor: number, mentee: number) => number

const week = 7 * 86_400_000
const offsets: Readonly<Record<string, number>> = {
  'Europe/London': 0,
  'Europe/Berlin': 1,
  'America/New_York': -5,
  'America/Los_Angeles': -8,
  'Asia/Kolkata': 5.5,
  'Asia/Singapore': 8,
}

/** Words as bits of two numbers, by a numbering that both sides share. */
const bitsOf =
  (numberOf: Map<string, number>) =>
  (words: ReadonlyArray<string>): readonly [number, number] => {
    const bits: [number, number] = [0, 0]
    for (const word of words) {
      const n = numberOf.get(word) ?? numberOf.size
      numberOf.set(word, n)
      if (n < 32) bits[0] |= 1 << n
      else bits[1] |= 1 << (n - 32)
    }
    return bits
  }

const count = (bits: number): number => {
  let n = 0
  for (let left = bits; left !== 0; left &= left - 1) n += 1
  return n
}

const commonHours = (one: number, other: number): number => {
  const apart = Math.abs(one - other) % 24
  return Math.floor(Math.max(0, 8 - apart) + Math.max(0, 8 - (24 - apart)))
}

/** What the rules of the whole run mean, written once more and sharing nothing with them: to check its result by. */
export const plainScore = (pool: Matching.MatchingPool, asOf: string): PlainScore => {
  const [topic, language] = [new Map<string, number>(), new Map<string, number>()]
  const now = Date.parse(asOf)
  const facts = (person: Matching.Candidate, topics: ReadonlyArray<string>) => {
    const { attributes, waitingSince, chain, seniority, participant } = person
    const { languages, zone, department, extraversion } = attributes
    const [low, high] = bitsOf(topic)(topics)
    return {
      participant,
      seniority,
      chain,
      low,
      high,
      languages: bitsOf(language)(Array.isArray(languages) ? languages.map(String) : [])[0],
      hour: offsets[String(zone)] ?? Number.NaN,
      department,
      extraversion: Number(extraversion),
      weeks: Math.min(26, Math.floor((now - Date.parse(waitingSince)) / week)),
    }
  }
  const mentors = pool.mentors.map((one) => facts(one, one.offered))
  const mentees = pool.mentees.map((one) => facts(one, one.sought))
  const apart = new Set(pool.forbidden.map(({ first, second }) => `${first} ${second}`))
  const steps = new Map<string, number>()
  const stepsBetween = (one: ReadonlyArray<string>, other: ReadonlyArray<string>): number => {
    const key = `${one[0] ?? ''} ${other[0] ?? ''}`
    const known = steps.get(key)
    if (known !== undefined) return known
    const up = one.findIndex((manager) => other.includes(manager))
    const found = Math.min(6, up + other.indexOf(one[up] ?? ''))
    steps.set(key, found)
    return found
  }
  return (mentor, mentee) => {
    const [a, b] = [mentors[mentor], mentees[mentee]]
    if (a === undefined || b === undefined || a.seniority >= b.seniority) return -1
    const topics = count(a.low & b.low) + count(a.high & b.high)
    if (topics === 0 || (a.languages & b.languages) === 0) return -1
    if (commonHours(a.hour, b.hour) < 2 || a.chain[0] === b.chain[0]) return -1
    if (apart.has(`${a.participant} ${b.participant}`)) return -1
    return (
      20 * Math.min(3, topics) +
      (a.department === b.department ? 0 : 10) +
      a.weeks +
      b.weeks +
      4 * stepsBetween(a.chain, b.chain) +
      2 * Math.abs(a.extraversion - b.extraversion)
    )
  }
}
