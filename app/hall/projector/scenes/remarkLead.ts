/** What remarks of a board have in common, so that a narrow projector has room for what tells them apart. Pure. */

/** Ends what a remark says of everybody: `syarat kurang: II, III`. */
const END = ': ';

/** The beginning that several remarks share, up to its colon; null where no two of them have one. */
export function remarkLead(remarks: readonly string[]): string | null {
  const seen = new Set<string>();
  for (const remark of remarks) {
    const end = remark.indexOf(END);
    if (end <= 0) continue;
    const lead = remark.slice(0, end + 1);
    if (seen.has(lead)) return lead;
    seen.add(lead);
  }
  return null;
}

/** The remark without what the key says of all of them. */
export function withoutLead(remark: string, lead: string): string {
  return remark.startsWith(lead) ? remark.slice(lead.length).trimStart() : remark;
}
