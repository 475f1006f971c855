/** `Kabupaten Tanah Laut` → `Tanah Laut`; a city keeps its `Kota`, a province is abbreviated. */
export function shortAgencyName(name: string): string {
  return name.replace(/^Kabupaten (Administrasi )?/, '').replace(/^Provinsi /, 'Prov. ');
}
