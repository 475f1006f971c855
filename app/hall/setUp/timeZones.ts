/** The time zones of Indonesia, and which one a province keeps. */
export const TIME_ZONES = ['Asia/Makassar', 'Asia/Jakarta', 'Asia/Jayapura'] as const;
export type TimeZone = (typeof TIME_ZONES)[number];

/** Bali, Nusa Tenggara, Sulawesi, and the south, east and north of Kalimantan. */
const WITA = /^(5[1-3]|6[345]|7[1-6])$/;
/** Maluku and Papua. */
const WIT = /^(8[12]|9[1-7])$/;

/** The zone of a province by its Kemendagri code: WIB where it is neither of the others. */
export function timeZoneOf(provinceCode: string): TimeZone {
  if (WITA.test(provinceCode)) return 'Asia/Makassar';
  return WIT.test(provinceCode) ? 'Asia/Jayapura' : 'Asia/Jakarta';
}
