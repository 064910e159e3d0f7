/** A rate in words, without noughts at its end: 7/200 is "3.5%", 1/10 is "10%". */
import { decimal, multiply, type Ratio, ratio } from '../domain/ratio.ts'

const hundred = ratio(100n)

export const percentNumber = (rate: Ratio): string => decimal(multiply(rate, hundred), 6).replace(/\.?0+$/, '')

export const percentText = (rate: Ratio): string => `${percentNumber(rate)}%`
