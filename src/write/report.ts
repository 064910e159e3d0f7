/** A report in the format asked for; CSV has a table of its own, JSON plain data. */
import type { Report, Table } from '../report/table.ts'
import { writeCsv } from './csv.ts'
import { writeJson } from './json.ts'
import { writeMarkdown } from './markdown.ts'
import { type Screen, writeText } from './text.ts'

export type Format = 'table' | 'csv' | 'json' | 'markdown'

/** What a command has to say, made only for the format that is asked for. */
export interface Sayings {
  readonly reports: () => readonly Report[]
  readonly facts: () => Table
  readonly data: () => object
}

export function writeReport({ reports, facts, data }: Sayings, format: Format, screen: Screen): string {
  switch (format) {
    case 'table':
      return reports().map(report => writeText(report, screen)).join('\n\n')
    case 'markdown':
      return reports().map(report => writeMarkdown(report)).join('\n')
    case 'csv':
      return writeCsv(facts())
    case 'json':
      return writeJson(data())
  }
}
