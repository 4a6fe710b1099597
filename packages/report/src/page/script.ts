/** The page's only script: it lets tables be sorted. Without it they stand in the order that matters most. */
export const script = `
;(() => {
  const valueOf = (row, column) => {
    const cell = row.cells[column]
    return cell.dataset.value ?? cell.textContent
  }
  const compare = (a, b) => {
    const difference = Number(a) - Number(b)
    return Number.isNaN(difference) ? a.localeCompare(b) : difference
  }
  const sort = (table, heading, column) => {
    const isUp = heading.getAttribute('aria-sort') !== 'ascending'
    for (const each of table.tHead.rows[0].cells) each.removeAttribute('aria-sort')
    heading.setAttribute('aria-sort', isUp ? 'ascending' : 'descending')
    const rows = Array.from(table.tBodies[0].rows, (row) => ({ row, value: valueOf(row, column) }))
    const missing = rows.filter(({ value }) => value === '')
    const there = rows.filter(({ value }) => value !== '')
    there.sort((a, b) => compare(a.value, b.value) * (isUp ? 1 : -1))
    table.tBodies[0].append(...[...there, ...missing].map(({ row }) => row))
  }
  for (const table of document.querySelectorAll('table[data-sorts]')) {
    Array.from(table.tHead.rows[0].cells).forEach((heading, column) => {
      const button = document.createElement('button')
      button.type = 'button'
      button.append(heading.firstElementChild)
      button.addEventListener('click', () => sort(table, heading, column))
      heading.prepend(button)
    })
  }
})()
`
