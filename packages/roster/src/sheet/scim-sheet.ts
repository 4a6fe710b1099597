import * as E from 'fp-ts/lib/Either.js'
import { unreadable, type UnreadableRoster } from '../problem.ts'
import { fieldHeaders } from '../columns/fields.ts'
import { plain, squeezed } from '../text/plain.ts'
import { recordSheet } from './record-sheet.ts'
import type { Sheet } from './sheet.ts'

type Fields = Readonly<Record<string, unknown>>

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const enterprise = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:user'

const isExtension = (name: string): boolean => name.toLowerCase().startsWith('urn:')

/** What the enterprise extension is called in a user: names compare without case. */
const enterpriseIn = (user: Fields): string =>
  Object.keys(user).find((name) => name.toLowerCase() === enterprise) ?? enterprise

const listOf = (value: unknown): ReadonlyArray<Fields> =>
  Array.isArray(value) ? value.filter(isFields) : []

/** The value that is marked as primary, or the first one. */
const primary = (value: unknown): Fields | undefined => {
  const all = listOf(value)
  return all.find(({ primary: is }) => is === true) ?? all[0]
}

const fieldsIn = (value: unknown): Fields => (isFields(value) ? value : {})

/** The id of the user that a reference leads to. */
const referred = (reference: unknown): string | undefined =>
  typeof reference === 'string'
    ? reference
        .split(/[?#]/, 1)[0]
        ?.split('/')
        .findLast((part) => part !== '')
    : undefined

/** The ids of managers, in whatever shape they were sent: a complex value, a reference, a plain id, or several of these. */
const managersOf = (value: unknown): ReadonlyArray<unknown> => {
  if (Array.isArray(value)) return value.flatMap(managersOf)
  if (!isFields(value)) return value === undefined ? [] : [value]
  const { value: id, $ref: reference, managerId } = value
  const said = [id, managerId, referred(reference), value['id']]
  return [...new Set(said.filter((one) => one !== undefined && one !== null && one !== ''))]
}

/** What is said of managers beside who they are. */
const besideManagers = (value: unknown): ReadonlyArray<Fields> => {
  if (Array.isArray(value)) return value.flatMap(besideManagers)
  if (!isFields(value)) return []
  const { value: _id, $ref: _reference, managerId: _managerId, id: _own, ...others } = value
  const { displayName: _name, type: _type, primary: _primary, ...more } = others
  return [more]
}

/** Schemas of a user that are neither the core's nor the enterprise extension's. */
const extensionsOf = (user: Fields): ReadonlyArray<Fields> => {
  const work = enterpriseIn(user)
  return Object.entries(user)
    .filter(([name]) => isExtension(name) && name !== work)
    .map(([, value]) => fieldsIn(value))
}

/** Who somebody is says the core schema alone. */
const own: ReadonlySet<string> = new Set(
  (['id', 'name', 'firstName', 'lastName', 'email', 'status'] as const)
    .flatMap((name) => fieldHeaders[name])
    .map(squeezed),
)

/** A field under its own name, unless this would say who somebody is or who the manager is. */
const under = (schema: string, name: string): string =>
  own.has(squeezed(name)) || plain(name).includes('manager') ? `${schema} ${name}` : name

/** What a user holds that has no place here: of one name, what each schema says. */
const others = (core: Fields, work: Fields, extensions: ReadonlyArray<Fields>): Fields => {
  const found = new Map<string, ReadonlyArray<unknown>>()
  const add = (schema: string, fields: Fields): void => {
    for (const [name, field] of Object.entries(fields)) {
      const header = under(schema, name)
      found.set(header, [...(found.get(header) ?? []), field])
    }
  }
  add('core', core)
  add('enterprise', work)
  for (const [nth, fields] of extensions.entries()) add(`extension ${String(nth + 2)}`, fields)
  return Object.fromEntries(found)
}

const roleNames: ReadonlySet<string> = new Set(fieldHeaders.role.map(squeezed))

/** Whether an extension says what somebody takes part as; then the roles of the core schema are others. */
const saysRole = (user: Fields): boolean =>
  extensionsOf(user).some((fields) =>
    Object.keys(fields).some((name) => roleNames.has(squeezed(name))),
  )

/** Of the core schema, what tells of no other user. */
const ofNobody: ReadonlySet<string> = new Set([
  ...['schemas', 'meta', 'password', 'phoneNumbers', 'ims', 'photos', 'x509Certificates'],
  ...['profileUrl', 'nickName', 'locale'],
])

const coreOf = (fields: Fields): Fields =>
  Object.fromEntries(
    Object.entries(fields).filter(([name]) => !isExtension(name) && !ofNobody.has(name)),
  )

/** One user under headers that a roster knows; what there is no place for keeps its own name. */
const recordOf = (user: Fields, roleHeader: string): Fields => {
  const { id, name: parts, displayName, emails, addresses, roles, active, ...more } = user
  const { timezone, preferredLanguage, title, externalId, userName, manager: boss, ...core } = more
  const { manager, department, division, employeeNumber, ...work } = fieldsIn(
    user[enterpriseIn(user)],
  )
  const name = fieldsIn(parts)
  const address = primary(addresses)
  return {
    id,
    name: name['formatted'] ?? displayName,
    'first name': name['givenName'],
    'last name': name['familyName'],
    email: primary(emails)?.['value'],
    [roleHeader]: listOf(roles).map(({ value }) => value),
    'manager id': managersOf([manager, boss]),
    'manager name': [manager, boss].flat().map((one) => fieldsIn(one)['displayName']),
    // Nobody is taken for a manager who is named there; but whether they are is asked.
    'beside the above': besideManagers([manager, boss]),
    department,
    division,
    region: address?.['region'],
    location: address?.['locality'],
    'time zone': timezone,
    languages: preferredLanguage,
    title,
    active,
    ...others(coreOf(core), work, extensionsOf(user)),
    // Managers are named by the user's id, so this is nobody's number here.
    'enterprise.employeeNumber': employeeNumber,
    externalId,
    userName,
  }
}

/**
 * Reads users of SCIM 2.0 (RFC 7643: core and enterprise schema): a list response, or an array of users. Managers are
 * named by the id of a user. What takes part as what, grade and topics are in no standard schema: an extension's fields
 * are headers by their own names.
 */
export const scimSheet = (users: unknown): E.Either<UnreadableRoster, Sheet> => {
  const list = isFields(users) ? users['Resources'] : users
  if (!Array.isArray(list) || !list.every(isFields))
    return E.left(
      unreadable('there is no list of SCIM users', 'give a list response or an array of users'),
    )
  const whole = Number(isFields(users) ? (users['totalResults'] ?? 0) : 0)
  const start = Number(isFields(users) ? (users['startIndex'] ?? 1) : 1)
  if (whole > list.length || start > 1)
    return E.left(
      unreadable(
        `the response holds ${String(list.length)} of ${String(whole)} users, from number ${String(start)} on`,
        'ask for all pages and give their users in one array: who is missing would count as absent',
      ),
    )
  const roleHeader = list.some(saysRole) ? 'core.roles' : 'role'
  return E.map((sheet: Sheet) => ({ ...sheet, notes: ['Read as SCIM 2.0 users.'] }))(
    recordSheet(list.map((user) => recordOf(user, roleHeader))),
  )
}
