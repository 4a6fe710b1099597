import type { Section } from '../section.ts'
import { isWide } from '../table.ts'

const stacked = `
  .wide,
  .wide :is(caption, thead, tbody) {
    display: block;
  }

  .wide thead tr {
    display: flex;
    flex-wrap: wrap;
    gap: 0 16px;
    padding-bottom: 4px;
    border-bottom: 1px solid var(--rule);
  }

  .wide thead tr::before {
    content: 'Sort by';
    padding: 4px 0;
    color: var(--ink-soft);
    font-size: 13px;
  }

  .wide thead th {
    padding: 0;
    border: 0;
  }

  .wide thead svg,
  .wide thead:not(:has(button)) {
    display: none;
  }

  .wide thead th button {
    padding: 4px 0;
  }

  .wide tbody tr {
    display: block;
    padding: 6px 0;
    border-bottom: 1px solid var(--rule);
  }

  .wide tbody :is(th, td) {
    display: flow-root;
    min-width: 0;
    max-width: none;
    padding: 1px 0;
    border: 0;
    overflow-wrap: anywhere;
  }

  .wide tbody td {
    padding-left: 112px;
  }

  .wide tbody th {
    font-weight: 600;
  }

  .wide td[data-value]:not(.long) {
    white-space: normal;
  }

  .wide td::before {
    float: left;
    width: 104px;
    margin-left: -112px;
    color: var(--ink-soft);
    font-size: 13px;
  }

  .wide tbody td:has(.strip) {
    padding-left: 0;
  }

  .wide td:has(.strip)::before {
    display: block;
    float: none;
    margin-left: 0;
  }

  .wide .strip {
    max-width: 100%;
    height: auto;
  }
`

/** A text within a style sheet. */
const quoted = (text: string): string => `"${text.replace(/[^\w ,.–’]/gu, ' ')}"`

const headings = ({ tables }: Section): ReadonlyArray<string> =>
  tables
    .filter(isWide)
    .flatMap(({ id, head }) =>
      head
        .slice(1)
        .map(
          (text, i) =>
            `  #${id} td:nth-child(${String(i + 2)})::before { content: ${quoted(text)}; }`,
        ),
    )

/** On a phone, rows of wide tables as lines, each with the heading of its column before it. */
export const phone = (sections: ReadonlyArray<Section>): string => `
@media screen and (max-width: 600px) {${stacked}
${sections.flatMap(headings).join('\n')}
}
`
