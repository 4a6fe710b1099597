/** The ports that an address names, for several processes to open. */
export { openAt, schemasAt, type Ports } from './open-at.ts'
