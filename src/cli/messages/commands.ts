/** The words of what is amiss with the command line, and with where the output goes. */
import { inWords, list, meant, quoted } from '../wording.ts'
import type { Messages } from './message.ts'

export const commandMessages = {
  'unknown-method': args => ({ what: `there is no method ${quoted(args.method)}`, remedy: meant(args.method, args.known, `The methods are ${list(args.known)}.`) }),
  'unknown-check': args => ({ what: `there is no check ${quoted(args.check)}`, remedy: meant(args.check, args.known, 'See "farthing check --list".') }),
  'different-currencies': args => ({ what: `the one is in ${args.before} and the other in ${args.after}`, remedy: 'Only what is in one currency can be compared.' }),
  'bad-option': args => ({ what: `${quoted(args.text)} will not do for ${args.option}`, remedy: meant(args.text, args.known ?? [], `Write ${args.wanted}.`) }),
  'would-overwrite': args => ({ what: `${quoted(args.file)} is there already`, remedy: 'Nothing was written. Choose another folder, or move it away first.' }),
  'part-of-the-model': args => ({ what: `${quoted(args.file)} is a file of the model`, remedy: 'Nothing was written. Name another file for the output.' }),
  'not-writable': args => ({ what: `${quoted(args.file)} cannot be written: ${inWords(args.reason)}`, remedy: 'Check that the folder is there, that you may write in it and that the disk has room.' }),
} satisfies Partial<Messages>
