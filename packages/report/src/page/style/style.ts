/** The style sheet of the page: colours of both schemes, layout, charts, paper. */
export const style = `
:root {
  --ground: #f6f5f2;
  --card: #ffffff;
  --ink: #1f2a30;
  --ink-soft: #5a666d;
  --rule: #e3e2dd;
  --accent: #2b6f77;
  --on-accent: #ffffff;
  --track: #eceae4;
  --track-strong: #bcc6c8;
  --care: #fdf3dc;
  --care-edge: #e0a526;

  --steady: #bfe3dc;
  --slipping: #f0b640;
  --stalled: #d1552b;
  --dormant: #47378c;
  --over: #e9e8e4;
  --dot: #1f3a3d;

  --held: #2b6f77;
  --by-mentee: #edb592;
  --by-mentor: #b36a8f;
  --by-programme: #b3bbbf;
  --digital: #7a6bb5;

  --unit-1: #2b6f77;
  --unit-2: #e0a526;
  --unit-3: #47378c;
  --unit-4: #d1552b;
  --unit-5: #5aa9d6;
  --unit-6: #8a9a3b;
  --unit-7: #b35c8f;
  --unit-8: #6b4f3a;
  --unit-9: #7fbfb3;
  --unit-10: #93896f;
  --unit-11: #c98f6b;
  --unit-12: #9aa3a8;
}

@media screen and (prefers-color-scheme: dark) {
  :root {
    --ground: #14181b;
    --card: #1d2327;
    --ink: #e8eaea;
    --ink-soft: #a3adb2;
    --rule: #313a40;
    --accent: #57a8a8;
    --on-accent: #0f1a1b;
    --track: #2a3237;
    --track-strong: #56636a;
    --care: #33290f;
    --care-edge: #d9a02b;

    --steady: #8ccabf;
    --slipping: #d99a2b;
    --stalled: #cf5530;
    --dormant: #6f5fc0;
    --over: #3d484f;
    --dot: #12292b;

    --held: #57a8a8;
    --by-programme: #77838a;
    --digital: #9a8cd4;

    --unit-1: #57a8a8;
    --unit-3: #8576d1;
    --unit-8: #a98769;
  }
}
* {
  box-sizing: border-box;
}

body {
  margin: 0;
  background: var(--ground);
  color: var(--ink);
  font:
    16px/1.5 system-ui,
    -apple-system,
    'Segoe UI',
    Roboto,
    sans-serif;
}

main {
  max-width: 1040px;
  margin: 0 auto;
  padding: 40px 24px 64px;
}

header {
  margin-bottom: 8px;
}

.kind {
  margin: 0;
  color: var(--accent);
  font-size: 14px;
  font-weight: 600;
  letter-spacing: 0.02em;
}

h1 {
  overflow-wrap: anywhere;
    margin: 4px 0;
  font-size: clamp(28px, 5vw, 42px);
  line-height: 1.15;
  letter-spacing: -0.015em;
}

h2 {
  margin: 0 0 4px;
  font-size: 21px;
  letter-spacing: -0.01em;
}

.dates,
.audience,
.note,
.lead {
  color: var(--ink-soft);
}

.dates {
  margin: 0;
}

.dates b {
  color: var(--ink);
}

.audience,
.note {
  font-size: 14px;
}

.lead p,
.note {
  max-width: 78ch;
  margin: 4px 0 12px;
}

.tiles {
  display: grid;
  grid-template-columns: repeat(auto-fit, minmax(min(148px, 100%), 1fr));
  gap: 12px;
  margin: 24px 0;
  padding: 0;
  list-style: none;
}

.tiles li,
section {
  background: var(--card);
  border: 1px solid var(--rule);
  border-radius: 12px;
}

.tiles li {
  display: flex;
  flex-direction: column;
  padding: 14px 16px;
}

.tiles strong {
  font-size: 30px;
  font-variant-numeric: tabular-nums;
  line-height: 1.2;
  letter-spacing: -0.02em;
}

.tiles span {
  font-weight: 600;
}

.tiles small {
  color: var(--ink-soft);
  font-size: 13px;
}

section {
  margin: 0 0 20px;
  padding: 22px 24px;
}

.lead .care {
  padding: 8px 12px;
  border-left: 3px solid var(--care-edge);
  border-radius: 4px;
  background: var(--care);
  color: var(--ink);
}

.notice {
  padding: 8px 12px;
  border: 2px solid var(--care-edge);
  border-radius: 4px;
  background: var(--care);
}

.narrow {
  display: none;
  margin: 8px 0 0;
  color: var(--ink-soft);
  font-size: 13px;
}

@media screen and (max-width: 600px) {
  .narrow {
    display: block;
  }

  :is(thead, tbody) th:first-child {
    position: sticky;
    left: 0;
    min-width: 12ch;
    max-width: 34vw;
    background: var(--card);
  }

  main {
    padding: 24px 12px 40px;
  }

  section {
    padding: 16px 14px;
  }

  .tiles {
    grid-template-columns: 1fr 1fr;
    gap: 8px;
  }
}
.charts {
  display: flex;
  flex-wrap: wrap;
  gap: 8px 40px;
  align-items: flex-start;
}

figure {
  flex: 1 1 300px;
  min-width: 0;
  max-width: 100%;
  margin: 0;
}

.scrolls,
.chart.long {
  min-width: 0;
  overflow-x: auto;
}

.chart {
  max-width: 520px;
  margin: 8px 0;
}

.chart.round {
  max-width: 340px;
}

.chart.long {
  max-width: none;
}

.chart svg {
  display: block;
  overflow: visible;
  width: 100%;
  height: auto;
}

.chart.long svg {
  width: auto;
}

.strip {
  display: block;
}

.strip text {
  fill: var(--ink-soft);
  font-size: 11px;
}

.met {
  fill: none;
  stroke: var(--dot);
  stroke-width: 4;
  stroke-linecap: round;
}

.legend {
  display: flex;
  flex-wrap: wrap;
  gap: 4px 20px;
  margin: 8px 0 12px;
  padding: 0;
  list-style: none;
  color: var(--ink-soft);
  font-size: 13px;
}

.legend li {
  overflow-wrap: anywhere;
}

.legend b {
  color: var(--ink);
}

.swatch {
  width: 12px;
  height: 12px;
  margin-right: 4px;
  vertical-align: -2px;
}

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

  th button {
    text-decoration: none;
  }
}
`
