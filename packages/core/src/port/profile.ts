import * as E from 'fp-ts/lib/Either.js'
import { plainCopy, plainData } from '../stored/plain-copy.ts'
import { isObject } from '../values/is-object.ts'
import { ParticipantId, TextId } from '../values/id.ts'
import { Digest } from '../values/digest.ts'
import type { Attributes, AttributeValue, ExternalKey, Profile, Text } from './directory.ts'
import { misused, type Misused } from './failure.ts'

type Read<A> = E.Either<Misused, A>

/** A name of a field, unless it is so odd that it could be somebody's data. */
const shown = (name: string): string => (/^[\w-]{1,40}$/.test(name) ? name : '?')

const no = (path: string, is: string): Read<never> => E.left(misused(`${path} is ${is}`))

const areTexts = (u: unknown): u is ReadonlyArray<string> =>
  Array.isArray(u) && u.every((item) => typeof item === 'string')

const isAttribute = (u: unknown): u is AttributeValue =>
  typeof u === 'string' || typeof u === 'boolean' || Number.isFinite(u) || areTexts(u)

const isAttributes = (u: unknown): u is Attributes =>
  isObject(u) && Object.values(u).every(isAttribute)

const noAttributes = (path: string, u: unknown): Read<never> => {
  const odd = isObject(u) ? Object.entries(u).find(([, value]) => !isAttribute(value)) : undefined
  return odd === undefined
    ? no(path, 'attributes by their names')
    : no(`${path}.${shown(odd[0])}`, 'a text, a finite number, true, false, or a list of texts')
}

const readPerson = (path: string, u: unknown): Read<Profile> => {
  if (!isObject(u)) return no(path, 'a person')
  const { participant, name, address, attributes, identity } = u
  if (!ParticipantId.is(participant)) return no(`${path}.participant`, 'the id of a person')
  if (typeof name !== 'string') return no(`${path}.name`, 'a text')
  if (address !== undefined && typeof address !== 'string')
    return no(`${path}.address`, 'a text, or absent')
  if (!isAttributes(attributes)) return noAttributes(`${path}.attributes`, attributes)
  if (!isAttributes(identity)) return noAttributes(`${path}.identity`, identity)
  const person = { participant, name, attributes, identity }
  return E.right(address === undefined ? person : { ...person, address })
}

/**
 * People as a directory keeps them: a plain copy of what is known of each, and nothing else; or the first place that is
 * not as it must be, without its value.
 */
export const readPeople = (given: unknown): Read<ReadonlyArray<Profile>> => {
  const plain = plainCopy(given)
  if (E.isLeft(plain)) return no('people', plainData)
  if (!Array.isArray(plain.right)) return no('people', 'a list of people')
  const people: Array<Profile> = []
  for (const [i, one] of plain.right.entries()) {
    const person = readPerson(`people.${String(i)}`, one)
    if (E.isLeft(person)) return person
    people.push(person.right)
  }
  return E.right(people)
}

const areIds = (u: unknown): u is Text['subjects'] => Array.isArray(u) && u.every(ParticipantId.is)

/** A text as a directory keeps it; or the first place that is not as it must be. */
export const readText = (given: unknown): Read<Text> => {
  const plain = plainCopy(given)
  if (E.isLeft(plain) || !isObject(plain.right))
    return no('text', 'a text with its author and subjects')
  const { text, author, subjects, words } = plain.right
  if (!TextId.is(text)) return no('text.text', 'the id of a text')
  if (!ParticipantId.is(author)) return no('text.author', 'the id of a person')
  if (!areIds(subjects)) return no('text.subjects', 'a list of ids of people')
  if (typeof words !== 'string') return no('text.words', 'a text')
  return E.right({ text, author, subjects, words })
}

/** External keys as a directory keeps them; or the first place that is not as it must be. */
export const readKeys = (given: unknown): Read<ReadonlyArray<ExternalKey>> => {
  const plain = plainCopy(given)
  if (E.isLeft(plain) || !Array.isArray(plain.right)) return no('keys', 'a list of external keys')
  const keys: Array<ExternalKey> = []
  for (const [i, one] of plain.right.entries()) {
    const path = `keys.${String(i)}`
    if (!isObject(one)) return no(path, 'an external key')
    const { key, participant } = one
    if (!Digest.is(key)) return no(`${path}.key`, 'a digest')
    if (!ParticipantId.is(participant)) return no(`${path}.participant`, 'the id of a person')
    keys.push({ key, participant })
  }
  return E.right(keys)
}
