/** Words compare without case, however they are joined: with spaces, hyphens, slashes … */
export const folded = (text: string): string =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\s_/\-‐-―]+/gu, ' ')
    .trim()

/** Headers and names compare without case, accents and signs. */
export const plain = (text: string): string =>
  // Most texts are ASCII, of which the same comes out several times as fast.
  (/^[ -~]*$/.test(text)
    ? text.toLowerCase().replace(/[^a-z0-9]+/g, ' ')
    : text
        .normalize('NFKD')
        .replace(/\p{M}/gu, '')
        .toLowerCase()
        .replace(/[^\p{L}\p{N}]+/gu, ' ')
  )
    .replace(/\be mail/, 'email')
    .trim()

/** A header without spaces: `employeeId`, `employee_id` and `Employee ID` are one. */
export const squeezed = (header: string): string => plain(header).replaceAll(' ', '')

/** A word of managers that is joined with how they are named: `managerid`. */
const joined = /\b(managers?|supervisors?)(id|number|no|nr|email|mail|name)\b/g

/** The words of a header, also where they are joined as programs join them: `managerId`, `HRLead`, `managerid`. */
export const headerWords = (header: string): ReadonlyArray<string> =>
  plain(
    header
      .replace(/(\p{Ll}|\p{N})(\p{Lu})/gu, '$1 $2')
      .replace(/(\p{Lu})(\p{Lu}\p{Ll}{2})/gu, '$1 $2'),
  )
    .replace(joined, '$1 $2')
    .split(' ')
