import { Stored, type Values } from '@reverse-mentoring/core'
import { sha256 } from '../sha256.ts'

/** A part of a stream, and one digest of all its records as they stand there. */
interface Chain {
  readonly from: Stored.Revision
  readonly to: Stored.Revision
  readonly proof: Values.Digest
}

/** Digests of streams that are read record by record; each from the record where its reading began. */
export interface Chains {
  readonly add: (record: Stored.StoredRecord) => void
  readonly all: ReadonlyMap<string, Chain>
}

const proofOf = Stored.proofOf(sha256)

export const newChains = (): Chains => {
  const all = new Map<string, Chain>()
  return {
    all,
    add: (record) => {
      const chain = all.get(record.stream)
      const proof = proofOf(chain === undefined ? {} : chain, record)
      const { revision } = record
      all.set(record.stream, { from: chain?.from ?? revision, to: revision, proof })
    },
  }
}

/** One digest of all streams, whatever the order in which they were read. */
export const digestOf = ({ all }: Chains): Values.Digest =>
  sha256(
    [...all]
      .map(([stream, { from, to, proof }]) => [stream, from, to, proof].join(' '))
      .sort()
      .join('\n'),
  )

/** A stream whose digest is not that of the other reading, if there is one. */
export const differingIn = (one: Chains, other: Chains): string | undefined => {
  for (const [stream, { to, proof }] of one.all) {
    const found = other.all.get(stream)
    if (found?.to !== to || found.proof !== proof) return stream
  }
  return undefined
}
