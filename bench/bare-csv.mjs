/** The peer for large ledgers: csv-parse over arrays, and nothing done with a row but adding up its pence as integers. */
import { createReadStream } from 'node:fs'
import { parse } from 'csv-parse'

let pence = 0
const rows = createReadStream(process.argv[2]).pipe(parse({ from: 2 }))
rows.on('data', row => {
  pence += parseInt(row[2].replace('.', ''), 10)
})
rows.on('end', () => console.log(pence))
