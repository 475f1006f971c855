/** What a paper says where it could not draw a letter, in both languages. */
export const paperNotice = {
  id: (letters: string) =>
    `Beberapa huruf tidak dimiliki oleh jenis huruf kertas ini dan ditulis sebagai nomor Unicode-nya: ${letters}.`,
  en: (letters: string) =>
    `The typefaces of this paper lack some letters; these are written as their Unicode number: ${letters}.`,
};
