/** Names the target of an agency for an instrument, in forms and maps: `spbe-2020.63.01`. */
export interface TargetOwner {
  readonly instrumentCode: string;
  readonly agencyCode: string;
}

export function targetKey({ instrumentCode, agencyCode }: TargetOwner): string {
  return `${instrumentCode}.${agencyCode}`;
}

/** The other way round. The code of an instrument holds no dot, that of an agency may. */
export function targetOwner(key: string): TargetOwner {
  const [instrumentCode = '', ...agency] = key.split('.');
  return { instrumentCode, agencyCode: agency.join('.') };
}
