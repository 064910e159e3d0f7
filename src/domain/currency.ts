/** The signs of currencies: GBP is "£". */
export const currencySigns: Readonly<Record<string, string>> = { GBP: '£', EUR: '€', USD: '$' }

/** The sign of a currency, or its code where it has none of its own: "CHF". */
export const currencySymbol = (currency: string): string => currencySigns[currency] ?? currency
