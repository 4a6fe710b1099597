/** Tables, their sorting, and the links between rows. */
export const tables = `
table {
  border-collapse: collapse;
  width: 100%;
  font-size: 14px;
  font-variant-numeric: tabular-nums;
}

caption {
  padding: 8px 0 2px;
  font-weight: 600;
  text-align: left;
}

th,
td {
  padding: 6px 12px 6px 0;
  border-bottom: 1px solid var(--rule);
  text-align: left;
  vertical-align: top;
}

th {
  font-weight: 400;
}

thead th {
  color: var(--ink-soft);
  font-size: 13px;
  vertical-align: bottom;
}

tbody th {
  min-width: 56px;
}

tbody :is(th, td) {
  max-width: 46ch;
}

.long {
  min-width: 18ch;
  overflow-wrap: anywhere;
}

td[data-value]:not(.long),
thead th {
  white-space: nowrap;
}

td:has(.strip) {
  min-width: 220px;
}

td small {
  display: block;
  color: var(--ink-soft);
  font-size: 12px;
}

tr:target > * {
  background: var(--care);
}

a {
  color: var(--accent);
}

th button {
  padding: 0;
  border: 0;
  background: none;
  color: inherit;
  font: inherit;
  text-align: left;
  text-decoration: underline dotted;
  cursor: pointer;
}

[aria-sort='ascending'] button::after {
  content: ' ▲';
}

[aria-sort='descending'] button::after {
  content: ' ▼';
}

:focus-visible {
  outline: 2px solid var(--accent);
  outline-offset: 2px;
}

nav ul {
  display: flex;
  flex-wrap: wrap;
  gap: 4px 16px;
  margin: 12px 0 20px;
  padding: 0;
  list-style: none;
  font-size: 14px;
}
`
