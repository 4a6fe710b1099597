import * as E from 'fp-ts/lib/Either.js'
import { unreadable, type UnreadableRoster } from '../problem.ts'
import { fieldHeaders } from '../columns/fields.ts'
import { plain, squeezed } from '../text/plain.ts'
import { recordSheet } from './record-sheet.ts'
import type { Sheet } from './sheet.ts'

type Fields = Readonly<Record<string, unknown>>

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const enterprise = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User'

const listOf = (value: unknown): ReadonlyArray<Fields> =>
  Array.isArray(value) ? value.filter(isFields) : []

/** The value that is marked as primary, or the first one. */
const primary = (value: unknown): Fields | undefined => {
  const all = listOf(value)
  return all.find(({ primary: is }) => is === true) ?? all[0]
}

const fieldsIn = (value: unknown): Fields => (isFields(value) ? value : {})

/** The ids of managers, in whatever shape they were sent: a complex value, a reference, a plain id, or several of these. */
const managersOf = (value: unknown): ReadonlyArray<unknown> => {
  if (Array.isArray(value)) return value.flatMap(managersOf)
  if (!isFields(value)) return value === undefined ? [] : [value]
  const { value: id, $ref: reference, managerId } = value
  const last = typeof reference === 'string' ? reference.split('/').at(-1) : undefined
  return [id ?? managerId ?? last ?? value['id']].filter((one) => one !== undefined)
}

/** Schemas of a user that are neither the core's nor the enterprise extension's. */
const extensionsOf = (user: Fields): ReadonlyArray<Fields> =>
  Object.entries(user)
    .filter(([name]) => name.startsWith('urn:') && name !== enterprise)
    .map(([, value]) => fieldsIn(value))

/** Who somebody is says the core schema alone. */
const own: ReadonlySet<string> = new Set(
  (['id', 'name', 'firstName', 'lastName', 'email', 'status'] as const)
    .flatMap((name) => fieldHeaders[name])
    .map(squeezed),
)

/** Fields of extensions, under their own names unless these would say who somebody is. */
const extensions = (user: Fields): Fields =>
  Object.fromEntries(
    extensionsOf(user).flatMap((fields, nth) =>
      Object.entries(fields).map(([name, field]) => [
        own.has(squeezed(name)) || plain(name).includes('manager')
          ? `extension ${String(nth + 2)} ${name}`
          : name,
        field,
      ]),
    ),
  )

const roleNames: ReadonlySet<string> = new Set(fieldHeaders.role.map(squeezed))

/** Whether an extension says what somebody takes part as; then the roles of the core schema are others. */
const saysRole = (user: Fields): boolean =>
  extensionsOf(user).some((fields) =>
    Object.keys(fields).some((name) => roleNames.has(squeezed(name))),
  )

/** One user under headers that a roster knows; what there is no place for keeps its own name. */
const recordOf = (user: Fields, roleHeader: string): Fields => {
  const {
    id,
    displayName,
    emails,
    addresses,
    roles,
    active,
    timezone,
    preferredLanguage,
    title,
    ...others
  } = user
  const name = fieldsIn(user['name'])
  const work = fieldsIn(user[enterprise])
  const managers = managersOf([work['manager'], user['manager']])
  const address = primary(addresses)
  return {
    id,
    name: name['formatted'] ?? displayName,
    'first name': name['givenName'],
    'last name': name['familyName'],
    email: primary(emails)?.['value'],
    [roleHeader]: listOf(roles).map(({ value }) => value),
    'manager id': managers,
    'manager name': fieldsIn(work['manager'])['displayName'],
    department: work['department'],
    division: work['division'],
    region: address?.['region'],
    location: address?.['locality'],
    'time zone': timezone,
    languages: preferredLanguage,
    title,
    active,
    ...extensions(user),
    // Managers are named by the user's id, so this is nobody's number here.
    'enterprise.employeeNumber': work['employeeNumber'],
    externalId: others['externalId'],
    userName: others['userName'],
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
