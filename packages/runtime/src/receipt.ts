import type { Stored, Values } from '@reverse-mentoring/core'
import { Values as V } from '@reverse-mentoring/core'
import * as t from 'io-ts'
import { createCipheriv, createDecipheriv, createSecretKey, randomBytes } from 'node:crypto'

/** Proof that a command was answered; opaque, for a revision that moves would tell that somebody answered (INV15). */
export const Receipt = t.brand(
  t.string,
  (text): text is t.Branded<string, { readonly Receipt: symbol }> => /^[\w-]{60,120}$/.test(text),
  'Receipt',
)
export type Receipt = t.TypeOf<typeof Receipt>

/** What a receipt says to the runtime that wrote it. */
export interface Receipted {
  readonly cohort: Values.CohortId
  readonly revision: Stored.Revision
}

/** Writes receipts and reads its own. */
export interface Receipts {
  readonly write: (receipted: Receipted) => Receipt
  /** `undefined` for what was not written with the same key. */
  readonly read: (receipt: Receipt) => Receipted | undefined
}

const ivBytes = 12
const tagBytes = 16

/** Random bytes, so many each time. They are made for many times at once: to ask for them is what costs. */
const randomPieces = (size: number): (() => Uint8Array) => {
  let left = Buffer.alloc(0)
  return () => {
    if (left.length === 0) left = randomBytes(size * 256)
    const piece = left.subarray(0, size)
    left = left.subarray(size)
    return piece
  }
}

/** Receipts under a 32-byte key; processes that share the key read each other's. AES-256-GCM. */
export const receipts = (bytes: Uint8Array = randomBytes(32)): Receipts => {
  // Made once: bytes would be made into a key for every receipt, which costs more than to seal it.
  const key = createSecretKey(bytes)
  const newIv = randomPieces(ivBytes)
  return {
    write: ({ cohort, revision }) => {
      const iv = newIv()
      const cipher = createCipheriv('aes-256-gcm', key, iv)
      const text = `${cohort}${String(revision).padStart(16, '0')}`
      const sealed = Buffer.concat([
        iv,
        cipher.update(text, 'utf8'),
        cipher.final(),
        cipher.getAuthTag(),
      ])
      const receipt = sealed.toString('base64url')
      if (Receipt.is(receipt)) return receipt
      throw new TypeError('a receipt that is none')
    },
    read: (receipt) => {
      const sealed = Buffer.from(receipt, 'base64url')
      if (sealed.length < ivBytes + tagBytes) return undefined
      try {
        const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, ivBytes))
        decipher.setAuthTag(sealed.subarray(-tagBytes))
        const body = sealed.subarray(ivBytes, -tagBytes)
        const text = decipher.update(body, undefined, 'utf8') + decipher.final('utf8')
        const cohort = text.slice(0, 36)
        return V.CohortId.is(cohort) ? { cohort, revision: Number(text.slice(36)) } : undefined
      } catch {
        return undefined
      }
    },
  }
}
