import { describe, expect, test } from 'vitest'
import type { Io } from '../../src/cli/io.ts'
import { run } from '../../src/run.ts'
import { fakeIo } from '../fake-io.ts'
import { inFolder, soundModel } from '../read/reading.ts'

/** Some pieces' worth of rows. */
const rows = (row: string): string => `date,line,amount,note\n${`${row},${'x'.repeat(200)}\n`.repeat(6000)}`

interface Watched {
  readonly exit: number
  readonly stdout: string
  /** Each write on its own. */
  readonly drawn: readonly string[]
}

const terminals = { both: [true, true], output: [true, false], errors: [false, true], none: [false, false] } as const

async function charge(terminal: keyof typeof terminals, elapsed: () => number, ledger = rows('2017-04-01,email,1'), args: readonly string[] = ['charge', '--quarter', '2017/18 Q1']): Promise<Watched> {
  return inFolder({ ...soundModel, 'actuals.csv': ledger }, async folder => {
    let stdout = ''
    const drawn: string[] = []
    const [stdoutIsTTY, stderrIsTTY] = terminals[terminal]
    const io: Io = {
      ...fakeIo(args, folder, { env: { NO_COLOR: '1' } }), elapsed,
      stdout: { write: text => void (stdout += text), isTTY: stdoutIsTTY, columns: 80 }, stderr: { write: text => void drawn.push(text), isTTY: stderrIsTTY, columns: 80 },
    }
    return { exit: await run(io), stdout, drawn }
  })
}

const slow = (): number => 1500
const bars = ({ drawn }: Watched): string[] => drawn.filter(text => /[█░]/.test(text))

/** The lines of a screen once all was written to it: a carriage return goes back to the start of the line. */
function screenOf(texts: readonly string[]): string[] {
  const lines = ['']
  let column = 0
  for (const letter of texts.join('')) {
    if (letter === '\n') {
      lines.push('')
      column = 0
    } else if (letter === '\r') column = 0
    else {
      const line = lines.at(-1)!.padEnd(column)
      lines[lines.length - 1] = line.slice(0, column) + letter + line.slice(column + 1)
      column++
    }
  }
  return lines.map(line => line.trimEnd())
}

describe('reading actuals for more than a second', () => {
  test('draws a bar on the terminal that grows to its end, in less than a line, and is wiped away', async () => {
    const watched = await charge('both', slow)
    const parts = bars(watched).map(text => parseInt(/(\d+)%$/.exec(text)![1]!, 10))
    expect([parts.length > 3, parts.at(-1), parts]).toEqual([true, 100, [...new Set(parts)].sort((a, b) => a - b)])
    for (const text of bars(watched)) {
      expect(text.startsWith('\rReading actuals ')).toBe(true)
      expect(text.length).toBeLessThan(80)
      expect(text.match(/[█░]/g)).toHaveLength(40)
    }
    expect(screenOf(watched.drawn.slice(0, watched.drawn.findLastIndex(text => text.startsWith('\r')) + 1))).toEqual([''])
    expect(watched.stdout).not.toMatch(/[█░\r]/)
  })

  test('draws it where stderr is a terminal, though stdout goes into a file', async () => {
    expect(bars(await charge('errors', slow)).length).toBeGreaterThan(0)
  })

  test.each(['output', 'none'] as const)('draws none into a pipe, terminals: %s', async terminal => {
    const { drawn, stdout, exit } = await charge(terminal, slow)
    expect([exit, drawn.filter(text => text.includes('\r')), stdout.includes('Reading')]).toEqual([0, [], false])
  })

  test('leaves a clean line for what is amiss', async () => {
    const watched = await charge('both', slow, rows('2017-04-01,emial,1'))
    expect([watched.exit, bars(watched).length > 0, screenOf(watched.drawn)[0]]).toEqual([2, true, expect.stringMatching(/^actuals\.csv:/)])
  })

  test.each([[['monitor', '--quarter', '2017/18 Q1']], [['settle', '--quarter', '2017/18 Q1']]])('shows for %j too', async args => {
    const watched = await charge('both', slow, undefined, args)
    expect([watched.exit, bars(watched).length > 0]).toEqual([0, true])
  })

  test('starts to show once the second is over, with what is read by then', async () => {
    let asked = 0
    const late = bars(await charge('both', () => (asked++ < 2 ? 999 : 1000)))
    const early = bars(await charge('both', slow))
    expect(late).toEqual(early.slice(2))
  })
})

describe('reading actuals in less than a second', () => {
  test.each(['both', 'errors', 'none'] as const)('is silent, terminals: %s', async terminal => {
    const watched = await charge(terminal, () => 999)
    expect([watched.exit, watched.drawn.filter(text => text.includes('\r'))]).toEqual([0, []])
  })

  test('prints the same as in more', async () => {
    expect((await charge('both', () => 0)).stdout).toBe((await charge('both', slow)).stdout)
  })
})
