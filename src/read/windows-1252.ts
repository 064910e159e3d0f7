/**
 * Windows-1252 to text. Node 20 decodes the label as ISO-8859-1, which has control characters where Windows has dashes,
 * quotation marks and the euro: the byte 80 is a euro sign, 96 an en dash.
 */
const from80 = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ'

export const decodeWindows1252 = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1').replaceAll(/[\x80-\x9f]/g, sign => from80[sign.charCodeAt(0) - 0x80]!)
