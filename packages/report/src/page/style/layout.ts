/** The page: its width, headings, tiles and sections, also on a phone. */
export const layout = `
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

@media screen and (max-width: 600px) {
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
`
