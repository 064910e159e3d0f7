import { describe, expect, test } from 'vitest'
import { nil } from '../../src/domain/money.ts'
import { type Report, text } from '../../src/report/table.ts'
import { units } from '../../src/report/unit.ts'
import { writeMarkdown } from '../../src/write/markdown.ts'

/** The same words in every place that words can stand in. */
const saying = (words: string): Report => ({
  title: words,
  parts: [
    { kind: 'prose', title: words, paragraphs: [words] },
    { kind: 'table', title: words, unit: units.pence, notes: [words], columns: [{ title: words, kind: 'label' }], rows: [{ kind: 'item', cells: [text(words)] }] },
    { kind: 'outline', title: words, items: [{ label: words, amount: nil, remarks: [words], items: [] }] },
  ],
  conclusion: [words],
})

describe('markdown', () => {
  test('shows what a terminal would obey as a dot, wherever it stands', () => {
    const written = writeMarkdown(saying('red\u{1b}[31m\u{7}\r\nend'))
    expect(written).toMatch(/^[^\p{Cc}\n]*(\n[^\p{Cc}\n]*)*$/u)
    expect(written.match(/red·\\\[31m···end/g)).toHaveLength(11)
  })

  test('reads as it is named, though that be &amp; or other markup', () => {
    expect(writeMarkdown(saying('&amp; R&D &#42;')).match(/\\&amp; R\\&D \\&#42;/g)).toHaveLength(11)
    expect(writeMarkdown(saying('a|b *c* _d_ <e> `f` [g]'))).toContain('| a\\|b \\*c\\* \\_d\\_ \\<e\\> \\`f\\` \\[g\\] |')
  })
})
