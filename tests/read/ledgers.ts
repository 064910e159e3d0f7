/** Ledgers as systems export them: the same rows in any encoding, with any line end and separator, quoted or not. */
import fc from 'fast-check'

export const encodings = ['utf-8', 'utf-8-bom', 'utf-16le', 'utf-16le-bom', 'utf-16be', 'utf-16be-bom', 'windows-1252'] as const
export type Encoding = (typeof encodings)[number]

export const lineEnds = ['\n', '\r\n', '\r'] as const
export const delimiters = [',', ';', '\t'] as const

export interface Hand {
  readonly encoding: Encoding
  readonly lineEnd: (typeof lineEnds)[number]
  readonly delimiter: (typeof delimiters)[number]
  /** Whether every cell is in quotation marks, or only those that must be. */
  readonly quoteAll: boolean
  readonly endsInLineEnd: boolean
}

export const anyLedgerHand: fc.Arbitrary<Hand> = fc.record({
  encoding: fc.constantFrom(...encodings), lineEnd: fc.constantFrom(...lineEnds), delimiter: fc.constantFrom(...delimiters), quoteAll: fc.boolean(), endsInLineEnd: fc.boolean(),
})

export const plainHand: Hand = { encoding: 'utf-8', lineEnd: '\n', delimiter: ',', quoteAll: false, endsInLineEnd: true }

export function csvOf(rows: readonly (readonly string[])[], { lineEnd, delimiter, quoteAll, endsInLineEnd }: Omit<Hand, 'encoding'>): string {
  const cell = (text: string): string => (quoteAll || /["\r\n\t,;]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
  return rows.map(row => row.map(cell).join(delimiter)).join(lineEnd) + (endsInLineEnd ? lineEnd : '')
}

/** The text in bytes; a mark before it where the encoding has one. */
export function encoded(text: string, encoding: Encoding): Buffer {
  switch (encoding) {
    case 'utf-8':
      return Buffer.from(text)
    case 'utf-8-bom':
      return Buffer.from(`\ufeff${text}`)
    case 'utf-16le':
      return Buffer.from(text, 'utf16le')
    case 'utf-16le-bom':
      return Buffer.from(`\ufeff${text}`, 'utf16le')
    case 'utf-16be':
      return Buffer.from(text, 'utf16le').swap16()
    case 'utf-16be-bom':
      return Buffer.from(`\ufeff${text}`, 'utf16le').swap16()
    case 'windows-1252':
      return Buffer.from(text.replaceAll('€', '\u0080').replaceAll('−', '-'), 'latin1')
  }
}

export const ledgerFile = (rows: readonly (readonly string[])[], hand: Hand): Buffer => encoded(csvOf(rows, hand), hand.encoding)
