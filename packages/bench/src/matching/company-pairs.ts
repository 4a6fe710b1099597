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

/** What is compared of somebody. */
interface Facts {
  readonly participant: string
  readonly seniority: number
  readonly chain: ReadonlyArray<string>
  readonly manager: number
  readonly low: number
  readonly high: number
  readonly languages: number
  readonly hour: number
  readonly department: number
  readonly extraversion: number
  readonly weeks: number
}

const numberIn = (numberOf: Map<string, number>, word: string): number => {
  const n = numberOf.get(word) ?? numberOf.size
  numberOf.set(word, n)
  return n
}

/** Words as bits of two numbers, by a numbering that both sides share. */
const bitsOf =
  (numberOf: Map<string, number>) =>
  (words: ReadonlyArray<string>): readonly [number, number] => {
    const bits: [number, number] = [0, 0]
    for (const word of words) {
      const n = numberIn(numberOf, word)
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
  const [manager, departments] = [new Map<string, number>(), new Map<string, number>()]
  const now = Date.parse(asOf)
  const facts = (person: Matching.Candidate, topics: ReadonlyArray<string>): Facts => {
    const { attributes, waitingSince, chain, seniority, participant } = person
    const { languages, zone, department, extraversion } = attributes
    const [low, high] = bitsOf(topic)(topics)
    return {
      participant,
      seniority,
      chain,
      manager: numberIn(manager, chain[0] ?? ''),
      low,
      high,
      languages: bitsOf(language)(Array.isArray(languages) ? languages.map(String) : [])[0],
      hour: offsets[String(zone)] ?? Number.NaN,
      department: numberIn(departments, String(department)),
      extraversion: Number(extraversion),
      weeks: Math.min(26, Math.floor((now - Date.parse(waitingSince)) / week)),
    }
  }
  const mentors = pool.mentors.map((one) => facts(one, one.offered))
  const mentees = pool.mentees.map((one) => facts(one, one.sought))
  const mentorAt = new Map(mentors.map(({ participant }, i) => [participant, i]))
  const menteeAt = new Map(mentees.map(({ participant }, i) => [participant, i]))
  const apart = mentees.map(() => new Set<number>())
  for (const { first, second } of pool.forbidden)
    apart[menteeAt.get(second) ?? -1]?.add(mentorAt.get(first) ?? -1)
  const managers = manager.size
  const steps = new Int8Array(managers * managers).fill(-1)
  const stepsBetween = (one: Facts, other: Facts): number => {
    const key = one.manager * managers + other.manager
    const known = steps[key] ?? -1
    if (known >= 0) return known
    const up = one.chain.findIndex((above) => other.chain.includes(above))
    const found = Math.min(6, up + other.chain.indexOf(one.chain[up] ?? ''))
    steps[key] = found
    return found
  }
  return (mentor, mentee) => {
    const [a, b] = [mentors[mentor], mentees[mentee]]
    if (a === undefined || b === undefined || a.seniority >= b.seniority) return -1
    const topics = count(a.low & b.low) + count(a.high & b.high)
    if (topics === 0 || (a.languages & b.languages) === 0) return -1
    if (commonHours(a.hour, b.hour) < 2 || a.manager === b.manager) return -1
    if (apart[mentee]?.has(mentor) === true) return -1
    return (
      20 * Math.min(3, topics) +
      (a.department === b.department ? 0 : 10) +
      a.weeks +
      b.weeks +
      4 * stepsBetween(a, b) +
      2 * Math.abs(a.extraversion - b.extraversion)
    )
  }
}
