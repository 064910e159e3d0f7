/** What the tests of the readers share: cells and folders by hand, and what was told on the way to a value. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { Code, Diagnostic } from '../../src/domain/diagnostic.ts'
import type { At } from '../../src/domain/stated.ts'
import type { Read } from '../../src/read/scalar.ts'
import type { Cell } from '../../src/read/source.ts'
import type { Tell } from '../../src/read/tell.ts'

export const somewhere: At = { file: 'test.csv', line: 1, column: 1, length: 1 }

export const cell = (text: string): Cell => ({ text, at: somewhere })

export interface Told<T> {
  readonly value: T
  readonly told: readonly Diagnostic[]
  readonly codes: readonly Code[]
}

/** What a reader makes of its input, and what it tells. */
export function telling<T>(read: (tell: Tell) => T): Told<T> {
  const told: Diagnostic[] = []
  const value = read(diagnostic => void told.push(diagnostic))
  return { value, told, codes: told.map(({ code }) => code) }
}

/** The value, or the code that says why there is none. */
export const outcome = <T>(read: Read<T>): T | Code => ('value' in read ? read.value : read.wrong.code)

/** `budget.csv:3:12 bad-amount`: where each diagnostic is, and what. */
export const places = (told: readonly Diagnostic[]): string[] =>
  told.map(({ at, code }) => (at ? `${at.file}:${at.line}:${at.column} ${code}` : code))

export type Files = Readonly<Record<string, string | Uint8Array>>

/** Writes the files to a folder of their own, which is gone again when they have been used. */
export function inFolder<T>(files: Files, use: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'farthing-read-'))
  const tidy = (): void => rmSync(folder, { recursive: true, force: true })
  let used: T
  try {
    for (const [file, content] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, file)), { recursive: true })
      writeFileSync(join(folder, file), content)
    }
    used = use(folder)
  } catch (error) {
    tidy()
    throw error
  }
  if (used instanceof Promise) return used.finally(tidy) as T
  tidy()
  return used
}

/** A sound model of two partners and two years, of which a test changes what it is about. */
export const soundModel = {
  'model.yaml': `name: Shared service
currency: GBP
years: 2017/18 to 2018/19
host: NORTH
partners:
  NORTH: North District Council
  SOUTH: South Borough Council
indexation:
  pay: 2%
`,
  'baseline.csv': `line,category,partner,index,2017/18,2018/19
staff,staff,NORTH,pay,"£420,000",
staff,staff,SOUTH,pay,"£310,000",
`,
  'budget.csv': `line,category,rule,driver,partner,index,2017/18,2018/19
team,staff,staff,,,pay,640000,
email,other,shared,email,,,96000,98000
`,
  'users.csv': `system,partner,2017/18,2018/19
email,NORTH,820,840
email,SOUTH,610,600
`,
} as const
