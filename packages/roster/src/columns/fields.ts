/** What a roster can tell of somebody, and the headers under which it is found without being told. Managers have rules of their own. */
export const fieldHeaders = {
  id: [
    ...['employee number', 'employee id', 'employee no', 'personnel number', 'staff id'],
    ...['staff number', 'person id', 'user id', 'id'],
  ],
  name: ['name', 'full name', 'employee name', 'display name', 'legal name'],
  firstName: ['first name', 'given name', 'forename', 'forenames', 'legal name first name'],
  lastName: ['last name', 'family name', 'surname', 'legal name last name'],
  email: ['email', 'email address', 'work email', 'mail', 'business email'],
  role: ['role', 'programme role', 'program role', 'takes part as', 'joins as', 'roles'],
  grade: ['grade', 'job grade', 'level', 'job level', 'seniority'],
  region: ['region'],
  department: ['department', 'dept', 'business unit', 'function', 'division'],
  location: ['location', 'site', 'office', 'city', 'work location'],
  languages: ['languages', 'language', 'spoken languages'],
  zone: ['time zone', 'timezone', 'zone'],
  offered: ['topics offered', 'offers', 'can share', 'offered', 'offered topics'],
  sought: ['topics sought', 'seeks', 'wants to learn', 'sought', 'sought topics'],
  external: ['external', 'contractor', 'is external'],
  hours: ['hours a month', 'hours per month', 'hours', 'monthly hours'],
  agrees: ['agrees to identity matching', 'identity matching consent', 'identity consent'],
  capacity: ['capacity', 'places', 'max pairings', 'maximum pairings'],
  status: ['status', 'employment status', 'active', 'leaver'],
} as const satisfies Readonly<Record<string, ReadonlyArray<string>>>

/** What a column can hold, beside managers. */
export type FieldName = keyof typeof fieldHeaders

/** What a column can be named as. */
export type ColumnName = FieldName | 'manager'

const isFieldName = (text: string): text is FieldName => Object.hasOwn(fieldHeaders, text)

export const isColumnName = (text: string): text is ColumnName =>
  text === 'manager' || isFieldName(text)

export const fieldNames: ReadonlyArray<FieldName> = Object.keys(fieldHeaders).filter(isFieldName)

/** Every name that a column can be given. */
export const columnNames: ReadonlyArray<ColumnName> = [...fieldNames, 'manager']

/** What a field is called in a sentence. */
export const fieldWords: Readonly<Record<ColumnName, string>> = {
  id: 'the employee number',
  name: 'the name',
  firstName: 'the first name',
  lastName: 'the last name',
  email: 'the e-mail address',
  role: 'the role',
  grade: 'the grade',
  manager: 'the manager',
  region: 'the region',
  department: 'the department',
  location: 'the location',
  languages: 'the languages',
  zone: 'the time zone',
  offered: 'the topics offered',
  sought: 'the topics sought',
  external: 'who is external',
  hours: 'the hours a month',
  agrees: 'who agrees to identity matching',
  capacity: 'the places',
  status: 'who has left',
}
