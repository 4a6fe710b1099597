/** Attributes of one's own: columns of a roster, what they count for, and why identity may be read. */
export { checkAttributes, noAttributes, type Attributes } from './attributes/check.ts'
export { attributeHelp, withAttributes, type AttributeOptions } from './attributes/options.ts'
