import type { Stored } from '@reverse-mentoring/core'

type Records = ReadonlyArray<Stored.StoredRecord>

/** Of which records there is one at most for each value of a field. */
const onceInALife: Readonly<Record<string, string>> = {
  Enrolled: 'enrolment',
  Matched: 'pairing',
  PairingEnded: 'pairing',
}

/** Names that no two records of the log may have. */
const namesOf = ({ id, type, data, meta, stream }: Stored.StoredRecord): ReadonlyArray<string> => {
  const field = onceInALife[type]
  const fact = field === undefined ? [] : [`${stream} ${type} ${JSON.stringify(data[field])}`]
  return [`id ${id}`, `command ${stream} ${meta.command}`, ...fact]
}

/** How many records stand there too often. */
export const doubledIn = (records: Records): number => {
  const seen = new Set<string>()
  let doubled = 0
  for (const record of records) {
    const names = namesOf(record)
    if (names.some((name) => seen.has(name))) doubled += 1
    for (const name of names) seen.add(name)
  }
  return doubled
}

/** The records of each stream, in the order of the log. */
export const byStream = (records: Records): ReadonlyMap<string, Records> => {
  const streams = new Map<string, Array<Stored.StoredRecord>>()
  for (const record of records) {
    const own = streams.get(record.stream)
    if (own === undefined) streams.set(record.stream, [record])
    else own.push(record)
  }
  return streams
}
