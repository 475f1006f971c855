/** What follows from a part of an instrument alone, made at the first time it is asked for and kept as long as that part. */
export function once<Part extends object, Found>(make: (part: Part) => Found): (part: Part) => Found {
  const known = new WeakMap<Part, { readonly found: Found }>();
  return (part) => {
    const there = known.get(part);
    if (there) return there.found;
    const found = make(part);
    known.set(part, { found });
    return found;
  };
}
