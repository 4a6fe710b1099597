import { chromium } from 'playwright-core'
const [file, out, width, mode = 'light', from = '0', height = '1500'] = process.argv.slice(2)
const b = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] })
const c = await b.newContext({
  viewport: { width: Number(width), height: 900 },
  colorScheme: mode === 'dark' ? 'dark' : 'light',
  javaScriptEnabled: mode !== 'noscript',
})
const p = await c.newPage()
p.on('console', (m) => console.log(m.text()))
const t = Date.now()
await p.goto('file://' + file)
console.log(
  Date.now() - t,
  'ms',
  await p
    .evaluate(() =>
      [document.documentElement.scrollWidth, document.documentElement.scrollHeight].join(),
    )
    .catch(() => ''),
)
if (mode === 'print') await p.pdf({ path: out, format: 'A4', printBackground: true })
else
  await p.screenshot({
    path: out,
    fullPage: true,
    clip: { x: 0, y: Number(from), width: Number(width), height: Number(height) },
  })
await b.close()
