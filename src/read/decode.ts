/**
 * The bytes of a file as text, as Excel and others save it: UTF-8 with or without a mark, UTF-16, or Windows-1252,
 * where the byte A3 is a pound sign.
 */
import { decodeWindows1252 } from './windows-1252.ts'

export function decode(bytes: Uint8Array): string | undefined {
  const encoding = encodingOf(bytes)
  if (encoding === undefined) return undefined
  const text = decoderOf(encoding).decode(bytes)
  return text.includes('\0') ? undefined : text
}

/** Text of bytes that may come a piece at a time. */
export interface Decoder {
  readonly decode: (bytes: Uint8Array, options?: { readonly stream: boolean }) => string
}

export const decoderOf = (encoding: string): Decoder => (encoding === 'windows-1252' ? { decode: decodeWindows1252 } : new TextDecoder(encoding))

/** None for what is no text: a workbook, say, or a picture. */
export function encodingOf(bytes: Uint8Array): string | undefined {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  if (first === 0 && second !== 0) return 'utf-16be'
  if (second === 0 && first !== 0) return 'utf-16le'
  if (bytes.includes(0)) return undefined
  return isUtf8(bytes) ? 'utf-8' : 'windows-1252'
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}
