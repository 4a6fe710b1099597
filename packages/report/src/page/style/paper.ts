/** What paper takes otherwise. */
export const paper = `
@media print {
  @page {
    margin: 14mm;
  }

  :root {
    print-color-adjust: exact;
  }

  body {
    background: none;
    font-size: 12px;
  }

  main {
    max-width: none;
    padding: 0;
  }

  nav {
    display: none;
  }

  section {
    padding: 0;
    border: 0;
  }

  .tiles {
    grid-template-columns: repeat(3, 1fr);
    gap: 6px;
  }

  .tiles li {
    padding: 6px 10px;
  }

  .scrolls,
  .chart.long {
    overflow: visible;
  }

  .chart.long svg {
    width: 100%;
  }

  h2,
  .lead,
  caption,
  thead {
    break-after: avoid;
  }

  figure,
  .lead,
  tr,
  .tiles li {
    break-inside: avoid;
  }

  table,
  thead th {
    font-size: 11px;
  }

  .audience,
  .note {
    font-size: inherit;
  }

  td[data-value]:not(.long),
  thead th {
    white-space: normal;
  }

  :is(td, th) {
    padding-right: 8px;
  }

  :is(td, th) {
    padding-block: 3px;
  }

  /* A button is not drawn again where a table goes on. */
  th button {
    display: contents;
  }
}
`
