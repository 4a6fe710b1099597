import type { Stored, Values } from '@reverse-mentoring/core'
import { Values as V } from '@reverse-mentoring/core'
import * as t from 'io-ts'
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'

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

/** Receipts under a 32-byte key; processes that share the key read each other's. AES-256-GCM. */
export const receipts = (key: Uint8Array = randomBytes(32)): Receipts => ({
  write: ({ cohort, revision }) => {
    const iv = randomBytes(ivBytes)
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
})
