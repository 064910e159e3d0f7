/** Reading never stops at the first fault: whoever finds one tells it here and goes on. */
import type { Diagnostic } from '../domain/diagnostic.ts'

export type Tell = (diagnostic: Diagnostic) => void
