/** An amount in hundredths with its currency's code, in Latin digits like every figure of a notice. */
export function moneyText(
  locale: string,
  fee: { readonly amountMinor: number; readonly currency: string },
): string {
  return new Intl.NumberFormat(`${locale}-u-nu-latn`, {
    style: 'currency',
    currency: fee.currency,
    currencyDisplay: 'code',
  }).format(fee.amountMinor / 100);
}
