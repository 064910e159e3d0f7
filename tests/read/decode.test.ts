import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decode } from '../../src/read/decode.ts'

const littleEndian = (text: string): Buffer => Buffer.from(text, 'utf16le')
const bigEndian = (text: string): Buffer => littleEndian(text).swap16()
const marked = (mark: readonly number[], bytes: Buffer): Buffer => Buffer.concat([Buffer.from(mark), bytes])

/** Anything but a NUL, and but a mark in the first place, which is no part of the text. */
const anyText = fc.string({ unit: 'binary' }).filter(text => !text.includes('\0') && !text.startsWith('\ufeff'))

describe('the bytes of a file are read as they were saved', () => {
  test.each<[string, (text: string) => Buffer]>([
    ['UTF-8', text => Buffer.from(text)],
    ['UTF-8 with a mark', text => marked([0xef, 0xbb, 0xbf], Buffer.from(text))],
    ['UTF-16, little end first, with a mark', text => marked([0xff, 0xfe], littleEndian(text))],
    ['UTF-16, big end first, with a mark', text => marked([0xfe, 0xff], bigEndian(text))],
  ])('in %s', (_, encode) => {
    fc.assert(fc.property(anyText, text => {
      expect(decode(encode(text))).toBe(text)
    }), { numRuns: 10_000 })
  })

  test.each<[string, (text: string) => Buffer]>([['little', littleEndian], ['big', bigEndian]])('in UTF-16 without a mark, %s end first, as a header begins', (_, encode) => {
    fc.assert(fc.property(anyText, text => {
      expect(decode(encode(`line,${text}`))).toBe(`line,${text}`)
    }), { numRuns: 10_000 })
  })

  test('in Windows-1252, with its pounds and letters', () => {
    expect(decode(Buffer.from([0xa3, 0x35, 0x2c, 0xe9, 0x2c, 0x41]))).toBe('£5,é,A')
    fc.assert(fc.property(fc.array(fc.constantFrom(0x41, 0x2c, 0x35, 0x0a, 0xa3, 0xb0)), bytes => {
      expect(decode(Buffer.from(bytes))).toBe(Buffer.from(bytes).toString('latin1'))
    }), { numRuns: 10_000 })
  })

  /** Node 20 takes "windows-1252" for ISO-8859-1, in which the bytes 80 to 9F are control characters. */
  test('in Windows-1252, with its dashes, quotation marks and euros', () => {
    expect(decode(Buffer.from([0xa3, 0x35, 0x2c, 0x96, 0x2c, 0x93, 0x41, 0x94, 0x2c, 0x80]))).toBe('£5,–,“A”,€')
  })

  test.each<[string, Buffer, string]>([
    ['nothing', Buffer.from([]), ''], ['one letter', Buffer.from('a'), 'a'], ['a mark alone', Buffer.from([0xef, 0xbb, 0xbf]), ''],
    ['a mark of UTF-16 alone', Buffer.from([0xff, 0xfe]), ''], ['half a letter of UTF-16', Buffer.from([0xff, 0xfe, 0x41]), '\ufffd'],
    ['half a pair of UTF-16', marked([0xff, 0xfe], littleEndian('a\ud800')), 'a\ufffd'],
  ])('%s too', (_, bytes, text) => {
    expect(decode(bytes)).toBe(text)
  })
})

describe('what is no text', () => {
  test.each<[string, readonly number[]]>([
    ['a workbook', [0x50, 0x4b, 0x03, 0x04, 0x14, 0x00, 0x06, 0x00]], ['a picture', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d]],
    ['UTF-32', [0xff, 0xfe, 0, 0, 0x41, 0, 0, 0]], ['a NUL within a text', [...Buffer.from('line,category\0')]],
    ['a NUL within UTF-16', [0xff, 0xfe, 0x41, 0, 0, 0]],
  ])('is not read: %s', (_, bytes) => {
    expect(decode(Buffer.from(bytes))).toBeUndefined()
  })

  test('never makes it throw', () => {
    fc.assert(fc.property(fc.uint8Array(), bytes => {
      const text = decode(bytes)
      expect(text === undefined || !text.includes('\0')).toBe(true)
    }), { numRuns: 10_000 })
  })
})
