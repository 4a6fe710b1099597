/* Draws every chart of the page, again where the colour scheme changes, and to the width that it has. */
;(() => {
  const options = document.getElementById('options').textContent
  const charts = Array.from(document.querySelectorAll('[data-chart]'), (element) => ({
    element,
    chart: echarts.init(element, null, { renderer: 'svg' }),
  }))

  // A text such as --ink stands for that colour of the style sheet.
  const coloured = () => {
    const style = getComputedStyle(document.documentElement)
    const colourOf = (text) => style.getPropertyValue(text).trim() || text
    return JSON.parse(options, (_, value) =>
      typeof value === 'string' && /^--[a-z0-9-]+$/.test(value) ? colourOf(value) : value,
    )
  }
  const draw = () => {
    const all = coloured()
    for (const { element, chart } of charts) {
      chart.setOption(all[element.dataset.chart], { notMerge: true })
    }
  }
  const fit = () => charts.forEach(({ chart }) => chart.resize())
  const printing = (isOn) => () => {
    document.documentElement.toggleAttribute('data-print', isOn)
    fit()
    draw()
  }

  draw()
  const sizes = new ResizeObserver(fit)
  charts.forEach(({ element }) => sizes.observe(element))
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', draw)
  addEventListener('beforeprint', printing(true))
  addEventListener('afterprint', printing(false))
})()
