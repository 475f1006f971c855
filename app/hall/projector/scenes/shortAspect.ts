/** What every aspect's name repeats says nothing in a list of aspects, and costs the room of larger letters. */
const REPEATED = / (SPBE|Berbasis Elektronik)\b|\bSPBE |\bElectronic | on SPBE\b| of SPBE\b/g;

/** `Layanan Publik Berbasis Elektronik` → `Layanan Publik`. */
export function shortAspect(name: string): string {
  const short = name
    .replace('Teknologi Informasi dan Komunikasi', 'TIK')
    .replace('Information and Communication Technology', 'ICT')
    .replace(REPEATED, ' ')
    .replace(/ {2,}/g, ' ')
    .trim();
  return short === '' ? name : short.charAt(0).toUpperCase() + short.slice(1);
}
