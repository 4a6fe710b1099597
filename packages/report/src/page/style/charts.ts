/** Charts, their legends, and the strips of weeks. */
export const charts = `
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
`
